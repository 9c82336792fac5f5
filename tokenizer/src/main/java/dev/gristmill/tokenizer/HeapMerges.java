// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.util.Arrays;

/**
 * Merges a long piece, with the same result as {@link ArrayMerges}: parts are a linked list, pairs
 * wait in a heap ordered by rank, then by place.
 *
 * <p>Cost: O(n log n) time and at most about 50 n bytes for a piece of n bytes, whatever the bytes.
 * Scratch for pieces over {@value #KEPT_BYTES} bytes is given back afterwards. Not thread-safe.
 */
final class HeapMerges {
  private static final int KEPT_BYTES = 1 << 16;

  private final Ranks ranks;

  /** By the place of a part's first byte: where the part after and before begins, the part's id. */
  private int[] nexts = {};

  private int[] previous = {};
  private int[] ids = {};

  /**
   * The rank of the part and the part after it joined, or NONE; a heap entry must agree with it.
   */
  private int[] pairs = {};

  private final LongHeap heap = new LongHeap();

  HeapMerges(Ranks ranks) {
    this.ranks = ranks;
  }

  /** Appends the ids of {@code text[from..to)} to out; at least one byte. */
  void encode(byte[] text, int from, int to, IntList out) {
    int count = to - from;
    reserve(count);
    for (int place = 0; place < count; place++) {
      nexts[place] = place + 1;
      previous[place] = place - 1;
      ids[place] = ranks.rankOf(text[from + place]);
    }
    for (int place = 0; place < count; place++) {
      look(place, count);
    }
    while (!heap.isEmpty()) {
      long entry = heap.poll();
      int place = (int) entry;
      // Entries are never taken out early: one whose pair has changed since is skipped here.
      if (pairs[place] == (int) (entry >>> 32)) {
        merge(place, count);
      }
    }
    for (int place = 0; place < count; place = nexts[place]) {
      out.add(ids[place]);
    }
    if (count > KEPT_BYTES) {
      release();
    }
  }

  private void merge(int place, int count) {
    int gone = nexts[place];
    ids[place] = pairs[place];
    pairs[gone] = Ranks.NONE;
    nexts[place] = nexts[gone];
    if (nexts[gone] < count) {
      previous[nexts[gone]] = place;
    }
    look(place, count);
    if (previous[place] >= 0) {
      look(previous[place], count);
    }
  }

  /** Sets the pair that begins at place, and puts it into the heap if it is a token. */
  private void look(int place, int count) {
    int second = nexts[place];
    int rank = second == count ? Ranks.NONE : ranks.rankOfPair(ids[place], ids[second]);
    pairs[place] = rank;
    if (rank != Ranks.NONE) {
      heap.add((long) rank << 32 | place);
    }
  }

  private void reserve(int count) {
    if (nexts.length < count) {
      int room = Math.max(count, Math.min(KEPT_BYTES, 2 * nexts.length));
      nexts = new int[room];
      previous = new int[room];
      ids = new int[room];
      pairs = new int[room];
    }
  }

  private void release() {
    int[] none = {};
    nexts = none;
    previous = none;
    ids = none;
    pairs = none;
    heap.release();
  }

  /** A binary min-heap of non-negative longs. */
  private static final class LongHeap {
    private long[] entries = new long[256];
    private int size;

    boolean isEmpty() {
      return size == 0;
    }

    void release() {
      entries = new long[256];
    }

    void add(long entry) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, Math.multiplyExact(size, 2));
      }
      int at = size++;
      while (at > 0 && entries[(at - 1) >>> 1] > entry) {
        entries[at] = entries[(at - 1) >>> 1];
        at = (at - 1) >>> 1;
      }
      entries[at] = entry;
    }

    long poll() {
      long lowest = entries[0];
      long moved = entries[--size];
      int at = 0;
      for (int child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && entries[child + 1] < entries[child]) {
          child++;
        }
        if (entries[child] >= moved) {
          break;
        }
        entries[at] = entries[child];
        at = child;
      }
      entries[at] = moved;
      return lowest;
    }
  }
}
