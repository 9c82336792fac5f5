// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command that finds duplicates takes. */
public final class DedupOptions {

  @Mixin private LineOptions lines;
  @Mixin private OutputOption output;

  @Option(
      names = "--keep",
      paramLabel = "newest|longest|quality|source|id",
      split = ",",
      defaultValue = KeepPolicy.DEFAULT,
      description =
          "Which one stays, the first criterion first; default ${DEFAULT-VALUE}; then input order.")
  private List<String> keep;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Drop also what is a duplicate of a document of this file; may be given often.")
  private List<String> against = List.of();

  /** What is read. */
  LineOptions lines() {
    return lines;
  }

  /** Where the verdicts go. */
  OutputOption output() {
    return output;
  }

  /** A fresh policy. */
  KeepPolicy policy(CommandLine command) {
    try {
      return KeepPolicy.of(keep);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(command, unknown.getMessage(), unknown);
    }
  }

  /** The files whose documents are known. */
  List<InputFile> against() throws IOException {
    return InputFile.resolve(against);
  }

  /**
   * A threshold that was given.
   *
   * @throws ParameterException if it is no share
   */
  public static double threshold(CommandLine command, double threshold) {
    if (threshold >= 0 && threshold <= 1) {
      return threshold;
    }
    throw new ParameterException(command, "--threshold must be in [0, 1], was " + threshold);
  }
}
