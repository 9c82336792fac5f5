// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of the sample documents in a finished run, beside what was meant. */
final class SampleFates {

  /**
   * A document of the ledger.
   *
   * @param name its URL, or its id in the input
   * @param day of the crawl, "" if unknown
   * @param failures every failed rule as {@code STAGE/RULE}
   */
  record Fate(String name, String day, String language, boolean kept, List<String> failures) {}

  /** A line of a folder's {@code pages.tsv}. */
  record Meant(String folder, String file, String url, String day, boolean good) {}

  private SampleFates() {}

  /** All documents of a run. */
  static List<Fate> fates(RunDirectory directory, Manifest manifest) throws IOException {
    List<Fate> fates = new ArrayList<>();
    for (Split split : manifest.splits()) {
      String path = "ledger/documents-" + split.unit() + ".parquet";
      try (TableReader table = TableReader.open(directory.open(path), Ledger.DOCUMENTS)) {
        for (Row row = table.next(); row != null; row = table.next()) {
          String url = row.text(Ledger.at("url"));
          long date = row.number(Ledger.at("date"));
          List<String> failures = new ArrayList<>();
          for (JsonNode failure : Json.LINE.readTree(row.text(Ledger.at("failures")))) {
            failures.add(failure.get("stage").asText() + "/" + failure.get("rule").asText());
          }
          fates.add(
              new Fate(
                  url.isEmpty() ? row.text(Ledger.at("user_id")) : url,
                  date < 0 ? "" : Instant.ofEpochSecond(date).toString().substring(0, 10),
                  row.text(Ledger.at("language")),
                  row.number(Ledger.at("kept")) == 1,
                  failures));
        }
      }
    }
    return fates;
  }

  /** All sample pages, in order of folder and manifest. */
  static List<Meant> meant(Path samples) throws IOException {
    List<Meant> meant = new ArrayList<>();
    List<Path> folders;
    try (Stream<Path> list = Files.list(samples.resolve("pages"))) {
      folders = list.filter(Files::isDirectory).sorted().toList();
    }
    for (Path folder : folders) {
      List<String> lines = Files.readAllLines(folder.resolve("pages.tsv"));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        meant.add(
            new Meant(
                folder.getFileName().toString(),
                cells[0],
                cells[1],
                cells[3],
                cells[4].equals("good")));
      }
    }
    return meant;
  }

  /** The fate of a page; where it was fetched twice, that of the copy that did as meant. */
  static Fate of(Meant page, List<Fate> fates) {
    List<Fate> copies =
        fates.stream()
            .filter(fate -> fate.name().equals(page.url()) && fate.day().equals(page.day()))
            .toList();
    if (copies.isEmpty()) {
      throw new AssertionError("no document of " + page);
    }
    return copies.stream()
        .filter(fate -> fate.kept() == page.good())
        .findFirst()
        .orElse(copies.get(0));
  }
}
