// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.util.Arrays;

/**
 * Sorts hashes: one distribution by their top bits, then each bucket by itself.
 *
 * <p>Hashes are spread evenly, so a bucket has about two of them and all is linear. A bucket that
 * has many (one shingle repeated, or a text made to crowd it) goes to {@link Arrays#sort}, so the
 * worst case is that of the JDK. Cost: 12 bytes an element, kept. Not thread-safe.
 */
final class UniformSort {
  private static final int FEW = 64; // below this the JDK sorts by insertion anyway
  private static final int CROWD = 24;
  private static final int MAX_BITS = 20;
  private static final int LARGE = 1 << 20;

  private long[] spread = new long[0];
  private int[] ends = new int[0];

  /** Sorts [0, length) ascending, as signed numbers. */
  void sort(long[] hashes, int length) {
    if (length < FEW) {
      Arrays.sort(hashes, 0, length);
      return;
    }
    int bits = Math.min(MAX_BITS, 31 - Integer.numberOfLeadingZeros(length) - 1);
    reserve(length, (1 << bits) + 1);
    int shift = Long.SIZE - bits;
    for (int i = 0; i < length; i++) {
      ends[bucket(hashes[i], shift) + 1]++;
    }
    for (int b = 1; b <= 1 << bits; b++) {
      ends[b] += ends[b - 1];
    }
    for (int i = 0; i < length; i++) {
      spread[ends[bucket(hashes[i], shift)]++] = hashes[i];
    }
    int from = 0;
    for (int b = 0; b < 1 << bits; b++) {
      sortBucket(from, ends[b]);
      from = ends[b];
    }
    System.arraycopy(spread, 0, hashes, 0, length);
  }

  private void reserve(int length, int bucketEnds) {
    if (spread.length < length || (spread.length > LARGE && length < LARGE / 16)) {
      spread = new long[length + (length >> 1)];
    }
    if (ends.length < bucketEnds) {
      ends = new int[bucketEnds];
    } else {
      Arrays.fill(ends, 0, bucketEnds, 0);
    }
  }

  /** The sign bit is turned, so that negative numbers come first. */
  private static int bucket(long hash, int shift) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> shift);
  }

  private void sortBucket(int from, int to) {
    if (to - from > CROWD) {
      Arrays.sort(spread, from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      long hash = spread[i];
      int j = i;
      while (j > from && spread[j - 1] > hash) {
        spread[j] = spread[j - 1];
        j--;
      }
      spread[j] = hash;
    }
  }
}
