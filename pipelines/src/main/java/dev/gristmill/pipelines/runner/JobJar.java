// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shaded jar that a cluster gets: everything but Flink and slf4j. */
public final class JobJar {

  /** System property that names it; the launcher sets it. */
  public static final String PROPERTY = "gristmill.job.jar";

  private JobJar() {}

  /**
   * Where the jar is.
   *
   * @throws IOException if the launcher did not say, or it is not there
   */
  public static Path find() throws IOException {
    String named = System.getProperty(PROPERTY, "");
    if (named.isEmpty() || !Files.isRegularFile(Path.of(named))) {
      throw new IOException(
          "the job jar for clusters is missing ("
              + (named.isEmpty() ? "not named" : named)
              + "); build with: mvn package");
    }
    return Path.of(named);
  }
}
