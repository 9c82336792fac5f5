// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.util.Arrays;

/**
 * Documents that share a band key: for each, the first {@link #MOST_EARLIER} of its bucket in keep
 * order, band by band.
 *
 * <p>A band is one sorted array of {@code key | rank}: of the key as many bits as the rank leaves,
 * 44 for a million documents. Two buckets that meet by chance cost a comparison, no verdict.
 *
 * <p>Memory: 12 bytes a document and band. Cost: a sort for each band.
 */
final class BandBuckets {

  /** As many as a run compares with; see {@code decide.CandidateFold}. */
  static final int MOST_EARLIER = 32;

  private static final int ABSENT = -1;

  private final long[][] sorted; // by band
  private final int[][] starts; // by band and rank
  private final long rankMask;

  /**
   * Fills the buckets.
   *
   * @param keys by rank, the key of each band; none for a document that is like no other
   * @param bands how many
   */
  BandBuckets(long[][] keys, int bands) {
    int rankBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, keys.length - 1));
    rankMask = (1L << rankBits) - 1;
    sorted = new long[bands][];
    starts = new int[bands][];
    for (int band = 0; band < bands; band++) {
      sorted[band] = sort(keys, band, rankBits);
      starts[band] = starts(sorted[band], keys.length, rankBits);
    }
  }

  private static long[] sort(long[][] keys, int band, int rankBits) {
    long[] entries = new long[keys.length];
    int filled = 0;
    for (int rank = 0; rank < keys.length; rank++) {
      if (keys[rank].length > 0) {
        entries[filled++] = keys[rank][band] << rankBits | rank;
      }
    }
    Arrays.sort(entries, 0, filled);
    return filled == entries.length ? entries : Arrays.copyOf(entries, filled);
  }

  private int[] starts(long[] entries, int documents, int rankBits) {
    int[] starts = new int[documents];
    Arrays.fill(starts, ABSENT);
    int start = 0;
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] >> rankBits != entries[start] >> rankBits) {
        start = i;
      }
      starts[(int) (entries[i] & rankMask)] = start;
    }
    return starts;
  }

  /** An array that {@link #earlier} can fill. */
  int[] scratch() {
    return new int[sorted.length * MOST_EARLIER];
  }

  /**
   * The ranks before this one that share a bucket with it, ascending, each once.
   *
   * @return how many
   */
  int earlier(int rank, int[] ranks) {
    int found = 0;
    for (int band = 0; band < sorted.length; band++) {
      int start = starts[band][rank];
      long[] entries = sorted[band];
      for (int i = start; start != ABSENT && i < start + MOST_EARLIER; i++) {
        int other = (int) (entries[i] & rankMask);
        if (other == rank) {
          break; // ranks ascend in a bucket, and it is in its own
        }
        ranks[found++] = other;
      }
    }
    Arrays.sort(ranks, 0, found);
    int distinct = 0;
    for (int i = 0; i < found; i++) {
      if (distinct == 0 || ranks[distinct - 1] != ranks[i]) {
        ranks[distinct++] = ranks[i];
      }
    }
    return distinct;
  }
}
