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

  private SeededOrder() {}

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
