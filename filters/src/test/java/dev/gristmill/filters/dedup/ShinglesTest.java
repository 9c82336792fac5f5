// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gristmill.filters.RandomText;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {
  private final Shingles shingles = Shingles.of(5);

  @Test
  void areTheAscendingHashesOfTheFormula() {
    assertThat(of("The quick brown fox jumps over the lazy dog."))
        .containsExactly(
            0xadfd19f97ef5afb6L,
            0xcea75f45e06e00c1L,
            0x0d2ecd481d6b5b6aL,
            0x1aebbd55fc35ebbdL,
            0x42534e8354de1bf5L);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 0",
    "'. !', 0, 0",
    "one, 1, 1",
    "one two three four, 4, 1",
    "one two three four five, 5, 1",
    "one two three four five six, 6, 2",
    "a a a a a a a a, 8, 1",
    "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d, 6, 2",
  })
  void countsDistinctShingles(String text, int words, int expected) {
    assertThat(shingles.fill(text)).isEqualTo(expected);
    assertThat(shingles.size()).isEqualTo(expected);
    assertThat(shingles.words()).isEqualTo(words);
    assertThat(shingles.toArray()).hasSize(expected);
  }

  @Test
  void aShortDocumentIsNoShingleOfALongerOne() {
    assertThat(of("one two three four")).doesNotContain(of("one two three four five"));
    assertThat(of("One, two; THREE four")).isEqualTo(of("one two three four"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 13})
  void similarityIsThatOfTheNaiveSets(int n) {
    Shingles some = Shingles.of(n);
    for (int seed = 0; seed < 60; seed++) {
      String a = RandomText.of(seed, 4 + 10 * seed);
      String b = a.substring(a.length() / 3) + RandomText.of(seed + 1000, seed);
      Set<String> naiveA = NaiveShingles.of(NaiveShingles.EVERYTHING, n, a);
      Set<String> naiveB = NaiveShingles.of(NaiveShingles.EVERYTHING, n, b);

      some.fill(a);
      long[] fastA = some.toArray();
      some.fill(b);
      long[] fastB = some.toArray();

      assertThat(fastA).hasSameSizeAs(naiveA).isSorted().doesNotHaveDuplicates();
      assertThat(Jaccard.of(fastA, fastB))
          .isCloseTo(NaiveShingles.jaccard(naiveA, naiveB), within(0.0));
    }
  }

  @Test
  void areThoseOfTheRegexOnOrdinaryText() {
    String text =
        "\"It's 10:30,\" said Z\u00fcrich's caf\u00e9-owner_2 \u2014 \u041f\u0440\u0438\u0432\u0435\u0442, \u03ba\u03cc\u03c3\u03bc\u03b5! (\u0645\u0631\u062d\u0628\u0627) \ud55c\uad6d\n";

    assertThat(NaiveShingles.words(NaiveShingles.ORDINARY, text))
        .isEqualTo(NaiveShingles.words(NaiveShingles.EVERYTHING, text))
        .hasSize(13);
    assertThat(of(text)).hasSameSizeAs(NaiveShingles.of(NaiveShingles.ORDINARY, 5, text));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65})
  void rejectsBadN(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shingles.of(n))
        .withMessage("n must be in [1, 64], was " + n);
  }

  @Test
  void takesTheLimitsOfN() {
    assertThat(Shingles.of(1).fill("a b a")).isEqualTo(2);
    assertThat(Shingles.of(64).fill("a ".repeat(64) + "b")).isEqualTo(2);
  }

  @Test
  @Timeout(20)
  void hostileTextsTakeLinearTime() {
    assertThat(shingles.fill("a".repeat(1 << 20))).isOne();
    assertThat(shingles.fill("\u4e2d".repeat(1 << 20))).isOne();
    assertThat(shingles.fill(".".repeat(1 << 20))).isZero();
    assertThat(shingles.fill("\ud83d".repeat(1 << 20))).isZero();
    assertThat(shingles.fill("a b ".repeat(1 << 19))).isEqualTo(2);
    assertThat(shingles.fill("line\n".repeat(1 << 18))).isOne();
  }

  private long[] of(String text) {
    shingles.fill(text);
    return shingles.toArray();
  }
}
