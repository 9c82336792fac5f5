// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.util.Arrays;

/**
 * The features of one text: buckets with values, and dense statistics. Made to be filled again and
 * again by {@link FeatureHasher#hash}; one for each thread.
 *
 * <p>Shape: {@link #size} distinct buckets in order of first appearance, values log(1 + count),
 * scaled to a Euclidean length of 1; {@link TextStatistics#COUNT} statistics in [0, 1].
 *
 * <p>Memory: 4 bytes a bucket, and 12 for each bucket in use.
 */
public final class HashedFeatures {
  private static final int KEPT = 1 << 16;

  private final int bits;
  private final int[] counts;
  private final double[] dense = new double[TextStatistics.COUNT];
  private final TextStatistics statistics = new TextStatistics();
  private int[] buckets = new int[1 << 10];
  private double[] values = new double[1 << 10];
  private int size;

  /** Room for the features that these settings give. */
  public HashedFeatures(FeatureSettings settings) {
    bits = settings.bits();
    counts = new int[settings.buckets()];
  }

  int bits() {
    return bits;
  }

  TextStatistics statistics() {
    return statistics;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[buckets[i]] = 0;
    }
    if (buckets.length > KEPT && size < KEPT) {
      buckets = new int[1 << 10]; // let go what one huge text blew up
    }
    size = 0;
    statistics.clear();
  }

  /** Counts one feature; the top bits of the mixed hash are its bucket. */
  void count(long hash) {
    int bucket = (int) (mix(hash) >>> (Long.SIZE - bits));
    if (counts[bucket]++ == 0) {
      if (size == buckets.length) {
        buckets = Arrays.copyOf(buckets, 2 * size);
      }
      buckets[size++] = bucket;
    }
  }

  /** Turns counts into values. */
  void finish() {
    if (values.length != buckets.length) {
      values = new double[buckets.length];
    }
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double value = StrictMath.log1p(counts[buckets[i]]);
      values[i] = value;
      squares += value * value;
    }
    double scale = size == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int i = 0; i < size; i++) {
      values[i] *= scale;
    }
    statistics.write(dense);
  }

  /** The finalizer of MurmurHash3, 64 bits. */
  private static long mix(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  /** The number of distinct buckets. */
  public int size() {
    return size;
  }

  /**
   * The bucket of a feature.
   *
   * @param i 0 to {@link #size} - 1, in order of first appearance
   */
  public int bucket(int i) {
    return buckets[i];
  }

  /** The value of a feature, more than 0 and at most 1. */
  public double value(int i) {
    return values[i];
  }

  /** A statistic, 0 to 1; {@link TextStatistics#NAMES} says which. */
  public double dense(int i) {
    return dense[i];
  }
}
