// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A javadoc jar, read as if its pages had been fetched from a site on one day.
 *
 * @param jar the javadoc jar
 * @param urlPrefix what stands before an entry's name in its URL, with the last slash
 * @param date the crawl's date
 * @param folder only the pages right in this folder, with its last slash; empty for all pages
 */
record JavadocCrawl(Path jar, String urlPrefix, LocalDate date, String folder) {
  private static final String CONTENT_TYPE = "text/html; charset=UTF-8";

  // The scheme tells where the URL begins, so that the jar's path may hold an equals sign.
  private static final Pattern ARGUMENT =
      Pattern.compile("(.+)=(\\w+://[^=]*)=([^=]*)(?:=([^=]+))?");

  /**
   * Parses {@code jar=urlPrefix=isoDate} or {@code jar=urlPrefix=isoDate=folder}.
   *
   * @throws IllegalArgumentException if a part is missing or wrong
   */
  static JavadocCrawl parse(String argument) {
    Matcher parts = ARGUMENT.matcher(argument);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be <javadocJar>=<urlPrefix>=<isoDate>[=<folder>], was '" + argument + "'");
    }
    String folder = parts.group(4) == null ? "" : withSlash(parts.group(4));
    return new JavadocCrawl(
        Path.of(parts.group(1)),
        withSlash(ExampleUrl.check(parts.group(2))),
        PageManifest.date(parts.group(3)),
        folder);
  }

  /**
   * The WARC file of the pages, in order of entry name: the jar's name with {@code .warc.gz} for
   * {@code .jar}.
   *
   * @throws IllegalArgumentException if the jar is absent, no jar, or without such pages
   */
  CrawlFile file() throws IOException {
    List<String> names;
    try (JarEntries entries = JarEntries.open(jar)) {
      names = entries.names(this::isPage);
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no .html entries in " + jar + "!/" + folder);
    }
    String warcName = jar.getFileName().toString().replaceFirst("\\.jar$", "") + ".warc.gz";
    return new CrawlFile(warcName, out -> write(names, warcName, out));
  }

  private int write(List<String> names, String warcName, OutputStream out) throws IOException {
    WarcFile warc = WarcFile.responses(out, warcName, date);
    try (JarEntries entries = JarEntries.open(jar)) {
      for (String name : names) {
        warc.page(ExampleUrl.under(urlPrefix, name), CONTENT_TYPE, entries.bytes(name));
      }
    }
    return names.size();
  }

  private boolean isPage(String name) {
    boolean inFolder =
        folder.isEmpty() || (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0);
    return inFolder && name.endsWith(".html");
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
