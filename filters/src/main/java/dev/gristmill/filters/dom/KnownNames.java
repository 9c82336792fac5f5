// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * A fixed set of lower-case ASCII names, numbered from 1 in the order given.
 *
 * <p>Cost: a look-up hashes the characters once and compares one name on average. Immutable.
 */
final class KnownNames {
  private final char[][] names;
  private final String[] strings;

  /** Open addressing by {@link #hash}; 0 is empty. */
  private final short[] slots;

  private final int mask;

  /** Takes names separated by single spaces. */
  KnownNames(String list) {
    String[] words = list.split(" ", -1);
    strings = new String[words.length + 1];
    names = new char[words.length + 1][];
    strings[0] = "";
    names[0] = new char[0];
    mask = Integer.highestOneBit(words.length) * 8 - 1;
    slots = new short[mask + 1];
    for (int id = 1; id <= words.length; id++) {
      strings[id] = words[id - 1];
      names[id] = strings[id].toCharArray();
      int slot = spread(hash(names[id], 0, names[id].length)) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = (short) id;
    }
  }

  int size() {
    return strings.length;
  }

  String of(int id) {
    if (id < 1 || id >= strings.length) {
      throw new IllegalArgumentException("id must be in [1, " + strings.length + "), was " + id);
    }
    return strings[id];
  }

  int id(String name) {
    char[] chars = name.toCharArray();
    return id(chars, 0, chars.length, hash(chars, 0, chars.length));
  }

  /** The id of chars[start, end) in any ASCII case, whose {@link #hash} is given, else -1. */
  int id(char[] chars, int start, int end, int hash) {
    for (int slot = spread(hash) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      char[] name = names[slots[slot]];
      if (name.length == end - start && isEqual(name, chars, start)) {
        return slots[slot];
      }
    }
    return -1;
  }

  private static boolean isEqual(char[] name, char[] chars, int start) {
    for (int i = 0; i < name.length; i++) {
      if (lower(chars[start + i]) != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Of the lower-cased characters; {@code 31 * h + c} from 0. */
  static int hash(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(chars[i]);
    }
    return hash;
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }
}
