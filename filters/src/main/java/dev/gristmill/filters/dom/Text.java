// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** White space in texts: tab, line feed, form feed, carriage return, space. */
final class Text {
  private Text() {}

  /** Drops from chars[from, to) in place what is not white space; the new end. */
  static int keepSpace(char[] chars, int from, int to) {
    int write = from;
    for (int i = from; i < to; i++) {
      if (TagScan.isSpace(chars[i])) {
        chars[write++] = chars[i];
      }
    }
    return write;
  }

  /** Where chars[from, to) has its first character that is not white space; {@code to} if none. */
  static int start(char[] chars, int from, int to) {
    int i = from;
    while (i < to && (chars[i] <= ' ' && (TagScan.isSpace(chars[i]) || chars[i] == '\r'))) {
      i++;
    }
    return i;
  }
}
