// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * An open-addressing table from 64-bit keys to small integers, without boxing. A key may occur more
 * than once: the caller walks the slots of a key and decides which one it means.
 *
 * <p>The seed should depend on the text, so that a page cannot be written to crowd one slot.
 */
final class LongIndex {
  private long[] keys = new long[0];
  private int[] values = new int[0]; // value + 1; 0 is an empty slot
  private int mask;
  private long seed;

  /** Empties the table and makes room for so many entries at a load of one half at most. */
  void clear(int entries, long newSeed) {
    int slots = Math.max(16, Integer.highestOneBit(Math.max(1, entries)) << 2);
    if (keys.length < slots) {
      keys = new long[slots];
      values = new int[slots];
    } else {
      Arrays.fill(values, 0, slots, 0);
    }
    mask = slots - 1;
    seed = newSeed;
  }

  /** The first slot that holds the key, or the empty slot where it belongs. */
  int find(long key) {
    long mixed = (key ^ seed) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
    return settle((int) (mixed >>> 32) & mask, key);
  }

  /** The next slot after this one that holds the key, or the empty slot where it belongs. */
  int findAfter(int slot, long key) {
    return settle((slot + 1) & mask, key);
  }

  private int settle(int from, long key) {
    int slot = from;
    while (values[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The value in a slot, or -1 when it is empty. */
  int value(int slot) {
    return values[slot] - 1;
  }

  void set(int slot, long key, int value) {
    keys[slot] = key;
    values[slot] = value + 1;
  }
}
