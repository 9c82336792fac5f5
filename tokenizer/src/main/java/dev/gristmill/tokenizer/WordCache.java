// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

/**
 * A direct-mapped memory of short words and their ids. It only saves work: an id that comes out is
 * one that went in for the same bytes.
 *
 * <p>Source: the idea (words of up to 15 bytes, up to four ids inline) is gigatoken 0.10.0's.
 *
 * <p>Shape: words of 1 to {@value #MAX_BYTES} bytes; a word of more than {@value #MAX_IDS} ids is
 * not kept. A new word takes the place of the old one in its slot.
 *
 * <p>Cost: 2 MB, fixed. Not thread-safe.
 */
final class WordCache {
  static final int MAX_BYTES = 15;
  private static final int MAX_IDS = 4;
  private static final int SLOTS = 1 << 16;

  /** The top byte of a key's high word: the word's length in the low half, ids in the high half. */
  private static final int LENGTH_SHIFT = 56;

  private static final int COUNT_SHIFT = 60;
  private static final long KEY = -1L >>> (Long.SIZE - COUNT_SHIFT);

  private final long[] keys = new long[2 * SLOTS];
  private final int[] ids = new int[MAX_IDS * SLOTS];

  // The word that was looked up last, so that put need not read it again.
  private long low;
  private long high;
  private int slot;

  /** Appends the ids of {@code text[from..to)} to out and returns true, or returns false. */
  boolean get(byte[] text, int from, int to, IntList out) {
    int count = to - from;
    if (count <= Long.BYTES) {
      low = ByteHash.tail(text, from, to);
      high = (long) count << LENGTH_SHIFT;
    } else {
      low = ByteHash.tail(text, from, from + Long.BYTES);
      high = ByteHash.tail(text, from + Long.BYTES, to) | (long) count << LENGTH_SHIFT;
    }
    slot = ByteHash.of(low, high) & (SLOTS - 1);
    long kept = keys[2 * slot + 1];
    if (keys[2 * slot] != low || (kept & KEY) != high) {
      return false;
    }
    int first = ids[MAX_IDS * slot];
    int size = (int) (kept >>> COUNT_SHIFT);
    if (size == 1) {
      out.add(first);
    } else {
      out.addAll(ids, MAX_IDS * slot, MAX_IDS * slot + size);
    }
    return true;
  }

  /** Keeps the ids {@code out[from..size)} for the word {@link #get} was last asked for. */
  void put(IntList out, int from) {
    int count = out.size() - from;
    if (count <= MAX_IDS) {
      keys[2 * slot] = low;
      keys[2 * slot + 1] = high | (long) count << COUNT_SHIFT;
      System.arraycopy(out.array(), from, ids, MAX_IDS * slot, count);
    }
  }
}
