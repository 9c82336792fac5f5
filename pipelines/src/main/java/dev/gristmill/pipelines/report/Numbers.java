// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people; the same on every platform. */
final class Numbers {

  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  private static final String[] COUNTS = {"", "k", "M", "G", "T", "P", "E"};
  private static final double WHOLE = 1e15;

  private Numbers() {}

  /** 1,234,567. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** 12.3 MiB. */
  static String bytes(long number) {
    return scaled((double) number, 1024, BYTES, " ");
  }

  /** 12.3M, for headlines. */
  static String brief(long number) {
    return number < 100_000 ? count(number) : scaled((double) number, 1000, COUNTS, "");
  }

  private static String scaled(double number, int step, String[] units, String space) {
    double rest = number;
    int unit = 0;
    while (rest >= step - 0.05 && unit < units.length - 1) {
      rest /= step;
      unit++;
    }
    return unit == 0
        ? count((long) rest) + (units[0].isEmpty() ? "" : space + units[0])
        : String.format(
            Locale.ROOT,
            rest < 10 && units == COUNTS ? "%.2f%s%s" : "%.1f%s%s",
            rest,
            space,
            units[unit]);
  }

  /** 12.3%; what is not nothing never reads as 0.0%. */
  static String percent(double share) {
    return share > 0 && share < 0.0005
        ? "<0.1%"
        : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** A measured value: whole, or with four digits that count. */
  static String value(double number) {
    if (number == StrictMath.rint(number) && Math.abs(number) < WHOLE) {
      return count((long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(4, RoundingMode.HALF_EVEN));
    double magnitude = Math.abs(number);
    return magnitude >= 1e-4 && magnitude < WHOLE
        ? rounded.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.3e", number);
  }
}
