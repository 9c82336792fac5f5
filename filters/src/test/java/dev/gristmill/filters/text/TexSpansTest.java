// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexSpansTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$x$ y; 3",
        "$$x$$ y; 5",
        "$$a$b$$; 7",
        "\\(x\\) y; 5",
        "\\[x\\] y; 5",
        "$a\\$b$; 6",
        "$x$.; 3"
      })
  void findsTheEndOfAFormula(String text, int end) {
    assertThat(new TexSpans(text).end(0)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ x$",
        "$x $",
        "$5 and $6",
        "$x",
        "$x\n\ny$",
        "$x$5",
        "\\(x",
        "\\x",
        "x$",
        "$$x$"
      })
  void findsNoneWithoutAnEndThatFits(String text) {
    assertThat(new TexSpans(text).end(0)).isEqualTo(-1);
  }

  @Test
  void startsNoneBehindALetterOrDigit() {
    assertThat(new TexSpans("US$5 or $6$").end(2)).isEqualTo(-1);
    assertThat(new TexSpans("(x$y$").end(2)).isEqualTo(-1);
    assertThat(new TexSpans("($y$").end(1)).isEqualTo(4);
  }

  @Test
  void findsOneAfterAnother() {
    TexSpans spans = new TexSpans("$a$ \\(b\\) $c$\n\n$d");
    assertThat(spans.end(0)).isEqualTo(3);
    assertThat(spans.end(4)).isEqualTo(9);
    assertThat(spans.end(10)).isEqualTo(13);
    assertThat(spans.end(15)).isEqualTo(-1);
  }
}
