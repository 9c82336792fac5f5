// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

  @TempDir Path folder;

  @Test
  void readsTheRowsOfAParquetFile() throws IOException {
    Path file = folder.resolve("rows.parquet");
    List<Column> columns =
        List.of(
            Column.optional("id", Column.Kind.LONG),
            Column.optional("html", Column.Kind.STRING),
            Column.of("score", Column.Kind.DOUBLE));
    Row row = new Row(columns.size());
    try (TableWriter writer = TableWriter.open(Files.newOutputStream(file), columns)) {
      row.set(0, 7);
      row.set(1, "<p>a");
      row.set(2, 0.5);
      writer.write(row);
      row.clear();
      row.set(1, "<p>b");
      row.set(2, 1.5);
      writer.write(row);
      row.clear();
      row.set(2, 2.5);
      writer.write(row);
    }
    StringWriter told = new StringWriter();
    ReadReport report = new ReadReport(new PrintWriter(told));

    List<PageLine> pages = PageFiles.readAll(InputFile.resolve(List.of(file.toString())), report);

    assertThat(pages).extracting(line -> line.page().kind()).containsOnly(Page.Kind.HTML);
    assertThat(pages)
        .extracting(line -> new String(line.page().body(), UTF_8))
        .containsExactly("<p>a", "<p>b");
    assertThat(pages.get(0).id().textValue()).isEqualTo("7");
    assertThat(pages.get(1).id().textValue()).matches("[0-9a-f]{32}");
    assertThat(pages)
        .extracting(line -> line.carried().toString())
        .containsExactly("{\"score\":0.5}", "{\"score\":1.5}");
    assertThat(told.toString()).contains("rows.parquet at row 2: parquet_no_text");
  }
}
