// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "``~column 1: expected a name, a number or a text in quotes, was the end",
        "words~column 1: expected a comparison here, was a number",
        "language~column 1: expected a comparison here, was a text",
        "words <~column 8: expected a name, a number or a text in quotes, was the end",
        "words < 5 6~column 11: expected an operator, was \"6\"",
        "words < 5 and digits~column 15: expected a comparison here, was a number",
        "words < 5 or not digits~column 18: expected a comparison here, was a number",
        "(words < 5~column 11: expected \")\", was the end",
        "words < 5)~column 10: expected an operator, was \")\"",
        "1 < words < 5~column 11: comparisons do not chain; join them with and",
        "words in [1] in [1]~column 14: comparisons do not chain; join them with and",
        "words = 5~column 7: equality is written ==",
        "words < 5 && digits > 1~column 11: conjunction is written and",
        "words < 5 || digits > 1~column 11: disjunction is written or",
        "!(words < 5)~column 1: negation is written not",
        "words < 5 % 2~column 11: unexpected character \"%\"",
        "wörds < 5~column 2: unexpected character \"ö\"",
        "host == 'a~column 9: the text has no closing '",
        "words < 5e~column 9: the number has no exponent after \"e\"",
        "words < 1e999~column 9: the number is too large",
        "words < 5words~column 10: a number ends here, or a name begins with a digit",
        "words < 1.2.3~column 12: a number ends here, or a name begins with a digit",
        "words in []~column 11: expected a number or a text in quotes, was \"]\"",
        "words in [1, 'a']~column 7: the left side is a number, the list has others",
        "words in [digits]~column 11: expected a number or a text in quotes, was \"digits\"",
        "words in 5~column 10: expected \"[\", was \"5\"",
        "host in [1]~column 6: the left side is a text, the list has others",
        "host < 'b'~column 6: texts are compared with ==, != or in",
        "host == 5~column 6: cannot compare a text with a number",
        "host + 1 > 2~column 1: expected a number here, was a text",
        "1 + host > 2~column 5: expected a number here, was a text",
        "-host > 2~column 2: expected a number here, was a text",
        "(words < 5) == (digits < 1)~column 13: cannot compare a condition with a condition",
        "words == not digits~column 10: expected a name, a number or a text in quotes, was \"not\"",
        "langauge == 'eng'~column 1: \"langauge\" is not a text; did you mean \"language\"?",
        "'eng' == langauge~column 10: \"langauge\" is not a text; did you mean \"language\"?",
        "surce in ['web']~column 1: \"surce\" is not a text; did you mean \"source\"?"
      })
  void namesTheColumnAndTheProblem(String source, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> Expression.parse(source))
        .withMessage(message)
        .satisfies(e -> assertThat(message).startsWith("column " + e.column() + ":"));
  }

  @Test
  void anUnknownSignalIsAnErrorThatNamesTheNearest() {
    Expression expression = Expression.parse("words < 5 and digitz > 0.3 and language == 'eng'");

    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> expression.check(Set.of("words", "digits")))
        .withMessage("column 15: unknown signal \"digitz\"; did you mean \"digits\"?");
    expression.check(Set.of("words", "digitz"));
  }

  @Test
  void theLongestExpressionHas4096Characters() {
    String source = "words < 5";
    String longest = source + " ".repeat(Expression.MAX_CHARACTERS - source.length());

    assertThat(Expression.parse(longest).numbers()).containsExactly("words");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> Expression.parse(longest + " "))
        .withMessage("column 4097: longer than 4096 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "(, 'words < 5', ), 100",
    "'not ', 'words < 5', '', 98",
    "'', 'words < 5', ' + 1', 98",
    "'', 'words < 5', ' * 1', 98",
    "-, 'words < 5', '', 98"
  })
  void theDeepestExpressionHasAHundredLevels(String open, String inner, String close, int deepest) {
    String last = open.repeat(deepest) + inner + close.repeat(deepest);

    assertThat(Expression.parse(last).numbers()).containsExactly("words");
    for (int deeper : new int[] {deepest + 1, 1000}) {
      assertThatExceptionOfType(ExpressionException.class)
          .isThrownBy(() -> Expression.parse(open.repeat(deeper) + inner + close.repeat(deeper)))
          .withMessageContaining("nested deeper than 100 levels");
    }
  }

  @Test
  void aRowOfAndOrOrIsOneLevel() {
    assertThat(Expression.parse("w<1" + " or w<1".repeat(500)).numbers()).containsExactly("w");
    assertThat(Expression.parse("w<1" + " and w<1".repeat(500)).numbers()).containsExactly("w");
  }
}
