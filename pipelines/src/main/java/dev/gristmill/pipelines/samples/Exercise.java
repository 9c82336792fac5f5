// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A short text in the manner of synthetic training data.
 *
 * @param id unique among the exercises
 * @param text the whole text
 * @param topic mathematics, programming or science
 */
record Exercise(String id, String text, String topic) {
  private static final String URL_PREFIX = "https://exercises.example/";
  private static final String DATE = "2024-06-15";
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id", Column.Kind.STRING),
          Column.of("text", Column.Kind.STRING),
          Column.of("topic", Column.Kind.STRING),
          Column.of("url", Column.Kind.STRING),
          Column.of("date", Column.Kind.STRING));

  /**
   * Loads a file of exercises, in its own order; an absent file has none.
   *
   * @throws IllegalArgumentException if a line is wrong; the message begins with the file and the
   *     line number
   */
  static List<Exercise> load(Path file) throws IOException {
    return Files.exists(file)
        ? JsonRecords.load(
            file,
            Set.of("id", "text", "topic"),
            fields -> new Exercise(fields.get("id"), fields.get("text"), fields.get("topic")))
        : List.of();
  }

  /**
   * The table {@code exercises.parquet}, none if there are no exercises. The URL of exercise N,
   * counted from 1, ends in N; all have one date.
   */
  static List<CrawlFile> files(List<Exercise> exercises) {
    return exercises.isEmpty()
        ? List.of()
        : List.of(new CrawlFile("exercises.parquet", out -> write(exercises, out)));
  }

  private static int write(List<Exercise> exercises, OutputStream out) throws IOException {
    try (TableWriter table = TableWriter.open(out, COLUMNS)) {
      Row row = new Row(COLUMNS.size());
      for (int i = 0; i < exercises.size(); i++) {
        row.clear();
        row.set(0, exercises.get(i).id());
        row.set(1, exercises.get(i).text());
        row.set(2, exercises.get(i).topic());
        row.set(3, URL_PREFIX + (i + 1));
        row.set(4, DATE);
        table.write(row);
      }
    }
    return exercises.size();
  }
}
