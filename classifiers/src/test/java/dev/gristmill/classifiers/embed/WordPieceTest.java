// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Expected ids are those of the Python package tokenizers 0.23.3 with the same tokenizer.json. */
class WordPieceTest {
  private static WordPiece tokenizer;

  @BeforeAll
  static void load() throws IOException {
    tokenizer = new WordPiece(VocabularyJson.read(new String(json(), StandardCharsets.UTF_8)));
  }

  private static byte[] json() throws IOException {
    return MiniLm.resource(MiniLm.VOCABULARY, MiniLm.VOCABULARY_SHA256);
  }

  private static int[] encode(String text) {
    return tokenizer.encode(text, 256);
  }

  @Test
  void cutsWordsAndPieces() {
    assertThat(encode("hello world")).containsExactly(101, 7592, 2088, 102);
    assertThat(encode(" supercalifragilistic\u200bexpialidocious"))
        .containsExactly(
            101, 3565, 9289, 10128, 29181, 24411, 4588, 10288, 19312, 21273, 10085, 6313, 102);
  }

  @Test
  void lowersCaseAndStripsAccents() {
    assertThat(encode("Unaffable! Ça va, naïve Zoë?"))
        .containsExactly(101, 14477, 20961, 3468, 999, 6187, 12436, 1010, 15743, 11199, 1029, 102);
    assertThat(encode("İstanbul ẞ ﬁn")).containsExactly(101, 9960, 1096, 1984, 2078, 102);
  }

  @Test
  void splitsAtPunctuation() {
    assertThat(encode("don't stop: U.S. $3.14"))
        .containsExactly(
            101, 2123, 1005, 1056, 2644, 1024, 1057, 1012, 1055, 1012, 1002, 1017, 1012, 2403, 102);
  }

  @Test
  void spacesIdeographsAndDecomposesHangul() {
    assertThat(encode("日本語 テキスト 한국어"))
        .containsExactly(
            101, 1864, 1876, 1950, 1713, 30227, 30233, 30240, 1469, 30006, 30021, 29991, 30014,
            30020, 29999, 30008, 102);
  }

  @Test
  void knowsWordsOfAHundredCodePointsAndNoLonger() {
    assertThat(encode("a".repeat(100)).length).isGreaterThan(4);
    assertThat(encode("a".repeat(101) + " b")).containsExactly(101, 100, 1038, 102);
  }

  @Test
  void hasBothEndsForAnEmptyText() {
    assertThat(encode("")).containsExactly(101, 102);
    assertThat(encode(" \u0000\u200b\ufffd\ue000 ")).containsExactly(101, 102);
  }

  @Test
  void truncatesWithinAWordAndKeepsTheEnd() {
    assertThat(tokenizer.encode("hello world", 4)).containsExactly(101, 7592, 2088, 102);
    assertThat(tokenizer.encode("hello world", 3)).containsExactly(101, 7592, 102);
    assertThat(tokenizer.encode("hello world", 2)).containsExactly(101, 102);
    assertThat(tokenizer.encode("unaffable", 4)).containsExactly(101, 14477, 20961, 102);
    assertThat(encode("word ".repeat(300))).hasSize(256).endsWith(102);
  }

  @Test
  void takesSpecialTokensInATextForText() {
    assertThat(encode("[SEP]")).startsWith(101, 1031).hasSizeGreaterThan(3);
  }

  @Test
  void isQuickWithHostileTexts() {
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(encode("a".repeat(1 << 20))).containsExactly(101, 100, 102);
          assertThat(encode(" ".repeat(1 << 20))).containsExactly(101, 102);
          assertThat(encode("\u0301".repeat(1 << 20))).containsExactly(101, 102);
          assertThat(encode("\ud800".repeat(1 << 20))).containsExactly(101, 102);
          assertThat(encode("!".repeat(1 << 20))).hasSize(256);
        });
  }

  @Test
  void needsItsSpecialTokens() {
    assertThatThrownBy(() -> new WordPiece(Map.of("[UNK]", 0, "[CLS]", 1)))
        .hasMessage("vocabulary has no [SEP]");
  }
}
