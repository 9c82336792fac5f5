// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a jar, within limits: a jar may claim any number of entries that inflate to any
 * size.
 */
final class JarEntries implements Closeable {
  static final int MAX_ENTRIES = 10_000;
  static final int MAX_ENTRY_BYTES = 1_000_000;

  private final Path jar;
  private final ZipFile zip;

  private JarEntries(Path jar, ZipFile zip) {
    this.jar = jar;
    this.zip = zip;
  }

  /**
   * Opens a jar.
   *
   * @throws IllegalArgumentException if it is absent, no jar, or has over {@link #MAX_ENTRIES}
   *     entries
   */
  static JarEntries open(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException("no such jar: " + jar);
    }
    ZipFile zip;
    try {
      zip = new ZipFile(jar.toFile());
    } catch (ZipException e) {
      throw new IllegalArgumentException("not a jar: " + jar + ": " + e.getMessage(), e);
    }
    int entries = zip.size();
    if (entries > MAX_ENTRIES) {
      zip.close();
      throw new IllegalArgumentException(
          jar + ": " + entries + " entries, at most " + MAX_ENTRIES + " are read");
    }
    return new JarEntries(jar, zip);
  }

  /**
   * The names that {@code wanted} takes, sorted, each once.
   *
   * @throws IllegalArgumentException if one of these entries says that it is too large
   */
  List<String> names(Predicate<String> wanted) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory() && wanted.test(entry.getName()))
        .map(entry -> checked(entry.getName(), entry.getSize()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The bytes of an entry.
   *
   * @throws IllegalArgumentException if they are over {@link #MAX_ENTRY_BYTES}
   */
  byte[] bytes(String name) throws IOException {
    // The size in the directory of a jar is only a claim.
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      byte[] bytes = in.readNBytes(MAX_ENTRY_BYTES + 1);
      checked(name, bytes.length);
      return bytes;
    }
  }

  private String checked(String name, long bytes) {
    if (bytes > MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException(
          jar + "!/" + name + ": over " + MAX_ENTRY_BYTES + " bytes");
    }
    return name;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
