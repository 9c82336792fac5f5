// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.util.Arrays;

/**
 * The rank of two tokens' concatenated bytes, by their ids: every way to cut a token in two tokens
 * is in it, not only the one a trainer merged. So it says what a lookup of the bytes would, without
 * reading them.
 *
 * <p>Cost: a lookup is one multiplication and mostly at most two cache lines; 16 to 34 bytes a cut,
 * of which cl100k_base has 233,378. Immutable, may be shared by threads.
 */
final class PairRanks {
  /** Three ids go into one long. */
  static final int MAX_TOKENS = 1 << 21;

  private static final int ID_BITS = 21;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** {@code left << 42 | right << 21 | rank}, or -1: free. At most half of the slots are taken. */
  private final long[] slots;

  private final int shift;

  /**
   * A bit for twice as many hashes as there are slots, set where a pair is. Most lookups are of
   * pairs that make no token, and 128 kB stay in the cache where the slots do not.
   */
  private final long[] present;

  private PairRanks(int cuts) {
    int bits = Math.max(8, Integer.SIZE - Integer.numberOfLeadingZeros(cuts) + 1);
    this.slots = new long[1 << bits];
    this.shift = Long.SIZE - bits;
    this.present = new long[(slots.length * 2) / Long.SIZE];
    Arrays.fill(slots, -1);
  }

  /** All cuts of all tokens of a vocabulary that can look up bytes already. */
  static PairRanks of(Ranks ranks) {
    long[] cuts = new long[4 * ranks.size()];
    int count = 0;
    for (int rank = 0; rank < ranks.size(); rank++) {
      byte[] token = ranks.bytes(rank);
      for (int cut = 1; cut < token.length; cut++) {
        int left = ranks.rankOf(token, 0, cut);
        int right = left == Ranks.NONE ? left : ranks.rankOf(token, cut, token.length);
        if (right != Ranks.NONE) {
          if (count == cuts.length) {
            cuts = Arrays.copyOf(cuts, Math.multiplyExact(count, 2));
          }
          cuts[count++] = pack(left, right) << ID_BITS | rank;
        }
      }
    }
    PairRanks pairs = new PairRanks(count);
    for (int at = 0; at < count; at++) {
      pairs.insert(cuts[at]);
    }
    return pairs;
  }

  /** The rank of token left's bytes followed by token right's, or {@link Ranks#NONE}. */
  int rankOf(int left, int right) {
    long pair = pack(left, right);
    long hash = pair * GOLDEN;
    int bit = (int) (hash >>> (shift - 1));
    if ((present[bit / Long.SIZE] & 1L << bit) == 0) {
      return Ranks.NONE;
    }
    int slot = (int) (hash >>> shift);
    for (long entry = slots[slot]; entry >= 0; entry = slots[slot]) {
      if (entry >>> ID_BITS == pair) {
        return (int) entry & (MAX_TOKENS - 1);
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return Ranks.NONE;
  }

  private void insert(long entry) {
    long hash = (entry >>> ID_BITS) * GOLDEN;
    int bit = (int) (hash >>> (shift - 1));
    present[bit / Long.SIZE] |= 1L << bit;
    int slot = (int) (hash >>> shift);
    while (slots[slot] >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = entry;
  }

  private static long pack(int left, int right) {
    return (long) left << ID_BITS | right;
  }
}
