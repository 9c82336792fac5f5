// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

/**
 * Finds UTF-8 that was read as windows-1252 or Latin-1: a letter such as A with circumflex followed
 * by just the characters that the continuation bytes of one UTF-8 sequence turn into.
 *
 * <p>Source: ours; byte values from the WHATWG Encoding Standard, index windows-1252; sequence
 * lengths from RFC 3629. Natural text has such pairs now and then (a capital letter before a
 * closing quotation mark), which is why their share is compared with a limit.
 */
final class Mojibake {
  /** What bytes 0x80..0x9F are in windows-1252; U+FFFD where it has nothing (read as Latin-1). */
  private static final String C1_BLOCK =
      "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd"
          + "\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178";

  private static final int NOT_CONTINUATION = 0;

  private Mojibake() {}

  /** The number of characters in such sequences. Cost: linear. */
  static int count(char[] chars, int length) {
    int count = 0;
    int i = 0;
    while (i < length) {
      char c = chars[i];
      int continuations = c < 0xc2 || c > 0xf4 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
      if (continuations > 0 && allContinuations(chars, i + 1, i + 1 + continuations, length)) {
        count += continuations + 1;
        i += continuations + 1;
      } else {
        i++;
      }
    }
    return count;
  }

  private static boolean allContinuations(char[] chars, int from, int to, int length) {
    if (to > length) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (continuation(chars[i]) == NOT_CONTINUATION) {
        return false;
      }
    }
    return true;
  }

  /** The byte 0x80..0xBF that the character stands for, or 0. */
  private static int continuation(char c) {
    if (c >= 0x80 && c <= 0xbf) {
      return c;
    }
    if (c < 0x152 || c > 0x2122) {
      return NOT_CONTINUATION;
    }
    int at = C1_BLOCK.indexOf(c);
    return at < 0 ? NOT_CONTINUATION : 0x80 + at;
  }
}
