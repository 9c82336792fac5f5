// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a feed into lines at LF only; a line past the cap is measured but not held.
 *
 * <p>Memory: at most {@code maxLineBytes}. Not thread-safe.
 */
final class LineFeed {
  private static final int FIRST_BYTES = 64 << 10;

  private final ByteFeed feed;
  private final int maxLineBytes;
  private byte[] line = new byte[FIRST_BYTES];
  private int heldBytes;
  private long start;
  private long bytes;

  LineFeed(ByteFeed feed, int maxLineBytes) {
    this.feed = feed;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * Moves to the next line; false at the end of the input.
   *
   * @throws IOException from the feed; {@link #start} is then the start of the line that was cut
   */
  boolean next() throws IOException {
    start = feed.position();
    heldBytes = 0;
    bytes = 0;
    if (!feed.has(1)) {
      return false;
    }
    while (feed.has(1)) {
      int from = feed.index();
      int to = from + feed.available();
      int at = from;
      byte[] window = feed.array();
      while (at < to && window[at] != '\n') {
        at++;
      }
      hold(window, from, at);
      bytes += at - from;
      boolean isEnd = at < to;
      feed.skip(at - from + (isEnd ? 1 : 0));
      if (isEnd) {
        break;
      }
    }
    return true;
  }

  private void hold(byte[] window, int from, int to) {
    if (bytes + (to - from) > maxLineBytes) {
      return;
    }
    int need = heldBytes + to - from;
    if (need > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(maxLineBytes, Math.max(need, 2L * line.length)));
    }
    System.arraycopy(window, from, line, heldBytes, to - from);
    heldBytes = need;
  }

  /** Whether the line is longer than the cap; {@link #array} does not hold all of it then. */
  boolean isTooLong() {
    return bytes > maxLineBytes;
  }

  /** Bytes {@code [0, bytes())} are the line without its LF; reused for the next line. */
  byte[] array() {
    return line;
  }

  /** Length without the LF. */
  long bytes() {
    return bytes;
  }

  /** Index of the first byte of the line that {@link #next} would move to. */
  long nextStart() {
    return feed.position();
  }

  /** Index of the line's first byte. */
  long start() {
    return start;
  }
}
