// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * How much of a byte range reads as UTF-8.
 *
 * <p>Source: RFC 3629, section 4 (well-formed sequences). A sequence cut off by the end of the
 * range is not counted as malformed, since crawls truncate pages. Cost: one pass, no allocation
 * beyond the record.
 *
 * @param pairs well-formed sequences of two bytes
 * @param longer well-formed sequences of three or four bytes
 * @param malformed bytes that belong to no well-formed sequence
 */
record Utf8Census(int pairs, int longer, int malformed) {

  static Utf8Census of(byte[] body, int from, int to) {
    int pairs = 0;
    int longer = 0;
    int malformed = 0;
    int i = from;
    while (i < to) {
      int b = body[i] & 0xFF;
      if (b < 0x80) {
        i++;
        continue;
      }
      int more = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : 3;
      if (b < 0xC2 || b > 0xF4) {
        malformed++;
        i++;
        continue;
      }
      int j = i + 1;
      while (j < to && j <= i + more && isContinuation(b, j - i, body[j] & 0xFF)) {
        j++;
      }
      if (j == i + more + 1) {
        if (more == 1) {
          pairs++;
        } else {
          longer++;
        }
        i = j;
      } else if (j == to) {
        return new Utf8Census(pairs, longer, malformed);
      } else {
        malformed++;
        i++;
      }
    }
    return new Utf8Census(pairs, longer, malformed);
  }

  /** Overlong forms, surrogates and values past U+10FFFF show in the second byte. */
  private static boolean isContinuation(int lead, int index, int b) {
    int low = 0x80;
    int high = 0xBF;
    if (index == 1) {
      low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
    return b >= low && b <= high;
  }

  boolean isValid() {
    return malformed == 0;
  }

  /**
   * Damaged UTF-8 rather than another charset: at most one malformed byte per five sequences. In
   * GBK or EUC-KR text one character in eight is well-formed UTF-8 by chance.
   */
  boolean isMostlyUtf8() {
    return malformed <= (pairs + (long) longer) / 5;
  }
}
