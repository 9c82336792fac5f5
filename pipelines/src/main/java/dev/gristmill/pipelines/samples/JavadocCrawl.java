// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A javadoc jar, read as if its pages had been fetched from a site on one day.
 *
 * @param jar the javadoc jar
 * @param urlPrefix what stands before an entry's name in its URL, with the last slash
 * @param date the crawl's date
 */
record JavadocCrawl(Path jar, String urlPrefix, LocalDate date) {
  private static final String CONTENT_TYPE = "text/html; charset=UTF-8";

  /**
   * Parses {@code jar=urlPrefix=isoDate}. It is split at the last two signs, so that a path may
   * hold one.
   *
   * @throws IllegalArgumentException if a part is missing or wrong
   */
  static JavadocCrawl parse(String argument) {
    int second = argument.lastIndexOf('=');
    int first = argument.lastIndexOf('=', second - 1);
    if (first < 1) {
      throw new IllegalArgumentException(
          "must be <javadocJar>=<urlPrefix>=<isoDate>, was '" + argument + "'");
    }
    String prefix = argument.substring(first + 1, second);
    ExampleUrl.check(prefix);
    return new JavadocCrawl(
        Path.of(argument.substring(0, first)),
        prefix.endsWith("/") ? prefix : prefix + "/",
        PageManifest.date(argument.substring(second + 1)));
  }

  String warcName() {
    String name = jar.getFileName().toString();
    return (name.endsWith(".jar") ? name.substring(0, name.length() - 4) : name) + ".warc.gz";
  }

  /**
   * Checks that the jar can be read and holds pages.
   *
   * @throws IllegalArgumentException if it is absent, no jar, or without pages
   */
  void check() throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException("no such javadoc jar: " + jar);
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (pageNames(zip).isEmpty()) {
        throw new IllegalArgumentException("no .html entries in " + jar);
      }
    } catch (ZipException e) {
      throw new IllegalArgumentException("not a jar: " + jar + ": " + e.getMessage(), e);
    }
  }

  /** Writes every {@code .html} entry, in order of name. */
  void writePagesTo(WarcFile warc) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String name : pageNames(zip)) {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
          warc.page(urlPrefix + escaped(name), CONTENT_TYPE, in.readAllBytes());
        }
      }
    }
  }

  private static List<String> pageNames(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".html"))
        .sorted()
        .toList();
  }

  private static String escaped(String name) {
    try {
      return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("entry name cannot be a URL path: " + name, e);
    }
  }
}
