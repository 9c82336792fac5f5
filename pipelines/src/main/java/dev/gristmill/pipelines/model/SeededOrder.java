// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import dev.gristmill.filters.dedup.Digest128;

/**
 * The global shuffle: a document's place follows from the run's seed and its id alone.
 *
 * <p>Two rounds of SplitMix64's finalizer (Steele, Lea and Flood, OOPSLA 2014) over seed and id;
 * ids are digests already, so the places are uniform in 64 bits.
 */
public final class SeededOrder {

  /** Salt of the choice that {@code --sample} makes. */
  public static final long SAMPLE = 0x5A3D_6C1F_9B27_E481L;

  /** Salt of the choice that the mix makes of a last, partial use. */
  public static final long MIX = 0x1F83_D9AB_FB41_BD6BL;

  private static final double TWO_TO_53 = 0x1p53;

  private SeededOrder() {}

  /**
   * Whether a document is among a share of all; a larger share holds every smaller one.
   *
   * @param salt which choice it is, so that different choices are independent
   * @param share 0 to 1
   */
  public static boolean chosen(long seed, long salt, Digest128 id, double share) {
    return (place(seed ^ salt, id) >>> 11) / TWO_TO_53 < share;
  }

  /**
   * The uses of a document at a rate: the whole part for sure, once more with the chance of the
   * rest. The same document has the same luck in every run of a seed, and at a higher rate it is
   * never used less.
   */
  public static int uses(double rate, long seed, Digest128 id) {
    int whole = (int) rate;
    return whole + (chosen(seed, MIX, id, rate - whole) ? 1 : 0);
  }

  /** The place of a document's copy {@code copy}, from 0; copies lie far from each other. */
  public static long place(long seed, Digest128 id, int copy) {
    return copy == 0 ? place(seed, id) : place(seed + mix(copy), id);
  }

  /** The place, an unsigned 64-bit number. */
  public static long place(long seed, Digest128 id) {
    return mix(mix(seed + 0x9E3779B97F4A7C15L ^ id.hi()) ^ id.lo());
  }

  /** The shard of a place: shards are equal ranges of places, in order. */
  public static int shard(long place, int shards) {
    long high = Math.multiplyHigh(place, shards) + (place >> 63 & shards);
    return (int) high;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
