// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A run directory given on the command line. */
final class FinishedRun {

  @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
  private String root;

  RunDirectory directory() {
    return RunDirectory.at(
        root.contains("://") ? root : Path.of(root).toAbsolutePath().normalize().toString());
  }

  Manifest manifest() throws IOException {
    if (directory().list("*").isEmpty() && directory().list("work/*").isEmpty()) {
      throw new IOException("no such run directory: " + root);
    }
    return Manifest.read(directory())
        .orElseThrow(
            () ->
                new IOException(
                    root
                        + " holds no finished run (no "
                        + Manifest.FILE
                        + "); run it again to go on"));
  }
}
