// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One file of the crawl that can be written: its inputs are checked.
 *
 * @param name a bare file name
 * @param content writes the bytes
 */
record CrawlFile(String name, Content content) {

  /** Writes the bytes of a file. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes to {@code out}, which it may close.
     *
     * @return how many documents it wrote
     */
    int writeTo(OutputStream out) throws IOException;
  }

  /** Writes the file; it appears under its name only when it is whole. */
  SampleCrawl.Written writeInto(Path outDir) throws IOException {
    Path file = outDir.resolve(name);
    Path partial = outDir.resolve(name + ".partial");
    int documents;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
      documents = content.writeTo(out);
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    return new SampleCrawl.Written(file, documents);
  }
}
