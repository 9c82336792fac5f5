// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSampleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello   WORLD|hello world
          see https://a.b/c?d=1 now|see now
          write to some.one@example.org today|write to today
          in 1999 and 2001|in and
          well-known，磨坊|well known 磨坊
          sooooo goood|soo good
          wow 😀 yes|wow yes
          磨坊https://a.b/c河边|磨坊 河边
          """)
  void isCleanedForTheModel(String text, String expected) {
    assertThat(cleaned(text)).isEqualTo(expected);
  }

  @Test
  void whiteSpaceOfAnyKindBecomesOneSpace() {
    assertThat(cleaned(" a\u00a0\n\u2028b\t")).isEqualTo("a b");
  }

  @Test
  void aLongTextIsSampledAtThreePlaces() {
    String text = "a b ".repeat(1000) + "m n ".repeat(1000) + "x y ".repeat(1000);

    String cleaned = cleaned(text);

    assertThat(cleaned).contains("a b a", "m n m", "x y x");
    assertThat(cleaned.length()).isBetween(700, 3 * TextSample.WINDOW_UNITS + 3);
  }

  @Test
  void aTextOfSurrogatePairsStillHasAScript() {
    TextSample sample = TextSample.of("x" + "\ud801\udc37\ud801\udc38".repeat(5000));

    assertThat(sample.scripts().majority()).isEqualTo("Dsrt");
    assertThat(sample.scripts().letters()).isBetween(380, 384);
  }

  @ParameterizedTest
  @CsvSource({
    "abc где, Latn",
    "ab где, Cyrl",
    "水車, Hani",
    "水車の, Jpan",
    "한국, Hang",
    "123, Zyyy",
    "𐐷𐐷, Dsrt"
  })
  void theScriptIsTheOneOfMostLetters(String text, String script) {
    assertThat(TextSample.of(text).scripts().majority()).isEqualTo(script);
  }

  private static String cleaned(String text) {
    TextSample sample = TextSample.of(text);
    return new String(sample.chars(), 0, sample.length());
  }
}
