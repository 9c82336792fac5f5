// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import dev.gristmill.tokenizer.pack.PackedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

  @TempDir Path folder;

  @Test
  void givesBackRowsInOrder() throws IOException {
    Path file = Files.write(folder.resolve("rows.parquet"), write());

    try (TableReader table = TableReader.open(FileChannel.open(file), ParquetRows.COLUMNS)) {
      Row first = table.next();
      assertThat(first.ints(0)).containsExactly(1, 2, 3, 4);
      assertThat(first.ints(1)).containsExactly(0, 3, 4);
      assertThat(first.texts(2)).containsExactly("a", "b");
      assertThat(table.next().texts(2)).containsExactly("b", "");
      assertThat(table.next()).isNull();
    }
  }

  @Test
  void writesTheSameBytesForTheSameRows() throws IOException {
    assertThat(write()).isEqualTo(write());
  }

  private static byte[] write() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ParquetRows format = new ParquetRows(out)) {
      format.row(
          new PackedRow(new int[] {1, 2, 3, 4}, new int[] {0, 3, 4}, new String[] {"a", "b"}));
      format.row(
          new PackedRow(new int[] {5, 6, 0, 0}, new int[] {0, 2, 4}, new String[] {"b", ""}));
    }
    return out.toByteArray();
  }
}
