// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Map<String, Double> NUMBERS =
      Map.of(
          "words",
          50.0,
          "digits",
          0.25,
          "symbols",
          0.2,
          "zero",
          0.0,
          "a.b",
          7.0,
          "absent",
          Double.NaN);
  private static final Map<String, String> TEXTS =
      Map.of("language", "eng", "script", "Latn", "source", "code", "host", "a.example", "url", "");

  /** A document with these values. */
  private static final Expression.Facts FACTS =
      new Expression.Facts() {
        @Override
        public double value(String name) {
          return NUMBERS.get(name);
        }

        @Override
        public String text(String name) {
          return TEXTS.get(name);
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words < 50.5",
        "words <= 50",
        "words > 49",
        "words >= 50",
        "words == 5e1",
        "words != 50.001",
        "digits>.2 and language == 'eng'",
        "language == \"eng\"",
        "'eng' == language",
        "language != script",
        "source in ['maths', 'code']",
        "source not in ['maths']",
        "not source in ['maths']",
        "words in [-1, 50]",
        "words not in [49, 51]",
        "words < 50 or (symbols >= 0.2 and not source in ['maths', 'web'])",
        "host == 'a.example'",
        "url == ''",
        "a.b == 7",
        "words-digits == 49.75",
        "(((words))) == 50",
        "\n words\t== 50\r\n"
      })
  void holds(String source) {
    assertThat(Expression.parse(source).test(FACTS)).isTrue();
    assertThat(Expression.parse("not (" + source + ")").test(FACTS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words < 50",
        "words > 50",
        "words <= 49",
        "words >= 51",
        "words == 51",
        "words != 50",
        "language == 'Eng'",
        "language != 'eng'",
        "source in ['maths']",
        "source not in ['code']",
        "words not in [50]"
      })
  void doesNotHold(String source) {
    assertThat(Expression.parse(source).test(FACTS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3 == 7",
        "(1 + 2) * 3 == 9",
        "10 - 3 - 2 == 5",
        "24 / 4 / 2 == 3",
        "2 * -3 == -6",
        "-2 + 5 == 3",
        "- -2 == 2",
        "1 < 2 or 1 < 1 and 2 < 1",
        "not 2 < 1 and 1 < 2",
        "not (1 < 2 and 2 < 1)",
        "not not 1 < 2",
        "(1 < 2 or 1 < 2) and not 2 < 1"
      })
  void bindsAsPythonDoes(String source) {
    assertThat(Expression.parse(source).test(FACTS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "absent < 1",
        "absent >= 1",
        "absent == 1",
        "absent != 1",
        "absent in [1]",
        "absent not in [1]",
        "absent - absent == 0",
        "words / zero > 0",
        "words / zero <= 0",
        "words / zero != 3",
        "zero / zero == 0"
      })
  void nothingHoldsOfANumberThatIsNone(String source) {
    assertThat(Expression.parse(source).test(FACTS)).isFalse();
    assertThat(Expression.parse("not " + source).test(FACTS)).isTrue();
  }

  @Test
  void namesStandInOrderOfAppearance() {
    Expression expression =
        Expression.parse("words < 5 and host == 'x' or digits / words > symbols and url != host");

    assertThat(expression.numbers()).containsExactly("words", "digits", "symbols");
    assertThat(expression.texts()).containsExactly("host", "url");
  }

  @Test
  void describesTheValuesUsed() {
    Expression expression =
        Expression.parse("digits / 3 > 0.3 and language == 'eng' or digits < words + absent");

    assertThat(expression.describe(FACTS))
        .isEqualTo("digits 0.25, language 'eng', words 50, absent not measured");
    assertThat(Figures.of(1 / 3.0)).isEqualTo("0.333333");
    assertThat(Figures.of(1_234_567)).isEqualTo("1234567");
    assertThat(Figures.of(-2e-9 / 3)).isEqualTo("-6.66667E-10");
    assertThat(Figures.of(Double.NEGATIVE_INFINITY)).isEqualTo("-infinity");
  }

  @Test
  void aFailureHasTheFirstNumbersThatMustHold() {
    assertThat(failure("words < 60")).isEqualTo(new Failure("few", 50, 60));
    assertThat(failure("60 > words")).isEqualTo(new Failure("few", 50, 60));
    assertThat(failure("language == 'eng' and (words * 2 >= 60 and digits > 0.1)"))
        .isEqualTo(new Failure("few", 100, 60));
    assertThat(failure("digits > symbols")).isEqualTo(new Failure("few", 0.25, 0.2));
  }

  @Test
  void aFailureOfAnythingElseIsOneOverZero() {
    assertThat(failure("words < 60 or digits > 1")).isEqualTo(new Failure("few", 1, 0));
    assertThat(failure("not words > 60")).isEqualTo(new Failure("few", 1, 0));
    assertThat(failure("words in [50]")).isEqualTo(new Failure("few", 1, 0));
    assertThat(failure("language == 'eng'")).isEqualTo(new Failure("few", 1, 0));
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    Expression expression =
        Expression.parse("words < 50 or not (-a.b in [1, 7] and source not in ['x', 'y'])");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(expression);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Expression copy = (Expression) in.readObject();

      assertThat(copy).isEqualTo(expression).hasSameHashCodeAs(expression);
      assertThat(copy.test(FACTS)).isTrue();
      assertThat(copy).hasToString(expression.toString());
    }
  }

  private static Failure failure(String source) {
    Expression expression = Expression.parse(source);
    assertThat(expression.test(FACTS)).isTrue();
    return expression.failure("few", FACTS);
  }
}
