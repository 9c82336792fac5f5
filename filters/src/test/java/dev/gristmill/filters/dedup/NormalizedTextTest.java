// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.RandomText;
import dev.gristmill.filters.text.Whitespace;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedTextTest {
  @Test
  void ignoresCaseSpaceAndTheEncodingOfAccents() {
    assertThat(NormalizedText.digest("Hello World"))
        .isEqualTo(NormalizedText.digest("  hello\u00a0\u2028WORLD\t"));
    assertThat(NormalizedText.digest("caf\u00e9")).isEqualTo(NormalizedText.digest("CAFE\u0301"));
    assertThat(NormalizedText.digest("\uac00")).isEqualTo(NormalizedText.digest("\u1100\u1161"));
  }

  @ParameterizedTest
  @CsvSource({"hello world, helloworld", "a.b, ab", "cafe, caf\u00e9", "1, 2", "\u03c3, \u03c2"})
  void keepsEverythingElseApart(String a, String b) {
    assertThat(NormalizedText.digest(a)).isNotEqualTo(NormalizedText.digest(b));
  }

  @Test
  void isTheDigestOfTheNormalizedBytes() {
    assertThat(NormalizedText.digest(" ABC \n\n d\u00c9f ")).isEqualTo(utf8("abc d\u00e9f"));
    assertThat(NormalizedText.digest(" \n ")).isEqualTo(utf8(""));
    assertThat(NormalizedText.digest("a\ud800b")).isEqualTo(utf8("a\ufffdb"));
    assertThat(NormalizedText.digest("\ud83d\ude00\u20ac")).isEqualTo(utf8("\ud83d\ude00\u20ac"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void piecesGiveWhatTheWholeTextGives(int seed) {
    String text =
        RandomText.of(seed, 20_000) + "x\u0301".repeat(9_000) + "\u1100\u1161".repeat(9_000);

    assertThat(NormalizedText.digest(text)).isEqualTo(utf8(naive(text)));
  }

  @Test
  void aWallOfCombiningMarksTakesLinearTime() {
    String wall = "a" + "\u0301".repeat(1_000_000);

    assertThat(NormalizedText.digest(wall)).isEqualTo(NormalizedText.digest(" " + wall + " "));
  }

  private static Digest128 utf8(String text) {
    return Digest128.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole text at once, by strings. */
  private static String naive(String text) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            c -> {
              if (c < 0x10000 && Whitespace.isSpace((char) c)) {
                folded.append(' ');
              } else if (c >= 0xd800 && c < 0xe000) {
                folded.append('\ufffd');
              } else {
                folded.appendCodePoint(Character.toLowerCase(c));
              }
            });
    return folded.toString().replaceAll(" +", " ").strip();
  }
}
