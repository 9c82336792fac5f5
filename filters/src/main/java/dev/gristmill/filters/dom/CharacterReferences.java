// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The 2,231 named character references, as a trie whose children are found by a bit count.
 *
 * <p>Source: HTML Standard, section "Named character references". Memory: about 150 KB. Cost: O(1)
 * per character matched. Immutable.
 */
final class CharacterReferences {
  static final CharacterReferences HTML = load("character-references.txt");

  /** Per trie node, a bit for each child: digits, semicolon, capitals, small letters. */
  private final long[] children;

  /** The node of the first child; the others follow. */
  private final int[] firstChild;

  /** What the name ending here stands for: first unit low, second high or 0; 0 for no name. */
  private final int[] units;

  private CharacterReferences(String[] names, int[] values) {
    List<int[]> open = new ArrayList<>();
    open.add(new int[] {0, names.length, 0});
    long[] masks = new long[names.length * 8];
    int[] firsts = new int[names.length * 8];
    int[] ends = new int[names.length * 8];
    for (int node = 0; node < open.size(); node++) {
      int[] range = open.get(node);
      int depth = range[2];
      int i = range[0];
      if (names[i].length() == depth) {
        ends[node] = values[i++];
      }
      firsts[node] = open.size();
      while (i < range[1]) {
        int code = code(names[i].charAt(depth));
        int from = i;
        while (i < range[1] && code(names[i].charAt(depth)) == code) {
          i++;
        }
        masks[node] |= 1L << code;
        open.add(new int[] {from, i, depth + 1});
      }
    }
    children = Arrays.copyOf(masks, open.size());
    firstChild = Arrays.copyOf(firsts, open.size());
    units = Arrays.copyOf(ends, open.size());
  }

  /**
   * The longest name at the start of chars[from, to), which is after the ampersand: its length in
   * the high half, what it stands for in the low; 0 if there is none.
   */
  long longest(char[] chars, int from, int to) {
    long found = 0;
    int node = 0;
    for (int i = from; i < to; i++) {
      int code = code(chars[i]);
      long bit = code < 0 ? 0 : 1L << code;
      if ((children[node] & bit) == 0) {
        break;
      }
      node = firstChild[node] + Long.bitCount(children[node] & (bit - 1));
      if (units[node] != 0) {
        found = (long) (i + 1 - from) << 32 | (units[node] & 0xFFFFFFFFL);
      }
    }
    return found;
  }

  /** 0..62 in the order of ASCII, -1 for what is in no name. */
  private static int code(char c) {
    if (c >= 'a') {
      return c <= 'z' ? c - 'a' + 37 : -1;
    }
    if (c >= 'A') {
      return c <= 'Z' ? c - 'A' + 11 : -1;
    }
    return c >= '0' && c <= '9' ? c - '0' : c == ';' ? 10 : -1;
  }

  private static CharacterReferences load(String resource) {
    try (InputStream in = CharacterReferences.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      String[] lines = all.split("\n", -1);
      String[] names = new String[lines.length - 1];
      int[] values = new int[lines.length - 1];
      for (int i = 0; i < names.length; i++) {
        int space = lines[i].indexOf(' ');
        int comma = lines[i].indexOf(',');
        names[i] = lines[i].substring(0, space);
        int first = comma < 0 ? lines[i].length() : comma;
        values[i] = Integer.parseInt(lines[i].substring(space + 1, first), 16);
        if (comma >= 0) {
          values[i] |= Integer.parseInt(lines[i].substring(comma + 1), 16) << 16;
        }
      }
      return new CharacterReferences(names, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
