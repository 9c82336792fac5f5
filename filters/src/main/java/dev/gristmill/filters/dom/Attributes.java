// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * The attributes of a page's start tags in source order, as ranges of the source: 12 bytes each.
 * Names given twice are kept; the first wins because look-ups go forward.
 */
final class Attributes {
  int size;

  /** The id of a known name; else the complement of where the name starts in the source. */
  int[] name = new int[256];

  /** The value in the source, references not decoded. */
  int[] start = new int[256];

  int[] end = new int[256];

  void add(int nameOrStart, int valueStart, int valueEnd) {
    int i = size;
    if (i == name.length) {
      name = Arrays.copyOf(name, i * 2);
      start = Arrays.copyOf(start, i * 2);
      end = Arrays.copyOf(end, i * 2);
    }
    name[i] = nameOrStart;
    start[i] = valueStart;
    end[i] = valueEnd;
    size = i + 1;
  }

  /** Where the last value ends in the source; nothing is kept of it behind that. */
  int lastEnd() {
    return size == 0 ? 0 : end[size - 1];
  }

  /** The decoded value. */
  String value(int i, char[] source) {
    return Decoding.attribute(source, start[i], end[i]);
  }

  /** The first of [from, to) with this known name, else -1. */
  int find(int from, int to, int id) {
    for (int i = from; i < to; i++) {
      if (name[i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** The first of [from, to) with this unknown lower-case name, else -1. */
  int find(int from, int to, String unknown, char[] source) {
    for (int i = from; i < to; i++) {
      if (name[i] < 0 && isNamed(i, unknown, source)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an attribute has this unknown lower-case name. */
  boolean isNamed(int i, String lower, char[] source) {
    int at = ~name[i];
    int length = lower.length();
    if (at + length > source.length || nameEnd(source, at) != at + length) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (KnownNames.lower(source[at + k]) != lower.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** The lower-case name of attribute {@code i}. */
  String name(int i, char[] source) {
    if (name[i] > 0) {
      return AttributeNames.of(name[i]);
    }
    int from = ~name[i];
    return Decoding.lower(new String(source, from, nameEnd(source, from) - from));
  }

  /** Whether the unknown name source[at, to) is among the first {@code most} from {@code from}. */
  boolean hasUnknown(int from, int at, int to, char[] source, int most) {
    int compared = 0;
    for (int i = from; i < size && compared < most; i++) {
      if (name[i] < 0) {
        compared++;
        if (isSame(~name[i], at, to, source)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSame(int earlier, int at, int to, char[] source) {
    for (int k = 0; k < to - at; k++) {
      if (KnownNames.lower(source[earlier + k]) != KnownNames.lower(source[at + k])) {
        return false;
      }
    }
    return nameEnd(source, earlier) == earlier + to - at;
  }

  /** Where an attribute's name ends: white space, slash, greater-than, or an equals sign inside. */
  private static int nameEnd(char[] source, int from) {
    int k = from + 1;
    while (k < source.length) {
      char c = source[k];
      if (c == '/' || c == '>' || c == '=' || c == ' ' || c == '\n' || c == '\t' || c == '\f') {
        break;
      }
      k++;
    }
    return k;
  }
}
