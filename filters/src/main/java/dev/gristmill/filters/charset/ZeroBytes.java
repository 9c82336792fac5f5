// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises UTF-16 without a byte order mark by the zero bytes beside the ASCII of its markup.
 *
 * <p>Source: ours. At least one unit in eight, and four of them, is ASCII in one byte order, and
 * next to none in the other; a page without any ASCII in its first {@value #SAMPLE_BYTES} bytes is
 * not recognised. Cost: bounded.
 */
public final class ZeroBytes {
  private static final int SAMPLE_BYTES = 4096;
  private static final int MIN_UNITS = 4;

  private ZeroBytes() {}

  /** UTF-16LE or UTF-16BE, empty if the bytes show neither. */
  public static Optional<Charset> utf16(byte[] body, int from, int to) {
    int units = Math.min(SAMPLE_BYTES, to - from) / 2;
    int little = 0;
    int big = 0;
    for (int unit = 0; unit < units; unit++) {
      int first = body[from + 2 * unit];
      int second = body[from + 2 * unit + 1];
      if (second == 0 && isText(first)) {
        little++;
      } else if (first == 0 && isText(second)) {
        big++;
      }
    }
    if (Math.max(little, big) < MIN_UNITS || Math.max(little, big) * 8 < units) {
      return Optional.empty();
    }
    if (big * 16 <= little) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return little * 16 <= big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  private static boolean isText(int b) {
    return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
  }
}
