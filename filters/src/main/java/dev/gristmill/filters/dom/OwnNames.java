// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * The names of one page that {@link Names} does not know, numbered from {@link Names#KNOWN} on.
 *
 * <p>Cost: {@link #intern} is linear in the name plus the slots probed, which {@link #probes}
 * counts, as a page can choose names that collide; {@link #id} is linear in the number of names.
 */
final class OwnNames {
  private String[] names = new String[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[64];
  private int size;

  /** Slots looked at, and characters compared, so far. */
  long probes;

  String of(int id) {
    return names[id - Names.KNOWN];
  }

  /** The id of a lower-case name, else -1. */
  int id(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return Names.KNOWN + i;
      }
    }
    return -1;
  }

  /** The id of a lower-case name, which is added if it is new. */
  int intern(String name) {
    char[] chars = name.toCharArray();
    return intern(chars, 0, chars.length, KnownNames.hash(chars, 0, chars.length));
  }

  /** The id of chars[from, to) in any ASCII case, whose hash is given; added if it is new. */
  int intern(char[] chars, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    for (; slots[slot] != 0; slot = (slot + 1) & mask) {
      probes++;
      int i = slots[slot] - 1;
      if (hashes[i] == hash) {
        probes += to - from;
        if (isEqual(names[i], chars, from, to)) {
          return Names.KNOWN + i;
        }
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    names[size] = Decoding.lower(new String(chars, from, to - from));
    hashes[size] = hash;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return Names.KNOWN + size - 1;
  }

  private static boolean isEqual(String name, char[] chars, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int k = 0; k < name.length(); k++) {
      if (KnownNames.lower(chars[from + k]) != name.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = spread(hashes[i]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
        probes++;
      }
      slots[slot] = i + 1;
    }
  }

  private static int spread(int hash) {
    return (hash * 0x9E3779B1) >>> 7;
  }
}
