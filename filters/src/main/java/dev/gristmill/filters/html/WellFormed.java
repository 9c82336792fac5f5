// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/** Makes characters that encode as valid UTF-8: no NUL, no lone surrogate. One pass. */
final class WellFormed {
  private WellFormed() {}

  /** The same characters without NUL, with U+FFFD for each lone surrogate. */
  static String of(String chars) {
    int bad = 0;
    while (bad < chars.length() && isGood(chars, bad)) {
      bad++;
    }
    if (bad == chars.length()) {
      return chars;
    }
    StringBuilder out = new StringBuilder(chars.length()).append(chars, 0, bad);
    for (int i = bad; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (isGood(chars, i)) {
        out.append(c);
      } else if (c != 0) {
        out.append('\uFFFD');
      }
    }
    return out.toString();
  }

  /** The same characters without NUL, for decoders that make no lone surrogates. */
  static String withoutNul(String chars) {
    return chars.indexOf(0) < 0 ? chars : chars.replace("\0", "");
  }

  /** The same characters without NUL and without a byte order mark at the start. */
  static String withoutMark(String chars) {
    return withoutNul(chars.startsWith("\uFEFF") ? chars.substring(1) : chars);
  }

  private static boolean isGood(CharSequence chars, int i) {
    char c = chars.charAt(i);
    if (!Character.isSurrogate(c)) {
      return c != 0;
    }
    return Character.isHighSurrogate(c)
        ? i + 1 < chars.length() && Character.isLowSurrogate(chars.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(chars.charAt(i - 1));
  }
}
