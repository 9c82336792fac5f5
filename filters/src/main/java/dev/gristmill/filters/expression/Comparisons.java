// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import dev.gristmill.filters.NearestName;
import java.util.ArrayList;
import java.util.List;

/** Makes the conditions that compare, and refuses to compare what is not of one kind. */
final class Comparisons {

  private Comparisons() {}

  /**
   * Two numbers by any operator, or two texts by {@code ==} or {@code !=}.
   *
   * @throws ExpressionException for anything else
   */
  static Condition compare(Operator operator, Node left, Node right, Token sign) {
    if (left instanceof Quantity a && right instanceof Quantity b) {
      return new Condition.Comparison(operator, a, b);
    }
    if (left instanceof Wording a && right instanceof Wording b) {
      if (operator == Operator.EQUAL || operator == Operator.OTHER) {
        return new Condition.SameText(operator == Operator.EQUAL, a, b);
      }
      throw new ExpressionException(sign.column(), "texts are compared with ==, != or in");
    }
    if (left instanceof Quantity.Signal signal && right instanceof Wording) {
      throw notText(signal);
    }
    if (right instanceof Quantity.Signal signal && left instanceof Wording) {
      throw notText(signal);
    }
    throw new ExpressionException(
        sign.column(), "cannot compare " + left.kind() + " with " + right.kind());
  }

  /**
   * A number or a text in a list of its kind, or not in it.
   *
   * @throws ExpressionException if the kinds differ or a number is too large
   */
  static Condition member(boolean in, Node left, List<Token> items, Token sign) {
    List<Double> numbers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Token item : items) {
      if (item.kind() == Token.Kind.NUMBER) {
        numbers.add(number(item));
      } else {
        texts.add(item.text());
      }
    }
    if (left instanceof Quantity quantity && texts.isEmpty()) {
      return new Condition.NumberIn(in, quantity, List.copyOf(numbers));
    }
    if (left instanceof Wording wording && numbers.isEmpty()) {
      return new Condition.TextIn(in, wording, List.copyOf(texts));
    }
    if (left instanceof Quantity.Signal signal && numbers.isEmpty()) {
      throw notText(signal);
    }
    throw new ExpressionException(
        sign.column(), "the left side is " + left.kind() + ", the list has others");
  }

  /**
   * The value of a number token.
   *
   * @throws ExpressionException if it is too large for a double
   */
  static double number(Token token) {
    double number = Double.parseDouble(token.text());
    if (Double.isInfinite(number)) {
      throw new ExpressionException(token.column(), "the number is too large");
    }
    return number;
  }

  /** A name that is compared with a text but is none was most probably mistyped. */
  private static ExpressionException notText(Quantity.Signal signal) {
    String name = signal.name().name();
    return new ExpressionException(
        signal.name().column(),
        "\"" + name + "\" is not a text" + NearestName.hint(name, Expression.TEXTS));
  }
}
