// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

/**
 * Exact Jaccard similarity of two sets: elements in both over elements in either, from 0 to 1.
 *
 * <p>Source: Jaccard 1901; as the resemblance of documents, Broder 1997.
 *
 * <p>Sets are arrays in ascending order without repeats, as {@link Shingles#toArray} gives them;
 * unchecked. Two empty sets have similarity 0: documents without words are not duplicates of each
 * other. Cost: linear in both sizes; no allocation; thread-safe.
 */
public final class Jaccard {
  private Jaccard() {}

  /** The similarity, from 0 to 1. */
  public static double of(long[] a, long[] b) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      long x = a[i];
      long y = b[j];
      // No branches: which of two hashes is the smaller cannot be predicted.
      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return ratio(common, a.length, b.length);
  }

  /**
   * True exactly when {@code of(a, b) >= threshold}, and mostly sooner: at once when the sizes are
   * too far apart, else as soon as too few elements are left.
   *
   * @throws IllegalArgumentException if the threshold is not in [0, 1]
   */
  public static boolean atLeast(long[] a, long[] b, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in [0, 1], was " + threshold);
    }
    int required = required(a.length, b.length, threshold);
    // How many elements of each may be missing in the other.
    int spareA = a.length - required;
    int spareB = b.length - required;
    int common = 0;
    int i = 0;
    int j = 0;
    while (common < required) {
      if (i - common > spareA || j - common > spareB) {
        return false;
      }
      long x = a[i];
      long y = b[j];
      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return true;
  }

  /** The least number of common elements that reaches the threshold; may exceed both sizes. */
  private static int required(int sizeA, int sizeB, double threshold) {
    long sum = (long) sizeA + sizeB;
    int common = Math.max(0, (int) (threshold * sum / (1 + threshold)) - 2);
    // The last steps by the very division that decides: rounding must not differ from of().
    while (common <= Math.min(sizeA, sizeB) && ratio(common, sizeA, sizeB) < threshold) {
      common++;
    }
    return common;
  }

  private static double ratio(int common, int sizeA, int sizeB) {
    long union = (long) sizeA + sizeB - common;
    return union == 0 ? 0 : (double) common / union;
  }
}
