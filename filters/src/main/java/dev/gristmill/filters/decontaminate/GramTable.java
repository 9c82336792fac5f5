// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.decontaminate;

import java.util.Arrays;
import java.util.List;

/**
 * From the hash of a gram to the items that have it: open addressing over primitive arrays, at a
 * load between one quarter and one half. Before it stands one bit for each of eight times as many
 * hashes, which turns away 15 of 16 absent grams. 13 bytes a slot and 4 an item of a gram.
 *
 * <p>The hashes come out of a finaliser, so their upper bits are the slot. Nobody outside can crowd
 * a slot: what is looked up is never put in. Immutable, thread-safe.
 */
final class GramTable {
  /** What {@link #find} gives for a gram that no item has. */
  static final int ABSENT = -1;

  private final long[] keys;
  private final int[] firsts; // where a gram's items begin in postings; ABSENT for an empty slot
  private final int[] postings; // item numbers, ascending; a gram's last one is complemented
  private final long[] present; // by the upper bits of a hash, then its lowest six
  private final int shift;
  private final int size;
  private final int common;

  /**
   * Over the grams of items 0, 1, and so on; each array without repeats.
   *
   * @param maxItems a gram of more items than this is left out
   */
  GramTable(List<long[]> itemGrams, int maxItems) {
    long total = 0;
    for (long[] grams : itemGrams) {
      total += grams.length;
    }
    // First all grams, with their counts; then a table of those that stay.
    int allShift = shiftFor(total);
    long[] all = new long[slots(allShift)];
    int[] counts = new int[all.length];
    for (long[] grams : itemGrams) {
      for (long gram : grams) {
        int slot = settle(all, counts, 0, allShift, gram);
        all[slot] = gram;
        counts[slot]++;
      }
    }
    int kept = 0;
    int dropped = 0;
    int postingCount = 0;
    for (int count : counts) {
      if (count > maxItems) {
        dropped++;
      } else if (count > 0) {
        kept++;
        postingCount += count;
      }
    }
    size = kept;
    common = dropped;
    shift = shiftFor(kept);
    keys = new long[slots(shift)];
    firsts = new int[keys.length];
    postings = new int[postingCount];
    present = new long[keys.length / 8];
    Arrays.fill(firsts, ABSENT);
    int next = 0;
    for (int slot = 0; slot < all.length; slot++) {
      if (counts[slot] > 0 && counts[slot] <= maxItems) {
        int own = settle(keys, firsts, ABSENT, shift, all[slot]);
        keys[own] = all[slot];
        firsts[own] = next;
        present[(int) (all[slot] >>> (shift + 3))] |= 1L << all[slot];
        next += counts[slot];
      }
    }
    fillPostings(itemGrams, all, counts, allShift, maxItems);
  }

  private void fillPostings(
      List<long[]> itemGrams, long[] all, int[] counts, int allShift, int maxItems) {
    int[] left = counts.clone();
    for (int item = 0; item < itemGrams.size(); item++) {
      for (long gram : itemGrams.get(item)) {
        int slot = settle(all, counts, 0, allShift, gram);
        if (counts[slot] <= maxItems) {
          int at = find(gram) + counts[slot] - left[slot];
          left[slot]--;
          postings[at] = left[slot] == 0 ? ~item : item;
        }
      }
    }
  }

  /** The upper bits that number at least twice as many slots; 16 slots at least. */
  private static int shiftFor(long entries) {
    int bits = Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(entries) + 1);
    if (bits > 30) {
      throw new IllegalArgumentException("too many grams for one index: " + entries);
    }
    return Long.SIZE - bits;
  }

  private static int slots(int shift) {
    return 1 << (Long.SIZE - shift);
  }

  /** The slot that holds the gram, or the empty slot where it belongs. */
  private static int settle(long[] keys, int[] values, int empty, int shift, long gram) {
    int slot = (int) (gram >>> shift);
    while (values[slot] != empty && keys[slot] != gram) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /** Where the items of this gram begin, for {@link #posting}; or {@link #ABSENT}. */
  int find(long gram) {
    if ((present[(int) (gram >>> (shift + 3))] >>> gram & 1) == 0) {
      return ABSENT;
    }
    return firsts[settle(keys, firsts, ABSENT, shift, gram)];
  }

  /** An item, or the complement of the last one. */
  int posting(int at) {
    return postings[at];
  }

  /** The number of grams, common ones left out. */
  int size() {
    return size;
  }

  /** The number of grams left out as common. */
  int common() {
    return common;
  }

  /** The size of the arrays. */
  long bytes() {
    return 13L * keys.length + 4L * postings.length;
  }
}
