// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

/** The side of a limit on which a value fails. A value equal to the limit always passes. */
public enum Direction {
  /** Fails when {@code value < limit}. */
  MIN,
  /** Fails when {@code value > limit}. */
  MAX;

  /** True when the value is on the wrong side of the limit; the comparison is strict. */
  public boolean fails(double value, double limit) {
    return this == MIN ? value < limit : value > limit;
  }
}
