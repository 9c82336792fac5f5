// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A byte-pair vocabulary: token bytes to rank and back. A token's rank is its id and its merge
 * priority, lowest first.
 *
 * <p>Shape: ranks are 0..{@link #size()}-1 without holes; all 256 single bytes are tokens, so every
 * byte string can be encoded; no token is empty or longer than {@value #MAX_TOKEN_BYTES} bytes.
 *
 * <p>Cost: one byte arena and one open-addressing table, about 20 bytes a token and its bytes; the
 * cuts of all tokens for merging ({@link PairRanks}); 256 kB for pairs of single bytes. About 8 MB
 * and 0.1 s for 100,000 tokens. Immutable, may be shared by threads.
 */
public final class Ranks {
  /** No token: what a lookup of unknown bytes gives. */
  public static final int NONE = -1;

  /** The longest token in bytes; bounds the cost of loading. (cl100k_base has 128.) */
  public static final int MAX_TOKEN_BYTES = 1024;

  /** Token bytes, one after the other by rank. */
  private final byte[] arena;

  /** Where rank's bytes begin; size + 1 entries. */
  private final int[] starts;

  /** High 32 bits: hash. Low 32 bits: rank + 1. 0: free. At most half of the slots are taken. */
  private final long[] slots;

  private final int mask;
  private final int longest;
  private final PairRanks pairs;
  private final int[] byteRanks = new int[256];
  private final int[] bytePairRanks = new int[1 << 16];

  private Ranks(byte[] arena, int[] starts) {
    this.arena = arena;
    this.starts = starts;
    int size = size();
    if (size > PairRanks.MAX_TOKENS) {
      throw new IllegalArgumentException(
          "a vocabulary has at most " + PairRanks.MAX_TOKENS + " tokens, this has " + size);
    }
    this.slots = new long[Integer.highestOneBit(Math.max(256, size)) << 2];
    this.mask = slots.length - 1;
    Arrays.fill(byteRanks, NONE);
    Arrays.fill(bytePairRanks, NONE);
    int max = 0;
    for (int rank = 0; rank < size; rank++) {
      insert(rank);
      max = Math.max(max, length(rank));
    }
    this.longest = max;
    for (int value = 0; value < 256; value++) {
      if (byteRanks[value] == NONE) {
        throw new IllegalArgumentException(
            "a vocabulary needs all 256 single bytes; 0x"
                + Integer.toHexString(value)
                + " is missing");
      }
    }
    this.pairs = PairRanks.of(this);
  }

  /**
   * Reads the tiktoken format: a line per token, {@code base64 SPACE rank LF}, the last LF
   * optional.
   *
   * <p>Source: tiktoken 0.14.0, tiktoken/load.py. Stricter: ranks must ascend from 0, and blank
   * lines are refused.
   *
   * @throws IllegalArgumentException naming the line, if it is malformed, repeats bytes, or its
   *     rank is not the one after the line before; or if a single byte has no token
   */
  public static Ranks load(InputStream tiktokenFile) throws IOException {
    TiktokenLines lines = TiktokenLines.parse(tiktokenFile.readAllBytes());
    return new Ranks(lines.arena(), lines.starts());
  }

  /**
   * A vocabulary from token bytes in rank order; copies them.
   *
   * @throws IllegalArgumentException as {@link #load} does, where line n is element n - 1
   */
  public static Ranks of(List<byte[]> tokensByRank) {
    int[] starts = new int[tokensByRank.size() + 1];
    for (int rank = 0; rank < tokensByRank.size(); rank++) {
      starts[rank + 1] = Math.addExact(starts[rank], tokensByRank.get(rank).length);
    }
    byte[] arena = new byte[starts[starts.length - 1]];
    for (int rank = 0; rank < tokensByRank.size(); rank++) {
      byte[] token = tokensByRank.get(rank);
      System.arraycopy(token, 0, arena, starts[rank], token.length);
    }
    return new Ranks(arena, starts);
  }

  /** The number of tokens. */
  public int size() {
    return starts.length - 1;
  }

  /** The length of the longest token in bytes. */
  public int longest() {
    return longest;
  }

  /**
   * The bytes of a token, a copy.
   *
   * @throws IndexOutOfBoundsException if rank is not in [0, size)
   */
  public byte[] bytes(int rank) {
    Objects.checkIndex(rank, size());
    return Arrays.copyOfRange(arena, starts[rank], starts[rank + 1]);
  }

  /**
   * The length of a token in bytes.
   *
   * @throws IndexOutOfBoundsException if rank is not in [0, size)
   */
  public int length(int rank) {
    Objects.checkIndex(rank, size());
    return starts[rank + 1] - starts[rank];
  }

  /** The rank of {@code text[from..to)}, or {@link #NONE}; the range must be within text. */
  public int rankOf(byte[] text, int from, int to) {
    int count = to - from;
    if (count <= 2) {
      return count == 2
          ? bytePairRanks[pair(text, from)]
          : count == 1 ? byteRanks[text[from] & 0xFF] : NONE;
    }
    return count > longest ? NONE : find(text, from, to, ByteHash.of(text, from, to));
  }

  /** The rank of two tokens' concatenated bytes, or {@link #NONE}. */
  int rankOfPair(int left, int right) {
    return pairs.rankOf(left, right);
  }

  /** The rank of the two bytes at {@code at}, or {@link #NONE}. */
  int rankOfBytePair(byte[] text, int at) {
    return bytePairRanks[pair(text, at)];
  }

  /** The rank of a single byte. */
  int rankOf(byte value) {
    return byteRanks[value & 0xFF];
  }

  /** Copies a token's bytes to {@code target} at {@code at}; returns the place after them. */
  int copy(int rank, byte[] target, int at) {
    int count = starts[rank + 1] - starts[rank];
    System.arraycopy(arena, starts[rank], target, at, count);
    return at + count;
  }

  private int find(byte[] text, int from, int to, int hash) {
    int slot = hash & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == hash) {
        int rank = (int) entry - 1;
        if (Arrays.equals(arena, starts[rank], starts[rank + 1], text, from, to)) {
          return rank;
        }
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private void insert(int rank) {
    int from = starts[rank];
    int to = starts[rank + 1];
    if (to - from < 1 || to - from > MAX_TOKEN_BYTES) {
      throw refused(
          rank, "a token must have 1 to " + MAX_TOKEN_BYTES + " bytes, this has " + (to - from));
    }
    int hash = ByteHash.of(arena, from, to);
    int known = find(arena, from, to, hash);
    if (known != NONE) {
      throw refused(rank, "the same bytes as rank " + known + " (line " + (known + 1) + ")");
    }
    int slot = hash & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << 32 | (rank + 1);
    if (to - from == 1) {
      byteRanks[arena[from] & 0xFF] = rank;
    } else if (to - from == 2) {
      bytePairRanks[pair(arena, from)] = rank;
    }
  }

  private static IllegalArgumentException refused(int rank, String why) {
    return new IllegalArgumentException("line " + (rank + 1) + ", rank " + rank + ": " + why);
  }
}
