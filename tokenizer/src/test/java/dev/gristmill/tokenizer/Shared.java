// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds reference material beside the checkout; a test that needs it skips aloud without it. */
public final class Shared {
  /** A file of the shared folder, or the test ends as skipped. */
  public static Path file(String relative) {
    String folder = System.getProperty("gristmill.shared");
    String root = System.getProperty("gristmill.root");
    Path shared =
        folder != null && !folder.isBlank()
            ? Path.of(folder)
            : Path.of(root == null ? ".." : root, "..", "shared");
    Path file = shared.resolve(relative);
    Assumptions.assumeTrue(Files.exists(file), "skipped: needs shared/" + relative);
    return file;
  }

  private Shared() {}
}
