// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** Texts of a stated length that UTF-8 can hold. */
final class WellFormed {

  private static final char ELLIPSIS = '\u2026';
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /**
   * The text with each lone surrogate as U+FFFD; one that is longer than {@code most} UTF-16 units
   * is cut and ends in an ellipsis within them. Cost: linear in the result, whatever the text.
   *
   * @param most at least 2
   */
  static String cut(String text, int most) {
    boolean isLong = text.length() > most;
    int end = isLong ? most - 1 : text.length();
    if (isLong && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder kept = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        kept.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        kept.append(c).append(text.charAt(++i));
      } else {
        kept.append(REPLACEMENT);
      }
    }
    return isLong ? kept.append(ELLIPSIS).toString() : kept.toString();
  }
}
