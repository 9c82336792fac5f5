// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.shard.ShardFormat;
import dev.gristmill.pipelines.shard.ShardFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a shard of three documents over a vocabulary of ten, where 9 is the end of text. */
class MegatronCheckTest {

  private static final int LENGTHS = 34;
  private static final int OFFSETS = LENGTHS + 4 * 3;
  private static final int INDICES = OFFSETS + 8 * 3;

  @TempDir private Path folder;
  private final MegatronCheck check = new MegatronCheck(10, 9);
  private byte[] bin;
  private byte[] idx;

  @BeforeEach
  void writeAShard() throws IOException {
    write(new int[] {0, 1, 9}, new int[] {9}, new int[] {4, 9});
  }

  private void write(int[]... documents) throws IOException {
    ByteArrayOutputStream tokens = new ByteArrayOutputStream();
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    try (ShardFormat shard = ShardFormats.open("megatron", List.of(tokens, index))) {
      for (int[] document : documents) {
        shard.tokens(document, 0, document.length);
        shard.endDocument();
      }
    }
    bin = tokens.toByteArray();
    idx = index.toByteArray();
  }

  private List<String> problems(byte[] tokens, byte[] index) throws IOException {
    List<String> problems = new ArrayList<>();
    try (FileChannel first = FileChannel.open(Files.write(folder.resolve("bin"), tokens));
        FileChannel second = FileChannel.open(Files.write(folder.resolve("idx"), index))) {
      check.check(first, second, problems::add);
    }
    return problems;
  }

  private List<String> withInt(byte[] of, int at, int value) throws IOException {
    byte[] changed = of.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return of == bin ? problems(changed, idx) : problems(bin, changed);
  }

  private List<String> withLong(int at, long value) throws IOException {
    byte[] changed = idx.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
    return problems(bin, changed);
  }

  @Test
  void countsWhatAShardHolds() throws IOException {
    assertThat(problems(bin, idx)).isEmpty();
    assertThat(check.documents()).isEqualTo(3);
    assertThat(check.tokens()).isEqualTo(6);
  }

  @Test
  void passesAnEmptyShard() throws IOException {
    write();

    assertThat(problems(bin, idx)).isEmpty();
    assertThat(check.documents()).isZero();
    assertThat(check.tokens()).isZero();
  }

  @Test
  void readsMoreThanABufferHolds() throws IOException {
    int[][] documents = new int[20_000][];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = new int[1 + i % 7];
      documents[i][i % 7] = 9;
    }
    write(documents);

    assertThat(problems(bin, idx)).isEmpty();
    assertThat(check.documents()).isEqualTo(20_000);
    assertThat(check.tokens()).isEqualTo(bin.length / 4);
  }

  @Test
  void findsADamagedHeader() throws IOException {
    for (int at = 0; at < 9; at++) {
      byte[] changed = idx.clone();
      changed[at] ^= 1;
      assertThat(problems(bin, changed)).containsExactly("the index does not begin as one");
    }
    assertThat(withLong(9, 2))
        .containsExactly("the index has version 2 and type code 4, not 1 and 4");
    byte[] changed = idx.clone();
    changed[17] = 8;
    assertThat(problems(bin, changed))
        .containsExactly("the index has version 1 and type code 8, not 1 and 4");
    for (long count : new long[] {2, 4, -1, Long.MAX_VALUE, 1L << 61}) {
      assertThat(withLong(18, count))
          .containsExactly("an index of 102 bytes cannot hold " + count + " documents");
    }
    assertThat(withLong(26, 3)).containsExactly("3 document indices for 3 documents");
  }

  @Test
  void findsAnIndexOfAnotherSize() throws IOException {
    assertThat(problems(bin, Arrays.copyOf(idx, 41)))
        .containsExactly("an index of 41 bytes is too short");
    assertThat(problems(bin, Arrays.copyOf(idx, 42)))
        .containsExactly("an index of 42 bytes cannot hold 3 documents");
    assertThat(problems(bin, Arrays.copyOf(idx, 103)))
        .containsExactly("an index of 103 bytes cannot hold 3 documents");
  }

  @Test
  void findsLengthsOffsetsAndDocumentIndicesThatDoNotAgree() throws IOException {
    assertThat(withInt(idx, LENGTHS + 4, 0))
        .containsExactly("document 1 cannot have 0 tokens at byte 12");
    assertThat(withInt(idx, LENGTHS + 4, -1))
        .containsExactly("document 1 cannot have -1 tokens at byte 12");
    assertThat(withInt(idx, LENGTHS + 8, 3))
        .containsExactly("document 2 cannot have 3 tokens at byte 16");
    assertThat(withLong(OFFSETS + 16, 20))
        .containsExactly("document 2 cannot have 2 tokens at byte 20");
    for (int i = 0; i <= 3; i++) {
      assertThat(withLong(INDICES + 8 * i, 7)).containsExactly("document index " + i + " is 7");
    }
  }

  @Test
  void findsTokensOfNoDocument() throws IOException {
    assertThat(problems(Arrays.copyOf(bin, 25), idx))
        .containsExactly("the documents have 24 of the 25 bytes");
    assertThat(problems(Arrays.copyOf(bin, 23), idx))
        .containsExactly("document 2 cannot have 2 tokens at byte 16");
  }

  @Test
  void findsEveryDocumentWhoseTokensAreWrong() throws IOException {
    assertThat(withInt(bin, 4, 9))
        .containsExactly("document 0: the end of text is at token 1 of 3");
    assertThat(withInt(bin, 12, 8))
        .containsExactly("document 1: does not end with the end of text");
    assertThat(withInt(bin, 0, 10))
        .containsExactly("document 0: id 10 is not in a vocabulary of 10");
    assertThat(withInt(bin, 0, -1))
        .containsExactly("document 0: id -1 is not in a vocabulary of 10");
    write(new int[] {1}, new int[] {9}, new int[] {9, 9});
    assertThat(problems(bin, idx))
        .containsExactly(
            "document 0: does not end with the end of text",
            "document 2: the end of text is at token 0 of 2");
    assertThat(check.documents()).isEqualTo(3);
  }
}
