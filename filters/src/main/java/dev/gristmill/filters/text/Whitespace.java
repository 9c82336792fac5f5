// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * White space as Python 3 knows it: {@code str.isspace}, {@code str.split} and {@code str.strip}.
 *
 * <p>Source: CPython Objects/unicodetype_db.h, {@code _PyUnicode_IsWhitespace} and {@code
 * _PyUnicode_IsLinebreak} (Unicode 14). All members are in the Basic Multilingual Plane, so a
 * UTF-16 unit decides. Java's {@code \s}, {@code isWhitespace} and {@code isSpaceChar} all differ.
 */
public final class Whitespace {
  private Whitespace() {}

  /** True for the 29 characters that {@code str.split()} separates at. */
  public static boolean isSpace(char c) {
    if (c <= ' ') {
      return c >= 0x1c || (c >= '\t' && c <= '\r');
    }
    if (c < 0x1680) {
      return c == 0x85 || c == 0xa0;
    }
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** True for the characters that {@code str.splitlines()} ends a line at. */
  public static boolean isLineBreak(char c) {
    if (c <= 0x1e) {
      return c >= 0x1c || (c >= '\n' && c <= '\r');
    }
    return c >= 0x85 && (c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  /** The first index in [from, to) that is not white space, or {@code to}. */
  public static int skipForward(char[] chars, int from, int to) {
    int i = from;
    while (i < to && isSpace(chars[i])) {
      i++;
    }
    return i;
  }

  /** The end of [from, to) without its trailing white space; {@code from} when all is white. */
  public static int skipBackward(char[] chars, int from, int to) {
    int i = to;
    while (i > from && isSpace(chars[i - 1])) {
      i--;
    }
    return i;
  }
}
