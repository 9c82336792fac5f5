// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.Arrays;

/**
 * A table that decodes one deflate alphabet by looking at the next few bits.
 *
 * <p>Source: RFC 1951, section 3.2.2 (canonical codes); the layout of two levels, with all that a
 * symbol means packed into its entry, is that of libdeflate (lib/deflate_decompress.c). An entry
 * is, from the low bits up: 8 bits how many bits to consume, those of the extra value included; 4
 * bits the length of the code alone (for {@link #SUBTABLE}: how many bits index it); the flags; and
 * from bit 16 on the literal, the base of the length or distance, or the start of the subtable.
 *
 * <p>Which sets of code lengths are accepted is what zlib (inftrees.c) accepts. Not thread-safe.
 */
final class HuffmanTable {
  /** The symbol is the byte in bits 16..23; makes the entry negative. */
  static final int LITERAL = 1 << 31;

  /** Neither literal nor plain length or distance: one of the next three. */
  static final int EXCEPTION = 1 << 15;

  static final int SUBTABLE = 1 << 14;
  static final int INVALID = 1 << 13;
  static final int END_OF_BLOCK = 1 << 12;

  static final int MAX_CODE_BITS = 15;

  private static final int[] LENGTH_BASES = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int DISTANCES = 30;

  private final int rootBits;
  private final int[] meanings;
  private final int[] entries;
  private final int[] counts = new int[MAX_CODE_BITS + 2];
  private final int[] starts = new int[MAX_CODE_BITS + 2];
  private final int[] sorted;

  private HuffmanTable(int rootBits, int maxEntries, int[] meanings) {
    this.rootBits = rootBits;
    this.meanings = meanings;
    this.entries = new int[maxEntries];
    this.sorted = new int[meanings.length];
  }

  /** For literals, lengths and the end of a block. Sizes as zlib's enough.c counts them. */
  static HuffmanTable ofLiterals() {
    int[] meanings = new int[288];
    Arrays.fill(meanings, EXCEPTION | INVALID);
    for (int literal = 0; literal < 256; literal++) {
      meanings[literal] = LITERAL | literal << 16;
    }
    meanings[256] = EXCEPTION | END_OF_BLOCK;
    for (int i = 0; i < LENGTH_BASES.length; i++) {
      meanings[257 + i] = LENGTH_BASES[i] << 16 | LENGTH_EXTRA_BITS[i];
    }
    return new HuffmanTable(11, 2342, meanings);
  }

  /** For distances. */
  static HuffmanTable ofDistances() {
    int[] meanings = new int[32];
    Arrays.fill(meanings, EXCEPTION | INVALID);
    for (int symbol = 0; symbol < DISTANCES; symbol++) {
      int extraBits = symbol < 2 ? 0 : symbol / 2 - 1;
      int base = symbol < 2 ? symbol + 1 : ((2 + symbol % 2) << extraBits) + 1;
      meanings[symbol] = base << 16 | extraBits;
    }
    return new HuffmanTable(8, 402, meanings);
  }

  /** For the lengths of the codes of the other two. */
  static HuffmanTable ofCodeLengths() {
    int[] meanings = new int[19];
    for (int symbol = 0; symbol < meanings.length; symbol++) {
      meanings[symbol] = symbol << 16;
    }
    return new HuffmanTable(7, 128, meanings);
  }

  /** The entries; the next {@link #rootBits} bits index the first level. */
  int[] entries() {
    return entries;
  }

  int rootBits() {
    return rootBits;
  }

  /**
   * Fills the table for codes of the given lengths, {@code lengths[from, to)} in the order of
   * symbols; false if there is no such code. Cost: linear in symbols and entries.
   */
  boolean fill(byte[] lengths, int from, int to, boolean mayBeOneBit) {
    Arrays.fill(counts, 0);
    for (int i = from; i < to; i++) {
      counts[lengths[i]]++;
    }
    int longest = MAX_CODE_BITS;
    while (longest > 0 && counts[longest] == 0) {
      longest--;
    }
    if (!isCode(longest, mayBeOneBit)) {
      return false;
    }
    starts[1] = 0;
    for (int bits = 1; bits <= MAX_CODE_BITS; bits++) {
      starts[bits + 1] = starts[bits] + counts[bits];
    }
    int symbols = starts[MAX_CODE_BITS + 1];
    for (int i = from; i < to; i++) {
      if (lengths[i] != 0) {
        sorted[starts[lengths[i]]++] = i - from;
      }
    }
    place(symbols, lengths, from, longest);
    return true;
  }

  /** Whether the counted lengths make a code: complete, or empty, or a single bit. */
  private boolean isCode(int longest, boolean mayBeOneBit) {
    int left = 1;
    for (int bits = 1; bits <= longest; bits++) {
      left = (left << 1) - counts[bits];
      if (left < 0) {
        return false;
      }
    }
    return longest == 0 || left == 0 || (longest == 1 && mayBeOneBit);
  }

  /** Gives out the codes, shortest first, and writes each where its bits lead. */
  private void place(int symbols, byte[] lengths, int from, int longest) {
    // What no code leads to stays so; there is such only with fewer than two symbols.
    entries[0] = EXCEPTION | INVALID | 1;
    int reversed = 0;
    int placed = 0;
    for (int bits = 1; bits <= rootBits; bits++) {
      int half = 1 << (bits - 1);
      System.arraycopy(entries, 0, entries, half, half);
      for (int last = placed + counts[bits]; placed < last; placed++) {
        entries[reversed] = meanings[sorted[placed]] + (bits << 8 | bits);
        reversed = nextReversed(reversed, bits);
      }
    }
    int rootMask = (1 << rootBits) - 1;
    int free = rootMask + 1;
    int prefix = -1;
    int subtable = 0;
    int subtableBits = 0;
    for (; placed < symbols; placed++) {
      int symbol = sorted[placed];
      int bits = lengths[from + symbol];
      if ((reversed & rootMask) != prefix) {
        prefix = reversed & rootMask;
        subtable = free;
        subtableBits = subtableBits(bits, longest);
        free += 1 << subtableBits;
        entries[prefix] = subtable << 16 | EXCEPTION | SUBTABLE | subtableBits << 8 | rootBits;
      }
      int rest = bits - rootBits;
      int entry = meanings[symbol] + (rest << 8 | rest);
      for (int at = reversed >> rootBits; at < 1 << subtableBits; at += 1 << rest) {
        entries[subtable + at] = entry;
      }
      counts[bits]--;
      reversed = nextReversed(reversed, bits);
    }
  }

  /** How many bits index a subtable whose first code has {@code bits} in all. */
  private int subtableBits(int bits, int longest) {
    int indexed = bits - rootBits;
    int left = 1 << indexed;
    while (indexed + rootBits < longest) {
      left -= counts[indexed + rootBits];
      if (left <= 0) {
        break;
      }
      indexed++;
      left <<= 1;
    }
    return indexed;
  }

  /** Adds one to a code whose bits stand in reverse order. */
  private static int nextReversed(int reversed, int bits) {
    int bit = 1 << (bits - 1);
    int code = reversed;
    while ((code & bit) != 0) {
      code ^= bit;
      bit >>= 1;
    }
    return code | bit;
  }
}
