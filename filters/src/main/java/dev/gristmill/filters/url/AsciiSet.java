// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.Serializable;
import java.util.Arrays;

/**
 * An immutable set of ASCII strings in two arrays: about 30 bytes for a host name, where a hash set
 * of strings takes 100. Made for lists of millions.
 *
 * <p>Hashes are {@link String#hashCode}'s, so that the hash of a longer prefix follows from that of
 * a shorter one ({@link #extend}).
 */
final class AsciiSet implements Serializable {
  private static final int LENGTH_BYTES = 2;

  /** The longest string that a set can hold. */
  static final int MAX_LENGTH = 0xffff;

  private final byte[] entries; // each: two bytes of length, then the characters
  private final int[] slots; // where an entry begins, plus 1; 0 is free
  private final int size;
  private final int maxLength;

  private AsciiSet(Builder builder) {
    entries = Arrays.copyOf(builder.entries, builder.used);
    slots = builder.slots;
    size = builder.size;
    maxLength = builder.maxLength;
  }

  /** The hash of a string one character longer. */
  static int extend(int hash, char c) {
    return 31 * hash + c;
  }

  /** The number of strings. */
  int size() {
    return size;
  }

  /** The length of the longest string. */
  int maxLength() {
    return maxLength;
  }

  /** True if the string is in the set. */
  boolean contains(String text) {
    return contains(text, 0, text.length(), text.hashCode());
  }

  /** True if the part [from, to) of a text, of this hash, is in the set. */
  boolean contains(String text, int from, int to, int hash) {
    return slots[slot(entries, slots, text, from, to, hash)] != 0;
  }

  /** The slot of the string, or the free slot where it would go. */
  private static int slot(byte[] entries, int[] slots, String text, int from, int to, int hash) {
    int mask = slots.length - 1;
    int mixed = hash * 0x9e3779b1;
    int slot = (mixed ^ mixed >>> 15) & mask;
    while (slots[slot] != 0 && !equal(entries, slots[slot] - 1, text, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean equal(byte[] entries, int at, String text, int from, int to) {
    if (length(entries, at) != to - from) {
      return false;
    }
    for (int i = from, j = at + LENGTH_BYTES; i < to; i++, j++) {
      if (entries[j] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int length(byte[] entries, int at) {
    return (entries[at] & 0xff) << 8 | (entries[at + 1] & 0xff);
  }

  /** Collects strings; not thread-safe. */
  static final class Builder {
    private byte[] entries = new byte[1 << 12];
    private int used;
    private int[] slots = new int[1 << 8];
    private int size;
    private int maxLength;

    /** Adds an ASCII string of at most {@link #MAX_LENGTH} characters, once. */
    void add(String text) {
      int slot = slot(entries, slots, text, 0, text.length(), text.hashCode());
      if (slots[slot] != 0) {
        return;
      }
      slots[slot] = used + 1;
      int needed = Math.addExact(used, LENGTH_BYTES + text.length());
      if (needed > entries.length) {
        entries = Arrays.copyOf(entries, Math.max(needed, entries.length + entries.length / 2));
      }
      entries[used] = (byte) (text.length() >> 8);
      entries[used + 1] = (byte) text.length();
      for (int i = 0; i < text.length(); i++) {
        entries[used + LENGTH_BYTES + i] = (byte) text.charAt(i);
      }
      used = needed;
      maxLength = Math.max(maxLength, text.length());
      size++;
      if (size > slots.length / 2) {
        grow();
      }
    }

    private void grow() {
      int[] larger = new int[slots.length * 2];
      for (int at = 0; at < used; at += LENGTH_BYTES + length(entries, at)) {
        String text = text(at);
        larger[slot(entries, larger, text, 0, text.length(), text.hashCode())] = at + 1;
      }
      slots = larger;
    }

    private String text(int at) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length(entries, at); i++) {
        text.append((char) entries[at + LENGTH_BYTES + i]);
      }
      return text.toString();
    }

    AsciiSet build() {
      return new AsciiSet(this);
    }
  }
}
