// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.util.Optional;

/**
 * Undoes UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 once more, where the
 * whole page went that way.
 *
 * <p>Source: WHATWG Encoding Standard, index windows-1252; RFC 3629 for the sequences. Every
 * character above ASCII has to be part of a well-formed sequence; one that is not, and the page
 * stays as it is. A single sequence counts only if it is one that prose cannot hold, such as an A
 * with tilde before a sign. Cost: one pass up to the first character that does not fit, which on an
 * ordinary page is the first above ASCII.
 */
public final class DoubleUtf8 {
  /** What 0x80 to 0x9F are in windows-1252; 0 where it has nothing, so that Latin-1 is meant. */
  private static final String HIGH =
      "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
          + "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

  private DoubleUtf8() {}

  /** The page as it was meant, empty if it is not consistently doubled. */
  public static Optional<String> repair(String page) {
    int sequences = 0;
    int certain = 0;
    int i = 0;
    while (i < page.length()) {
      char c = page.charAt(i);
      if (c < 0x80) {
        i++;
        continue;
      }
      int more = more(page, i);
      if (more == 0) {
        return Optional.empty();
      }
      sequences++;
      certain += more > 1 || c == '\u00C2' || c == '\u00C3' ? 1 : 0;
      i += more + 1;
    }
    return certain > 0 || sequences > 1 ? Optional.of(undone(page)) : Optional.empty();
  }

  private static String undone(String page) {
    StringBuilder out = new StringBuilder(page.length());
    int i = 0;
    while (i < page.length()) {
      char c = page.charAt(i++);
      if (c < 0x80) {
        out.append(c);
        continue;
      }
      int more = more(page, i - 1);
      int codePoint = c & (0x3F >> more);
      for (int end = i + more; i < end; i++) {
        codePoint = codePoint << 6 | (byteOf(page.charAt(i)) & 0x3F);
      }
      out.appendCodePoint(codePoint);
    }
    return out.toString();
  }

  /** The number of continuations that follow a lead, 0 if the sequence is not well-formed. */
  private static int more(String page, int at) {
    int lead = page.charAt(at);
    int more = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (at + more >= page.length()) {
      return 0;
    }
    for (int i = 1; i <= more; i++) {
      int b = byteOf(page.charAt(at + i));
      int low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (b < low || b > high) {
        return 0;
      }
    }
    return more;
  }

  /** The byte that a character was read from, 0 if it is none of windows-1252 above ASCII. */
  private static int byteOf(char c) {
    if (c >= 0x80 && c <= 0xFF) {
      return c;
    }
    int at = c < 0x152 || c > 0x2122 ? -1 : HIGH.indexOf(c);
    return at < 0 ? 0 : 0x80 + at;
  }
}
