// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Sorting of one in-memory run: records in an arena, each a 4-byte length and its bytes.
 *
 * <p>Multikey quicksort (Bentley and Sedgewick, SODA 1997) on 8-byte words: the word of the current
 * depth is cached beside each offset, so most compares touch no record. In place, no temporaries
 * but the cached words; recursion takes the smaller side only, so the stack is O(log n) per word.
 */
final class Runs {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int SMALL = 12;

  private final byte[] arena;
  private final int[] offsets;
  private final long[] words;
  private final int keyBytes;
  private long pivotState = 0x9E3779B97F4A7C15L;

  private Runs(byte[] arena, int[] offsets, int count, int keyBytes) {
    this.arena = arena;
    this.offsets = offsets;
    this.words = new long[count];
    this.keyBytes = keyBytes;
  }

  static int intAt(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static void putInt(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }

  static void sort(byte[] arena, int[] offsets, int count, int keyBytes) {
    Runs runs = new Runs(arena, offsets, count, keyBytes);
    runs.load(0, count, 0);
    runs.sort(0, count, 0);
  }

  /** Unsigned order of two keys. */
  static int compare(byte[] a, int aAt, byte[] b, int bAt, int keyBytes) {
    return Arrays.compareUnsigned(a, aAt, aAt + keyBytes, b, bAt, bAt + keyBytes);
  }

  private void load(int from, int to, int depth) {
    for (int i = from; i < to; i++) {
      words[i] = word(offsets[i], depth);
    }
  }

  /** Eight key bytes from {@code depth} as an order-preserving signed long; past the key is 0. */
  private long word(int offset, int depth) {
    int at = offset + 4 + depth;
    long word = 0;
    if (depth + 8 <= keyBytes) {
      word = (long) LONG.get(arena, at);
    } else {
      for (int i = 0; i < 8; i++) {
        word = word << 8 | (depth + i < keyBytes ? arena[at + i] & 0xFF : 0);
      }
    }
    return word ^ Long.MIN_VALUE;
  }

  private void sort(int from, int to, int depth) {
    while (to - from > SMALL) {
      long pivot = words[from + pick(to - from)];
      int lower = from;
      int upper = to;
      int i = from;
      while (i < upper) {
        if (words[i] < pivot) {
          swap(lower++, i++);
        } else if (words[i] > pivot) {
          swap(i, --upper);
        } else {
          i++;
        }
      }
      equal(lower, upper, depth);
      if (lower - from < to - upper) {
        sort(from, lower, depth);
        from = upper;
      } else {
        sort(upper, to, depth);
        to = lower;
      }
    }
    insertionSort(from, to);
  }

  /** Records that agree up to {@code depth + 8} are ordered by what follows. */
  private void equal(int from, int to, int depth) {
    if (to - from > 1 && depth + 8 < keyBytes) {
      load(from, to, depth + 8);
      sort(from, to, depth + 8);
    }
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int offset = offsets[i];
      long word = words[i];
      int j = i - 1;
      while (j >= from && after(j, word, offset)) {
        offsets[j + 1] = offsets[j];
        words[j + 1] = words[j];
        j--;
      }
      offsets[j + 1] = offset;
      words[j + 1] = word;
    }
  }

  private boolean after(int j, long word, int offset) {
    if (words[j] != word) {
      return words[j] > word;
    }
    return compare(arena, offsets[j] + 4, arena, offset + 4, keyBytes) > 0;
  }

  private int pick(int length) {
    pivotState ^= pivotState << 13;
    pivotState ^= pivotState >>> 7;
    pivotState ^= pivotState << 17;
    return (int) Long.remainderUnsigned(pivotState, length);
  }

  private void swap(int i, int j) {
    int offset = offsets[i];
    offsets[i] = offsets[j];
    offsets[j] = offset;
    long word = words[i];
    words[i] = words[j];
    words[j] = word;
  }
}
