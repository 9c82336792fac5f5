// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.List;

/** True or false of a document. */
sealed interface Condition extends Node {
  /** Whether it holds. */
  boolean test(Expression.Facts facts);

  @Override
  default String kind() {
    return "a condition";
  }

  /** Two numbers; false if either is NaN. */
  record Comparison(Operator operator, Quantity left, Quantity right) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      return operator.holds(left.value(facts), right.value(facts));
    }

    @Override
    public List<Quantity> parts() {
      return List.of(left, right);
    }
  }

  /** Two texts, unit by unit. */
  record SameText(boolean same, Wording left, Wording right) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      return left.text(facts).equals(right.text(facts)) == same;
    }

    @Override
    public List<Wording> parts() {
      return List.of(left, right);
    }
  }

  /** A number in a list, or not in it; false if it is NaN. */
  record NumberIn(boolean in, Quantity quantity, List<Double> numbers) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      double value = quantity.value(facts);
      if (Double.isNaN(value)) {
        return false;
      }
      boolean found = false;
      for (double number : numbers) {
        found |= value == number;
      }
      return found == in;
    }

    @Override
    public List<Quantity> parts() {
      return List.of(quantity);
    }
  }

  /** A text in a list, or not in it. */
  record TextIn(boolean in, Wording wording, List<String> texts) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      return texts.contains(wording.text(facts)) == in;
    }

    @Override
    public List<Wording> parts() {
      return List.of(wording);
    }
  }

  /** The opposite; true if a comparison below is false for NaN. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      return !condition.test(facts);
    }

    @Override
    public List<Condition> parts() {
      return List.of(condition);
    }
  }

  /** All of them, from left to right until one is false. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      for (Condition part : parts) {
        if (!part.test(facts)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Any of them, from left to right until one is true. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean test(Expression.Facts facts) {
      for (Condition part : parts) {
        if (part.test(facts)) {
          return true;
        }
      }
      return false;
    }
  }
}
