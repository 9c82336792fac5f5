// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.tokenizer.pack.PackedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardFormatsTest {

  @Test
  void opensEveryFormatWithAFileForEachExtension() throws IOException {
    for (String name : ShardFormats.NAMES) {
      List<Closing> files = new ArrayList<>();
      ShardFormats.extensions(name).forEach(extension -> files.add(new Closing()));

      ShardFormats.open(name, files).close();

      assertThat(files).as(name).isNotEmpty().allMatch(file -> file.closed);
    }
  }

  @Test
  void givesRowsToRowFormatsAndDocumentsToTheOthers() throws IOException {
    for (String name : ShardFormats.NAMES) {
      byte[] nothing = write(name, false, false);
      byte[] rows = write(name, true, false);
      byte[] documents = write(name, false, true);

      byte[] taken = ShardFormats.holdsRows(name) ? rows : documents;
      byte[] ignored = ShardFormats.holdsRows(name) ? documents : rows;
      assertThat(ignored).as(name).isEqualTo(nothing);
      assertThat(taken).as(name).isNotEqualTo(nothing);
      assertThat(write(name, true, true)).as(name).isEqualTo(taken);
    }
  }

  @Test
  void namesShardsSoThatNameOrderIsShardOrder() {
    assertThat(ShardFormats.fileName(3, 12, "idx")).isEqualTo("part-00003-of-00012.idx");
    assertThat(ShardFormats.fileName(123_456, 200_000, "x")).isEqualTo("part-123456-of-200000.x");
  }

  @Test
  void refusesAnUnknownFormat() {
    String message = "format must be one of [parquet, megatron], was csv";
    assertThatThrownBy(() -> ShardFormats.open("csv", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> ShardFormats.extensions("csv")).hasMessage(message);
    assertThatThrownBy(() -> ShardFormats.holdsRows("csv")).hasMessage(message);
  }

  private static byte[] write(String name, boolean rows, boolean documents) throws IOException {
    List<ByteArrayOutputStream> files = new ArrayList<>();
    ShardFormats.extensions(name).forEach(extension -> files.add(new ByteArrayOutputStream()));
    try (ShardFormat format = ShardFormats.open(name, files)) {
      if (rows) {
        format.row(new PackedRow(new int[] {1, 2}, new int[] {0, 2}, new String[] {"a"}));
      }
      if (documents) {
        format.tokens(new int[] {1, 2}, 0, 2);
        format.endDocument();
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteArrayOutputStream file : files) {
      file.writeTo(all);
    }
    return all.toByteArray();
  }

  private static final class Closing extends OutputStream {
    private boolean closed;

    @Override
    public void write(int b) {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
