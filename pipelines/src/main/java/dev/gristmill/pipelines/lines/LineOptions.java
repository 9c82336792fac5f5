// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every one-stage command takes. */
public final class LineOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, globs or URIs; - is the standard input. gzip and zstd are undone.")
  private List<String> inputs = List.of();

  @Option(
      names = "--bench",
      description =
          "Measure only: read all into memory, warm up on the first half, time the second.")
  private boolean bench;

  /**
   * The input files.
   *
   * @throws IOException if one of them is not there
   */
  public List<InputFile> files() throws IOException {
    return InputFile.resolve(inputs);
  }

  /**
   * The inputs as source code: folders are walked.
   *
   * @throws IOException if one of them is not there
   */
  public List<SourceInput> sources() throws IOException {
    return SourceInput.resolve(inputs);
  }

  /** Whether to measure instead of writing. */
  public boolean bench() {
    return bench;
  }
}
