// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * A window that moves over a source of bytes and lets its reader look ahead.
 *
 * <p>Memory: {@code capacity} bytes. Not thread-safe.
 */
final class ByteFeed {

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Source {
    /**
     * Reads some bytes.
     *
     * @param position index of the wanted byte; sources that cannot seek are only ever asked for
     *     the byte behind the last one they gave
     * @return bytes read, at least 1, or -1 at the end
     */
    int read(long position, byte[] into, int at, int max) throws IOException;
  }

  private final Source source;
  private final byte[] window;
  private long base;
  private int at;
  private int end;
  private boolean hasEnded;

  ByteFeed(Source source, int capacity) {
    this.source = source;
    this.window = new byte[capacity];
  }

  /** Index of the next byte. */
  long position() {
    return base + at;
  }

  /** Moves to a byte; cheap inside the window, else the source must be able to seek. */
  void seek(long position) {
    if (position >= base && position <= base + end) {
      at = (int) (position - base);
      return;
    }
    restart(position);
  }

  /** Forgets the window and goes on at a byte. */
  void restart(long position) {
    base = position;
    at = 0;
    end = 0;
    hasEnded = false;
  }

  /** Whether at least this many bytes follow; at most the capacity may be asked for. */
  boolean has(int bytes) throws IOException {
    while (end - at < bytes) {
      if (hasEnded) {
        return false;
      }
      if (at == end || window.length - at < bytes || end == window.length) {
        compact();
      }
      int got = source.read(base + end, window, end, window.length - end);
      hasEnded = got < 0;
      end += Math.max(got, 0);
    }
    return true;
  }

  /** Sees to it that the array goes on for so many bytes from the next one, whatever they are. */
  void makeRoom(int bytes) {
    if (window.length - at < bytes) {
      compact();
    }
  }

  private void compact() {
    System.arraycopy(window, at, window, 0, end - at);
    base += at;
    end -= at;
    at = 0;
  }

  /** The byte {@code ahead} of the next one; {@link #has} must have said that it is there. */
  byte peek(int ahead) {
    return window[at + ahead];
  }

  /** Whether the next bytes are these. */
  boolean startsWith(byte[] prefix) throws IOException {
    return has(prefix.length)
        && Arrays.equals(window, at, at + prefix.length, prefix, 0, prefix.length);
  }

  /** The window's array; bytes {@code [index(), index() + available())} are next. */
  byte[] array() {
    return window;
  }

  int index() {
    return at;
  }

  int available() {
    return end - at;
  }

  /** Steps over bytes that are in the window. */
  void skip(int bytes) {
    at += bytes;
  }

  /** Reads up to {@code max} bytes; -1 at the end. */
  int read(byte[] into, int from, int max) throws IOException {
    if (at == end && !hasEnded && max >= window.length) {
      // Large blocks bypass the window.
      int got = source.read(base + end, into, from, max);
      hasEnded = got < 0;
      base += end + Math.max(got, 0);
      at = 0;
      end = 0;
      return got;
    }
    if (!has(1)) {
      return -1;
    }
    int copied = Math.min(max, end - at);
    System.arraycopy(window, at, into, from, copied);
    at += copied;
    return copied;
  }

  /** Steps over up to {@code bytes} by reading them; returns how many there were. */
  long discard(long bytes) throws IOException {
    long left = bytes;
    while (left > 0 && has(1)) {
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
    return bytes - left;
  }

  /** Moves to the next occurrence of the pattern, or to the end; whether there is one. */
  boolean find(byte[] pattern) throws IOException {
    return find(pattern, Long.MAX_VALUE);
  }

  /** Like {@link #find(byte[])}, but gives up soon behind {@code before}, wherever it is then. */
  boolean find(byte[] pattern, long before) throws IOException {
    while (position() < before && has(pattern.length)) {
      int last = end - pattern.length;
      for (int i = at; i <= last; i++) {
        if (window[i] == pattern[0]
            && Arrays.equals(window, i, i + pattern.length, pattern, 0, pattern.length)) {
          at = i;
          return position() < before;
        }
      }
      at = last + 1;
    }
    if (position() < before) {
      at = end;
    }
    return false;
  }
}
