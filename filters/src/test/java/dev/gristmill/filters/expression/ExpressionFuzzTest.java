// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random soup is an expression or an ExpressionException; random expressions mean what they say.
 */
class ExpressionFuzzTest {
  private static final String[] SOUP = {
    "words",
    "digits",
    "language",
    "host",
    "1",
    "0.5",
    "1e3",
    ".",
    "e",
    "'a'",
    "\"b\"",
    "'",
    "\"",
    "<",
    "<=",
    ">",
    ">=",
    "==",
    "!=",
    "=",
    "!",
    "+",
    "-",
    "*",
    "/",
    "(",
    ")",
    "[",
    "]",
    ",",
    "and",
    "or",
    "not",
    "in",
    " ",
    " ",
    " ",
    "\n",
    "\u0000",
    "\u00e9",
    "\ud83d\ude00",
    "\ud800",
    "_",
    "#"
  };
  private static final String[] OPERATORS = {"<", "<=", ">", ">=", "==", "!="};

  /** A document where every number is the length of its name. */
  private static final Expression.Facts FACTS =
      new Expression.Facts() {
        @Override
        public double value(String name) {
          return name.equals("none") ? Double.NaN : name.length();
        }

        @Override
        public String text(String name) {
          return name;
        }
      };

  /** An expression and what it should give. */
  private record Sample<T>(String source, T value) {}

  @Test
  void soupNeverThrowsAnythingElse() {
    SplittableRandom random = new SplittableRandom(1);
    int parsed = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder source = new StringBuilder();
      int vocabulary = 1 + random.nextInt(SOUP.length);
      for (int parts = random.nextInt(12); parts > 0; parts--) {
        source.append(SOUP[random.nextInt(vocabulary)]);
      }
      parsed += tried(source.toString()) ? 1 : 0;
    }
    assertThat(parsed).isGreaterThan(100);
  }

  @Test
  void longRowsOfOneTokenNeverThrowAnythingElse() {
    for (String part : SOUP) {
      for (int times : new int[] {100, 101, 102, 1000, 4096, 5000}) {
        tried(part.repeat(times));
        tried("words < " + (part + " ").repeat(times));
        tried((part + " ").repeat(times) + "words < 1");
      }
    }
    assertThat(tried("(".repeat(4096))).isFalse();
  }

  @Test
  void evaluatesAsTheOracleDoes() {
    SplittableRandom random = new SplittableRandom(2);
    int held = 0;
    for (int i = 0; i < 20_000; i++) {
      Sample<Boolean> sample = disjunction(random, 4);
      Expression expression = Expression.parse(sample.source());

      assertThat(expression.test(FACTS)).as(sample.source()).isEqualTo(sample.value());
      held += sample.value() ? 1 : 0;
    }
    assertThat(held).isBetween(2_000, 18_000);
  }

  private static boolean tried(String source) {
    try {
      Expression expression = Expression.parse(source);
      expression.describe(FACTS);
      expression.failure("rule", FACTS);
      expression.check(expression.numbers());
      assertThat(expression.test(FACTS)).isEqualTo(Expression.parse(source).test(FACTS));
      return true;
    } catch (ExpressionException e) {
      assertThat(e.column()).isBetween(1, source.length() + 1);
      return false;
    }
  }

  private static Sample<Boolean> disjunction(SplittableRandom random, int depth) {
    Sample<Boolean> sample = conjunction(random, depth);
    while (random.nextInt(4) == 0) {
      Sample<Boolean> next = conjunction(random, depth);
      sample = new Sample<>(sample.source + " or " + next.source, sample.value || next.value);
    }
    return sample;
  }

  private static Sample<Boolean> conjunction(SplittableRandom random, int depth) {
    Sample<Boolean> sample = negation(random, depth);
    while (random.nextInt(4) == 0) {
      Sample<Boolean> next = negation(random, depth);
      sample = new Sample<>(sample.source + " and " + next.source, sample.value && next.value);
    }
    return sample;
  }

  private static Sample<Boolean> negation(SplittableRandom random, int depth) {
    int choice = random.nextInt(6);
    if (choice == 0) {
      Sample<Boolean> sample = negation(random, depth);
      return new Sample<>("not " + sample.source, !sample.value);
    }
    if (choice == 1 && depth > 0) {
      Sample<Boolean> sample = disjunction(random, depth - 1);
      return new Sample<>("(" + sample.source + ")", sample.value);
    }
    if (choice == 2) {
      boolean same = random.nextBoolean();
      boolean equal = random.nextBoolean();
      return new Sample<>(
          "language " + (equal ? "==" : "!=") + (same ? " 'language'" : " \"x\""), equal == same);
    }
    Sample<Double> left = sum(random, depth);
    Sample<Double> right = sum(random, depth);
    String operator = OPERATORS[random.nextInt(OPERATORS.length)];
    double a = left.value;
    double b = right.value;
    boolean value =
        !Double.isNaN(a)
            && !Double.isNaN(b)
            && switch (operator) {
              case "<" -> a < b;
              case "<=" -> a <= b;
              case ">" -> a > b;
              case ">=" -> a >= b;
              case "==" -> a == b;
              default -> a != b;
            };
    return new Sample<>(left.source + " " + operator + " " + right.source, value);
  }

  private static Sample<Double> sum(SplittableRandom random, int depth) {
    Sample<Double> sample = product(random, depth);
    while (random.nextInt(4) == 0) {
      Sample<Double> next = product(random, depth);
      sample =
          random.nextBoolean()
              ? new Sample<>(sample.source + "+" + next.source, sample.value + next.value)
              : new Sample<>(sample.source + "-" + next.source, sample.value - next.value);
    }
    return sample;
  }

  private static Sample<Double> product(SplittableRandom random, int depth) {
    Sample<Double> sample = factor(random, depth);
    while (random.nextInt(4) == 0) {
      Sample<Double> next = factor(random, depth);
      sample =
          random.nextBoolean()
              ? new Sample<>(sample.source + "*" + next.source, sample.value * next.value)
              : new Sample<>(
                  sample.source + "/" + next.source,
                  next.value == 0 ? Double.NaN : sample.value / next.value);
    }
    return sample;
  }

  private static Sample<Double> factor(SplittableRandom random, int depth) {
    switch (random.nextInt(6)) {
      case 0 -> {
        Sample<Double> sample = factor(random, depth);
        return new Sample<>("-" + sample.source, -sample.value);
      }
      case 1 -> {
        if (depth > 0) {
          Sample<Double> sample = sum(random, depth - 1);
          return new Sample<>("(" + sample.source + ")", sample.value);
        }
        return new Sample<>("0", 0.0);
      }
      case 2 -> {
        String name = "n".repeat(1 + random.nextInt(5));
        return new Sample<>(name, (double) name.length());
      }
      case 3 -> {
        return random.nextInt(8) == 0
            ? new Sample<>("none", Double.NaN)
            : new Sample<>("a_1.b2", 6.0);
      }
      default -> {
        double number = random.nextInt(20) / 4.0;
        return new Sample<>(Double.toString(number), number);
      }
    }
  }
}
