// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers for people, the same on every JDK (whose Double.toString differ) and locale. */
final class Figures {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final double MAX_WHOLE = 1L << 53;

  private Figures() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    if (value == StrictMath.rint(value) && StrictMath.abs(value) <= MAX_WHOLE) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros().toString();
  }
}
