// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.Optional;

/** How two numbers are compared; with NaN nothing holds, not even {@code !=}. */
enum Operator {
  LESS("<") {
    @Override
    boolean holds(double left, double right) {
      return left < right;
    }
  },
  AT_MOST("<=") {
    @Override
    boolean holds(double left, double right) {
      return left <= right;
    }
  },
  MORE(">") {
    @Override
    boolean holds(double left, double right) {
      return left > right;
    }
  },
  AT_LEAST(">=") {
    @Override
    boolean holds(double left, double right) {
      return left >= right;
    }
  },
  EQUAL("==") {
    @Override
    boolean holds(double left, double right) {
      return left == right;
    }
  },
  OTHER("!=") {
    @Override
    boolean holds(double left, double right) {
      return left < right || left > right;
    }
  };

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  abstract boolean holds(double left, double right);

  /** The operator written so. */
  static Optional<Operator> of(String sign) {
    for (Operator operator : values()) {
      if (operator.sign.equals(sign)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
