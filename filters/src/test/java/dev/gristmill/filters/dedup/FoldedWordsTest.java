// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.RandomText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedWordsTest {
  private final FoldedWords words = new FoldedWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Don't stop_me, 3.14! | Don t stop_me 3 14",
        "\u00c9T\u00c9 e\u0301t\u00e9 | \u00c9T\u00c9 e\u0301t\u00e9",
        "\u0939\u093f\u0928\u094d\u0926\u0940 | \u0939\u093f\u0928\u094d\u0926\u0940",
        "x\u00b2 \u00bd \u2167 | x\u00b2 \u00bd \u2167",
        "\ud55c\uad6d\uc5b4 \uae00 | \ud55c\uad6d\uc5b4 \uae00",
        "a\u200db\u00adc\ufeffd\u203fe | a b c d e",
        "abc\u4e2d\u6587def | abc \u4e2d \u6587 def",
        "\u3053\u3093\u30fc\u3002\u30ab\u30bf\u30fb | \u3053 \u3093 \u30fc \u30ab \u30bf",
        "\u0e01\u0e32\u0e3f\u0e51 | \u0e01 \u0e32 \u0e51",
        "\u0e81\u1780\u17d2\u1000\u109a | \u0e81 \u1780 \u17d2 \u1000 \u109a",
        "\ud840\udc00\ud801\udc00x\ud83d\ude00y | \ud840\udc00 \ud801\udc00x y",
        "a\ud800b\udc00c | a b c",
      })
  void findsTheWords(String text, String expected) {
    assertThat(spans(text)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "\u0000", "\ud83d\ude00", "\ud800", "\u2014\n"})
  void findsNoneWhereThereAreNone(String text) {
    assertThat(words.fill(text)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "a, -3248111181431321763",
    "the quick brown fox jumps, 4779249955541752821",
    "THE  Quick-brown\tFOX jumps!, 4779249955541752821",
    "\u00c9t\u00c9 \u03a3\u0391\u03c2 \u041c\u0418\u0440 X_1 42, 1240803802496959666",
    "\u00e9t\u00e9 \u03c3\u03b1\u03c2 \u043c\u0438\u0440 x_1 42, 1240803802496959666",
    "\u4e2d, 7515787058030019167",
    "\ud801\udc00, -6128713283657951999",
    "\ud801\udc28, -6128713283657951999",
  })
  void hashesAsTheFormulaSays(String text, long expected) {
    int size = words.fill(text);

    assertThat(words.gram(0, size)).isEqualTo(expected);
  }

  @Test
  void hashesAreTheSameFarFromTheTableOfPowers() {
    words.fill("b " + "a ".repeat(140));

    assertThat(words.gram(1, 70)).isEqualTo(-6588869942049918472L);
    assertThat(words.gram(71, 70)).isEqualTo(-6588869942049918472L);
  }

  @Test
  void wordOrderWordBordersAndLengthCount() {
    assertThat(
            List.of(
                whole("a b c"),
                whole("c b a"),
                whole("ab c"),
                whole("a bc"),
                whole("abc"),
                whole("a a"),
                whole("a a a"),
                whole("aa"),
                whole("aaa")))
        .doesNotHaveDuplicates();
  }

  @Test
  void noTwoOfHalfAMillionShortWordsCollide() {
    int[] letters = {'a', 'z', '0', '9', '_', 0xe9, 0x3b1, 0x430, 0x5d0, 0x627, 0xac00, 0x10428};
    StringBuilder text = new StringBuilder();
    for (int first : letters) {
      for (int i = 0; i < 40_000; i++) {
        text.appendCodePoint(first).appendCodePoint(0xac00 + i / 4).append((char) ('a' + i % 4));
        text.append(' ');
      }
    }
    words.fill(text.toString());
    long[] hashes = new long[words.size()];
    Arrays.setAll(hashes, i -> words.gram(i, 1));

    assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(12 * 40_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatTheRegexFinds(int seed) {
    String text = RandomText.of(seed, 3_000);

    assertThat(spans(text).stream().map(FoldedWordsTest::lower))
        .isEqualTo(NaiveShingles.words(NaiveShingles.EVERYTHING, text));
  }

  @Test
  void aHugeDocumentDoesNotChangeTheNextOne() {
    long before = whole("the quick brown fox jumps");
    words.fill("x ".repeat(3_000_000));

    assertThat(whole("the quick brown fox jumps")).isEqualTo(before);
  }

  private long whole(String text) {
    return words.gram(0, words.fill(text));
  }

  private List<String> spans(String text) {
    List<String> spans = new ArrayList<>();
    int size = words.fill(text);
    for (int i = 0; i < size; i++) {
      spans.add(text.substring(words.start(i), words.end(i)));
    }
    return spans;
  }

  private static String lower(String word) {
    StringBuilder lower = new StringBuilder();
    word.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
