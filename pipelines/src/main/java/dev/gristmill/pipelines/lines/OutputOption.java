// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Where lines go. */
public final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the lines to this file instead of the standard output.")
  private String file;

  /**
   * Opens the file, or takes the standard output.
   *
   * @throws IOException if the file cannot be written
   */
  public LineWriter open(PrintWriter standardOutput) throws IOException {
    return file == null ? LineWriter.to(standardOutput) : LineWriter.to(file);
  }
}
