// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines at LF only; a line past the cap is counted but not held.
 *
 * <p>Memory: {@link #MAX_BYTES} at most. Not thread-safe.
 */
final class ByteLines {

  /** Bytes of a line that are held. */
  static final int MAX_BYTES = 64 << 20;

  private final InputStream in;
  private final byte[] window = new byte[64 << 10];
  private int at;
  private int end;
  private byte[] line = new byte[64 << 10];
  private long lineBytes;
  private long number;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    number++;
    lineBytes = 0;
    if (at == end && !fill()) {
      return false;
    }
    while (true) {
      int from = at;
      while (at < end && window[at] != '\n') {
        at++;
      }
      hold(from, at);
      if (at < end) {
        at++;
        return true;
      }
      if (!fill()) {
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = 0;
    int got;
    do {
      got = in.read(window, 0, window.length);
    } while (got == 0);
    end = Math.max(got, 0);
    return got > 0;
  }

  private void hold(int from, int to) {
    long needed = lineBytes + to - from;
    if (needed <= MAX_BYTES) {
      if (needed > line.length) {
        long doubled = Math.min(MAX_BYTES, 2L * line.length);
        line = Arrays.copyOf(line, (int) Math.max(needed, doubled));
      }
      System.arraycopy(window, from, line, (int) lineBytes, to - from);
    }
    lineBytes = needed;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  /** Bytes {@code [0, lineBytes())} are the line without its LF; reused for the next line. */
  byte[] array() {
    return line;
  }

  /** Length without the LF; over {@link #MAX_BYTES} the line is not held. */
  long lineBytes() {
    return lineBytes;
  }
}
