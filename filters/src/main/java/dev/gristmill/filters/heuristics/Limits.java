// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

/** Checks parameters at construction. */
final class Limits {
  /** More words or letters than any document has. */
  static final int MAX_COUNT = 1_000_000;

  private Limits() {}

  static void requireCount(String name, int value) {
    if (value < 0 || value > MAX_COUNT) {
      throw new IllegalArgumentException(name + " must be in [0, " + MAX_COUNT + "], was " + value);
    }
  }

  static void requireShare(String name, double value) {
    requireIn(name, value, 1);
  }

  /** The negated comparison also rejects NaN. */
  static void requireIn(String name, double value, int max) {
    if (!(value >= 0 && value <= max)) {
      throw new IllegalArgumentException(name + " must be in [0, " + max + "], was " + value);
    }
  }

  static void requireOrdered(String minName, double min, String maxName, double max) {
    if (min > max) {
      throw new IllegalArgumentException(
          minName + " must be at most " + maxName + ", was " + min + " > " + max);
    }
  }
}
