// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The lines of a tiktoken vocabulary file, parsed: token bytes one after the other, and where each
 * begins.
 */
final class TiktokenLines {
  private static final int MAX_RANK_DIGITS = 9;

  private final byte[] arena;
  private final int[] starts;

  private TiktokenLines(byte[] arena, int[] starts) {
    this.arena = arena;
    this.starts = starts;
  }

  /**
   * Parses a whole file.
   *
   * @throws IllegalArgumentException naming the line, if it is not {@code base64 SPACE rank} or the
   *     rank is not the line's index
   */
  static TiktokenLines parse(byte[] file) {
    byte[] arena = new byte[file.length];
    IntList starts = new IntList(1 << 17);
    starts.add(0);
    int end = 0;
    for (int at = 0; at < file.length; ) {
      int line = starts.size();
      int lineEnd = indexOf(file, (byte) '\n', at, file.length);
      int space = indexOf(file, (byte) ' ', at, lineEnd);
      if (space == at || space == lineEnd) {
        throw refused(line, "must be: base64, one space, rank", null);
      }
      byte[] token = decode(Arrays.copyOfRange(file, at, space), line);
      int rank = rank(file, space + 1, lineEnd, line);
      if (rank != line - 1) {
        throw refused(
            line, "rank " + rank + " where " + (line - 1) + " is due; ranks ascend from 0", null);
      }
      System.arraycopy(token, 0, arena, end, token.length);
      end += token.length;
      starts.add(end);
      at = lineEnd + 1;
    }
    return new TiktokenLines(Arrays.copyOf(arena, end), starts.toArray());
  }

  /** Token bytes, one after the other; not a copy. */
  byte[] arena() {
    return arena;
  }

  /** Where each token begins, and the arena's length; not a copy. */
  int[] starts() {
    return starts;
  }

  private static byte[] decode(byte[] base64, int line) {
    if (base64.length % 4 != 0) {
      throw refused(line, "base64 must be padded to a multiple of four characters", null);
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw refused(line, "not base64: " + e.getMessage(), e);
    }
  }

  private static int rank(byte[] file, int from, int to, int line) {
    boolean digits = from < to && to - from <= MAX_RANK_DIGITS;
    for (int at = from; digits && at < to; at++) {
      digits = file[at] >= '0' && file[at] <= '9';
    }
    if (!digits) {
      throw refused(line, "the rank must be a decimal number below 10^9", null);
    }
    return Integer.parseInt(new String(file, from, to - from, StandardCharsets.ISO_8859_1));
  }

  private static int indexOf(byte[] file, byte value, int from, int to) {
    int at = from;
    while (at < to && file[at] != value) {
      at++;
    }
    return at;
  }

  private static IllegalArgumentException refused(int line, String why, Throwable cause) {
    return new IllegalArgumentException("line " + line + ": " + why, cause);
  }
}
