// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id", Column.Kind.LONG),
          Column.optional("score", Column.Kind.DOUBLE),
          Column.optional("text", Column.Kind.STRING),
          Column.of("input_ids", Column.Kind.INT_LIST),
          Column.of("doc_ids", Column.Kind.STRING_LIST),
          Column.of("kind", Column.Kind.INT));

  @TempDir Path directory;

  @Test
  void givesBackEveryKindOfCell() throws IOException {
    Path file = write(3);

    try (TableReader reader = TableReader.open(FileChannel.open(file), COLUMNS)) {
      assertThat(reader.rowCount()).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        Row row = reader.next();
        assertThat(row.number(0)).isEqualTo(i - 1L);
        assertThat(row.has(1)).isEqualTo(i != 1);
        assertThat(row.has(2)).isEqualTo(i == 2);
        assertThat(row.text(2)).isEqualTo(i == 2 ? "Mühle 水車" : "");
        assertThat(row.ints(3)).hasSize(i * 1500);
        assertThat(row.texts(4)).containsExactly("a" + i, "");
        assertThat(row.number(5)).isEqualTo(i);
      }
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void readsOnlyTheColumnsAskedForInTheOrderAsked() throws IOException {
    Path file = write(2);

    List<Column> some = List.of(COLUMNS.get(5), COLUMNS.get(0));
    try (TableReader reader = TableReader.open(FileChannel.open(file), some)) {
      Row row = reader.next();
      assertThat(row.number(0)).isZero();
      assertThat(row.number(1)).isEqualTo(-1);
    }
  }

  @Test
  void sameRowsGiveSameBytes() throws IOException {
    assertThat(Files.readAllBytes(write(50))).isEqualTo(Files.readAllBytes(write(50)));
  }

  @Test
  void noticesAFlippedByteInAPage() throws IOException {
    Path file = write(50);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 0x10;
    Files.write(file, bytes);

    assertThatThrownBy(
            () -> {
              try (TableReader reader = TableReader.open(FileChannel.open(file), COLUMNS)) {
                while (reader.next() != null) {}
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAMissingColumnByName() throws IOException {
    Path file = write(1);

    assertThatThrownBy(
            () ->
                TableReader.open(
                    FileChannel.open(file), List.of(Column.of("nope", Column.Kind.LONG))))
        .hasMessageContaining("nope");
  }

  private Path write(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.open(out, COLUMNS)) {
      Row row = new Row(COLUMNS.size());
      for (int i = 0; i < rows; i++) {
        row.clear();
        row.set(0, i - 1L);
        if (i != 1) {
          row.set(1, i / 3.0);
        }
        if (i == 2) {
          row.set(2, "Mühle 水車");
        }
        row.set(3, new int[i * 1500]);
        row.set(4, new String[] {"a" + i, ""});
        row.set(5, (long) i);
        writer.write(row);
      }
    }
    return Files.write(directory.resolve("t.parquet"), out.toByteArray());
  }
}
