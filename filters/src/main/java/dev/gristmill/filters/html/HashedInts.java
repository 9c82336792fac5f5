// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Small integers by the 64-bit hash of some characters, so that a hot loop makes no string. What
 * was never set is 0.
 *
 * <p>Two strings of one hash would share their integer: with thousands of them that has a chance of
 * 1 in 10^12, and it could only mislead the judgement of a few blocks. Cost: O(1) expected; the
 * seed should depend on the page, so that no page can be written to crowd one slot.
 */
final class HashedInts {
  /** The hash of no characters; feed with {@link #add}. */
  static final long EMPTY = 0xCBF29CE484222325L;

  private final long seed;
  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  HashedInts(long seed) {
    this.seed = seed;
  }

  /** The hash of the characters so far and one more. */
  static long add(long hash, char c) {
    return (hash ^ c) * 0x100000001B3L;
  }

  static long hash(CharSequence word) {
    long hash = EMPTY;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }

  static long hash(char[] chars, int start, int end) {
    long hash = EMPTY;
    for (int i = start; i < end; i++) {
      hash = add(hash, chars[i]);
    }
    return hash;
  }

  /** One hash of two, in this order. */
  static long join(long a, long b) {
    long mixed = (a ^ a >>> 32) * 0x9E3779B97F4A7C15L;
    return (mixed ^ mixed >>> 29) + b;
  }

  int get(long hash) {
    return values[slot(hash)];
  }

  boolean has(long hash) {
    return keys[slot(hash)] == key(hash);
  }

  void set(long hash, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(hash);
    size += keys[slot] == 0 ? 1 : 0;
    keys[slot] = key(hash);
    values[slot] = value;
  }

  /** Counts one more, and says how many there are now. */
  int increment(long hash) {
    int count = get(hash) + 1;
    set(hash, count);
    return count;
  }

  /** 0 marks an empty slot. */
  private static long key(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private int slot(long hash) {
    long key = key(hash);
    long mixed = (key ^ seed) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    int mask = keys.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
