// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.List;
import java.util.function.Consumer;

/** A number; NaN where it was not measured or is not defined. */
sealed interface Quantity extends Node {
  /** Its value for one document. */
  double value(Expression.Facts facts);

  @Override
  default String kind() {
    return "a number";
  }

  /** A literal. */
  record Constant(double number) implements Quantity {
    @Override
    public double value(Expression.Facts facts) {
      return number;
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }
  }

  /** A signal. */
  record Signal(Name name) implements Quantity {
    @Override
    public double value(Expression.Facts facts) {
      return facts.value(name.name());
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public void names(Consumer<Name> sink) {
      sink.accept(name);
    }
  }

  /** Unary minus. */
  record Negative(Quantity quantity) implements Quantity {
    @Override
    public double value(Expression.Facts facts) {
      return -quantity.value(facts);
    }

    @Override
    public List<Quantity> parts() {
      return List.of(quantity);
    }
  }

  /**
   * A sum, difference, product or quotient.
   *
   * @param operator one of {@code + - * /}
   */
  record Arithmetic(char operator, Quantity left, Quantity right) implements Quantity {
    @Override
    public double value(Expression.Facts facts) {
      double a = left.value(facts);
      double b = right.value(facts);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> b == 0 ? Double.NaN : a / b;
        default -> throw new IllegalStateException("no operator " + operator);
      };
    }

    @Override
    public List<Quantity> parts() {
      return List.of(left, right);
    }
  }
}
