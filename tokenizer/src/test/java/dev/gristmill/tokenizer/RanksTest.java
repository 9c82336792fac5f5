// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeedExtension.class)
class RanksTest {
  @Test
  void findsEveryTokenOfCl100kByItsBytes() {
    Ranks ranks = Vocabularies.cl100kRanks();

    assertThat(ranks.size()).isEqualTo(100256);
    assertThat(ranks.longest()).isEqualTo(128);
    for (int rank = 0; rank < ranks.size(); rank++) {
      byte[] token = ranks.bytes(rank);
      assertThat(ranks.rankOf(token, 0, token.length)).isEqualTo(rank);
      assertThat(ranks.length(rank)).isEqualTo(token.length);
    }
  }

  @Test
  void looksOnlyAtTheRangeItIsGiven() throws IOException {
    Ranks ranks = load(lines("abc", "abcdefghij"));
    byte[] text = "xabcdefghijx".getBytes(UTF_8);

    assertThat(ranks.rankOf(text, 1, 4)).isEqualTo(256);
    assertThat(ranks.rankOf(text, 1, 11)).isEqualTo(257);
    assertThat(ranks.rankOf(text, 1, 10)).isEqualTo(Ranks.NONE);
    assertThat(ranks.rankOf(text, 0, 12)).isEqualTo(Ranks.NONE);
    assertThat(ranks.rankOf(text, 1, 1)).isEqualTo(Ranks.NONE);
    assertThat(ranks.rankOf(text, 1, 3)).isEqualTo(Ranks.NONE);
  }

  @Test
  void aPairOfTokensRanksAsItsBytesDo(@RandomSeed long seed) {
    Ranks ranks = Vocabularies.cl100kRanks();
    Random random = new Random(seed);
    int joined = 0;
    for (int round = 0; round < 100_000; round++) {
      // Every other pair is a cut of a token, so that not all are unknown.
      byte[] token = ranks.bytes(random.nextInt(ranks.size()));
      int cut = random.nextInt(token.length);
      int left = round % 2 == 0 ? random.nextInt(1000) : ranks.rankOf(token, 0, cut);
      int right = round % 2 == 0 ? random.nextInt(1000) : ranks.rankOf(token, cut, token.length);
      if (left == Ranks.NONE || right == Ranks.NONE) {
        continue;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(ranks.bytes(left));
      bytes.writeBytes(ranks.bytes(right));

      int found = ranks.rankOfPair(left, right);
      joined += found == Ranks.NONE ? 0 : 1;
      assertThat(found).isEqualTo(ranks.rankOf(bytes.toByteArray(), 0, bytes.size()));
    }
    assertThat(joined).isPositive();
  }

  @Test
  void listsAndFilesGiveTheSameVocabulary() {
    List<byte[]> tokens = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      tokens.add(new byte[] {(byte) value});
    }
    tokens.add("ab".getBytes(UTF_8));

    Ranks ranks = Ranks.of(tokens);

    assertThat(ranks.size()).isEqualTo(257);
    assertThat(ranks.rankOf("ab".getBytes(UTF_8), 0, 2)).isEqualTo(256);
    assertThat(ranks.bytes(65)).isEqualTo(new byte[] {65});
  }

  @Test
  void readsAFileWithoutALastLineFeed() throws IOException {
    String file = lines("abc");

    assertThat(load(file.substring(0, file.length() - 1)).size()).isEqualTo(257);
  }

  @Test
  void refusesMalformedLinesByNumber() {
    refuses(lines() + "YWJj\n", "line 257: must be: base64, one space, rank");
    refuses(lines() + "\n", "line 257: must be");
    refuses(lines() + " 256\n", "line 257: must be");
    refuses(lines() + "YW!j 256\n", "line 257: not base64");
    refuses(lines() + "YWI 256\n", "line 257: base64 must be padded");
    refuses(lines() + "YWJj 256\r\n", "line 257: the rank must be a decimal number");
    refuses(lines() + "YWJj  256\n", "line 257: the rank must be a decimal number");
    refuses(lines() + "YWJj -1\n", "line 257: the rank must be a decimal number");
    refuses(lines() + "YWJj 99999999999\n", "line 257: the rank must be a decimal number");
  }

  @Test
  void refusesHolesAndRepeatedRanksByLine() {
    refuses(lines() + "YWJj 257\n", "line 257: rank 257 where 256 is due");
    refuses(lines() + "YWJj 255\n", "line 257: rank 255 where 256 is due");
  }

  @Test
  void refusesRepeatedBytesByLine() {
    refuses(
        lines("abc", "abd", "abc"), "line 259, rank 258: the same bytes as rank 256 (line 257)");
    refuses(lines("A"), "line 257, rank 256: the same bytes as rank 65 (line 66)");
  }

  @Test
  void refusesAVocabularyThatLacksAByte() {
    String file = lines();
    String shorter = file.substring(0, file.lastIndexOf('\n', file.length() - 2) + 1);

    refuses(shorter, "0xff is missing");
    refuses("", "0x0 is missing");
  }

  @Test
  void boundsTheLengthOfAToken() throws IOException {
    assertThat(load(lines("a".repeat(1024))).longest()).isEqualTo(1024);
    refuses(lines("a".repeat(1025)), "line 257, rank 256: a token must have 1 to 1024 bytes");
  }

  private static void refuses(String file, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(file))
        .withMessageContaining(message);
  }

  private static Ranks load(String file) throws IOException {
    return Ranks.load(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  /** A file of the 256 bytes in order and then these tokens. */
  private static String lines(String... tokens) {
    StringBuilder file = new StringBuilder();
    for (int value = 0; value < 256; value++) {
      line(file, new byte[] {(byte) value}, value);
    }
    for (int at = 0; at < tokens.length; at++) {
      line(file, tokens[at].getBytes(UTF_8), 256 + at);
    }
    return file.toString();
  }

  private static void line(StringBuilder file, byte[] token, int rank) {
    file.append(Base64.getEncoder().encodeToString(token)).append(' ').append(rank).append('\n');
  }
}
