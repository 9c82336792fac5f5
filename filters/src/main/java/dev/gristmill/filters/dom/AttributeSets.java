// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/** Compares and merges the attributes of elements. */
final class AttributeSets {
  /** Sets of more attributes than this are equal only in one order. */
  private static final int MAX_COMPARED = 32;

  /** No element gets more attributes than this from a second tag. */
  private static final int MAX_MERGED = 64;

  private final Nodes nodes;
  private final Attributes attributes;
  private final char[] chars;
  private final Budget budget;

  AttributeSets(Nodes nodes, Attributes attributes, char[] chars, Budget budget) {
    this.budget = budget;
    this.nodes = nodes;
    this.attributes = attributes;
    this.chars = chars;
  }

  /** Whether two elements have the same names and values. */
  boolean areEqual(int a, int b) {
    int from = nodes.start[a];
    int other = nodes.start[b];
    int count = nodes.end[a] - from;
    if (count != nodes.end[b] - other) {
      return false;
    }
    if (from == other) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      int j = count > MAX_COMPARED ? other + i : find(from + i, other, other + count);
      if (j < 0 || !isSameName(from + i, j) || !isSameValue(from + i, j)) {
        return false;
      }
    }
    return true;
  }

  /** Gives an element those of the attributes [from, size) that it has not. */
  void merge(int n, int from) {
    int to = attributes.size;
    int hadFrom = nodes.start[n];
    int hadTo = nodes.end[n];
    if (to == from || hadTo - hadFrom + to - from > MAX_MERGED) {
      return;
    }
    for (int i = hadFrom; i < hadTo; i++) {
      attributes.add(attributes.name[i], attributes.start[i], attributes.end[i]);
    }
    for (int i = from; i < to; i++) {
      if (find(i, hadFrom, hadTo) < 0) {
        attributes.add(attributes.name[i], attributes.start[i], attributes.end[i]);
      }
    }
    nodes.start[n] = to;
    nodes.end[n] = attributes.size;
  }

  private int find(int i, int from, int to) {
    for (int j = from; j < to; j++) {
      if (isSameName(i, j)) {
        return j;
      }
    }
    return -1;
  }

  private boolean isSameName(int i, int j) {
    int a = attributes.name[i];
    int b = attributes.name[j];
    if (a >= 0 || b >= 0) {
      budget.spend(1);
      return a == b;
    }
    String name = attributes.name(i, chars);
    budget.spend(name.length());
    return attributes.isNamed(j, name, chars);
  }

  private boolean isSameValue(int i, int j) {
    int a = attributes.start[i];
    int b = attributes.start[j];
    int length = attributes.end[i] - a;
    budget.spend(length);
    if (length == attributes.end[j] - b
        && Arrays.equals(chars, a, a + length, chars, b, b + length)) {
      return true;
    }
    return (isCoded(i) || isCoded(j))
        && attributes.value(i, chars).equals(attributes.value(j, chars));
  }

  /** Whether the value is not what stands in the source. */
  private boolean isCoded(int i) {
    for (int k = attributes.start[i]; k < attributes.end[i]; k++) {
      if (chars[k] == '&' || chars[k] == 0) {
        budget.spend(attributes.end[i] - attributes.start[i]);
        return true;
      }
    }
    return false;
  }
}
