// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A short document that one rule should drop.
 *
 * @param id a name, unique among the probes
 * @param source the input it belongs to: {@code [a-z0-9-]+}
 * @param url its address, under {@code .example}
 * @param date the crawl's date
 * @param language ISO 639-3 code
 * @param fails the rule that should drop it; only tests read this
 * @param text the extracted text
 */
record Probe(
    String id,
    String source,
    String url,
    LocalDate date,
    String language,
    String fails,
    String text) {

  private static final Set<String> FIELDS =
      Set.of("id", "source", "url", "date", "language", "fails", "text");

  /**
   * Loads a file of probes, in its own order; an absent file has none.
   *
   * @throws IllegalArgumentException if a line is wrong; the message begins with the file and the
   *     line number
   */
  static List<Probe> load(Path file) throws IOException {
    return Files.exists(file) ? JsonRecords.load(file, FIELDS, Probe::of) : List.of();
  }

  private static Probe of(Map<String, String> fields) {
    String source = fields.get("source");
    if (!source.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("source must be [a-z0-9-]+, was '" + source + "'");
    }
    return new Probe(
        fields.get("id"),
        source,
        ExampleUrl.check(fields.get("url")),
        PageManifest.date(fields.get("date")),
        fields.get("language"),
        fields.get("fails"),
        fields.get("text"));
  }

  /** One WET file {@code probes-SOURCE.warc.wet.gz} for each source, in order of source. */
  static List<CrawlFile> files(List<Probe> probes) {
    SortedMap<String, List<Probe>> bySource = new TreeMap<>();
    for (Probe probe : probes) {
      bySource.computeIfAbsent(probe.source(), source -> new ArrayList<>()).add(probe);
    }
    List<CrawlFile> files = new ArrayList<>();
    bySource.forEach(
        (source, some) -> {
          String name = "probes-" + source + ".warc.wet.gz";
          LocalDate newest = some.stream().map(Probe::date).max(LocalDate::compareTo).orElseThrow();
          files.add(
              new CrawlFile(
                  name,
                  out -> {
                    WarcFile wet = WarcFile.conversions(out, name, newest);
                    for (Probe probe : some) {
                      wet.text(probe.url(), probe.date(), probe.text());
                    }
                    return some.size();
                  }));
        });
    return files;
  }
}
