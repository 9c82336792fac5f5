// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

/**
 * Merges a short piece: finds the pair of neighbours with the lowest rank, leftmost first, joins
 * it, and repeats until no pair is a token.
 *
 * <p>Source: tiktoken 0.14.0, src/lib.rs, byte_pair_merge. A pair's rank is the rank of its
 * concatenated bytes: some tokens of published vocabularies cannot be built from lower-ranked
 * merges, so a table of merges would give other ids.
 *
 * <p>Cost: quadratic in the piece, which has at most {@value #MAX_BYTES} bytes; for such lengths
 * the plain loop is faster than a heap. Not thread-safe: the arrays are scratch.
 */
final class ArrayMerges {
  /** The longest piece in bytes. Source: tiktoken 0.14.0 turns to a heap at this length, too. */
  static final int MAX_BYTES = 100;

  private static final int NO_PAIR = Integer.MAX_VALUE;

  private final Ranks ranks;

  /** The id of part i. */
  private final int[] ids = new int[MAX_BYTES];

  /** The rank of parts i and i + 1 joined, or NO_PAIR. */
  private final int[] pairs = new int[MAX_BYTES];

  ArrayMerges(Ranks ranks) {
    this.ranks = ranks;
  }

  /** Appends the ids of {@code text[from..to)}, 1 to {@value #MAX_BYTES} bytes, to out. */
  void encode(byte[] text, int from, int to, IntList out) {
    int parts = to - from;
    for (int part = 0; part < parts; part++) {
      ids[part] = ranks.rankOf(text[from + part]);
      pairs[part] = part + 1 < parts ? orNoPair(ranks.rankOfBytePair(text, from + part)) : NO_PAIR;
    }
    for (int best = lowest(parts); best >= 0; best = lowest(parts)) {
      ids[best] = pairs[best];
      parts--;
      for (int part = best + 1; part < parts; part++) {
        ids[part] = ids[part + 1];
        pairs[part] = pairs[part + 1];
      }
      pairs[best] = best + 1 < parts ? pair(best) : NO_PAIR;
      if (best > 0) {
        pairs[best - 1] = pair(best - 1);
      }
    }
    out.addAll(ids, 0, parts);
  }

  private int pair(int part) {
    return orNoPair(ranks.rankOfPair(ids[part], ids[part + 1]));
  }

  private static int orNoPair(int rank) {
    return rank == Ranks.NONE ? NO_PAIR : rank;
  }

  /** The first part whose pair has the lowest rank, or -1 if no pair is a token. */
  private int lowest(int parts) {
    int best = -1;
    int lowest = NO_PAIR;
    for (int part = 0; part < parts; part++) {
      if (pairs[part] < lowest) {
        lowest = pairs[part];
        best = part;
      }
    }
    return best;
  }
}
