// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sources jar, read as a collection of code: one document for each source file.
 *
 * @param jar the sources jar
 * @param date the collection's date
 * @param licence the SPDX id of the files' licence
 */
record CodeCrawl(Path jar, LocalDate date, String licence) {
  /** Larger files are left out: they are tables or generated. */
  static final int MAX_SOURCE_BYTES = 200_000;

  private static final int ZSTD_LEVEL = 9;
  private static final Pattern ARGUMENT = Pattern.compile("(.+)=([^=]*)=([A-Za-z0-9.+-]+)");
  private static final Pattern SOURCE =
      Pattern.compile("(?:.*/)?(?!package-info\\.|module-info\\.)[^/]+\\.(?:java|kt|scala|groovy)");

  /**
   * Parses {@code jar=isoDate=licence}.
   *
   * @throws IllegalArgumentException if a part is missing or wrong
   */
  static CodeCrawl parse(String argument) {
    Matcher parts = ARGUMENT.matcher(argument);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be <sourcesJar>=<isoDate>=<licence>, was '" + argument + "'");
    }
    return new CodeCrawl(
        Path.of(parts.group(1)), PageManifest.date(parts.group(2)), parts.group(3));
  }

  /**
   * The file {@code code-ARTIFACT.jsonl.zst}, in order of path: fields id, url, date, text, path
   * and licence, all strings. The artifact is the jar's name without {@code -sources.jar}.
   *
   * <p>The same jar gives the same bytes with the same version of zstd.
   *
   * @throws IllegalArgumentException if the jar is absent, no jar, or without sources
   */
  CrawlFile file() throws IOException {
    List<String> paths;
    try (JarEntries entries = JarEntries.open(jar)) {
      paths = entries.names(path -> SOURCE.matcher(path).matches());
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("no source files in " + jar);
    }
    return new CrawlFile("code-" + artifact() + ".jsonl.zst", out -> write(paths, out));
  }

  private String artifact() {
    return jar.getFileName().toString().replaceFirst("(-sources)?\\.jar$", "");
  }

  private int write(List<String> paths, OutputStream out) throws IOException {
    int documents = 0;
    try (JarEntries entries = JarEntries.open(jar);
        ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(out, ZSTD_LEVEL)) {
      zstd.setChecksum(true);
      for (String path : paths) {
        byte[] text = entries.bytes(path);
        if (text.length <= MAX_SOURCE_BYTES) {
          zstd.write(JsonRecords.line(document(path, text)));
          documents++;
        }
      }
    }
    return documents;
  }

  private Map<String, String> document(String path, byte[] text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", artifact() + "!/" + path);
    fields.put("url", ExampleUrl.under("https://code.example/" + artifact() + "/", path));
    fields.put("date", date.toString());
    fields.put("text", new String(text, StandardCharsets.UTF_8));
    fields.put("path", path);
    fields.put("licence", licence);
    return fields;
  }
}
