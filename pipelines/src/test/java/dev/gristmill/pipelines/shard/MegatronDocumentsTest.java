// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MegatronDocumentsTest {

  private final ByteArrayOutputStream bin = new ByteArrayOutputStream();
  private final ByteArrayOutputStream idx = new ByteArrayOutputStream();

  private static String hex(ByteArrayOutputStream bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Test
  void writesTheLayoutThatMegatronReads() throws IOException {
    try (MegatronDocuments shard = new MegatronDocuments(bin, idx)) {
      shard.tokens(new int[] {9, 1, 2, 9}, 1, 3);
      shard.tokens(new int[] {0x01020304}, 0, 1);
      shard.endDocument();
      shard.tokens(new int[] {7}, 0, 1);
      shard.endDocument();
    }

    assertThat(hex(bin)).isEqualTo("01000000" + "02000000" + "04030201" + "07000000");
    assertThat(hex(idx))
        .isEqualTo(
            "4d4d49444944580000" // MMIDIDX, two NULs
                + "0100000000000000" // version
                + "04" // int32
                + "0200000000000000" // sequences
                + "0300000000000000" // document indices
                + ("03000000" + "01000000") // lengths
                + ("0000000000000000" + "0c00000000000000") // offsets
                + ("0000000000000000" + "0100000000000000" + "0200000000000000"));
  }

  @Test
  void writesAnEmptyShard() throws IOException {
    new MegatronDocuments(bin, idx).close();

    assertThat(bin.size()).isZero();
    assertThat(hex(idx))
        .isEqualTo(
            "4d4d49444944580000"
                + "0100000000000000"
                + "04"
                + "0000000000000000"
                + "0100000000000000"
                + "0000000000000000");
  }

  @Test
  void writesMoreDocumentsThanABufferHolds() throws IOException {
    int documents = 40_000;
    try (MegatronDocuments shard = new MegatronDocuments(bin, idx)) {
      for (int i = 0; i < documents; i++) {
        shard.tokens(new int[] {i, i}, 0, 1 + i % 2);
        shard.endDocument();
      }
    }

    ByteBuffer index = ByteBuffer.wrap(idx.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer tokens = ByteBuffer.wrap(bin.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(index.capacity()).isEqualTo(34 + 20 * documents + 8);
    long offset = 0;
    for (int i = 0; i < documents; i++) {
      int length = index.getInt(34 + 4 * i);
      assertThat(length).isEqualTo(1 + i % 2);
      assertThat(index.getLong(34 + 4 * documents + 8 * i)).isEqualTo(offset);
      assertThat(tokens.getInt((int) offset)).isEqualTo(i);
      offset += 4L * length;
    }
    assertThat(index.getLong(34 + 20 * documents)).isEqualTo(documents);
    assertThat(tokens.capacity()).isEqualTo(offset);
  }

  @Test
  void refusesADocumentLongerThanALengthCanSay() throws IOException {
    assertThat(MegatronDocuments.longer(Integer.MAX_VALUE - 3, 3)).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> MegatronDocuments.longer(Integer.MAX_VALUE - 3, 4))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a document has more than 2147483647 tokens, which megatron shards cannot hold");
  }
}
