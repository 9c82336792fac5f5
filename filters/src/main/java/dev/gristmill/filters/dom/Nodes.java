// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * The links and contents of a tree's nodes: 8 ints, 32 bytes, per node. Node 0 is the document.
 *
 * <p>Cost: every change is O(1) but {@link #moveChildren}, which is linear in the children moved.
 */
final class Nodes {
  static final int NONE = -1;
  static final int TEXT = 1 << 30;
  static final int DOCUMENT = 2 << 30;
  static final int SVG = 1 << 28;
  static final int MATH = 2 << 28;
  static final int FOREIGN = SVG | MATH;

  /** Of {@link #name}: the id of an element's name, without kind and namespace. */
  static final int ID = (1 << 28) - 1;

  int size;
  int[] parent = new int[1024];
  int[] firstChild = new int[1024];
  int[] lastChild = new int[1024];
  int[] previous = new int[1024];
  int[] next = new int[1024];

  /** Kind in the two high bits (0 is an element), then two bits of namespace, then the name. */
  int[] name = new int[1024];

  /** Of a text, its characters; of an element, its attributes. */
  int[] start = new int[1024];

  int[] end = new int[1024];

  Nodes() {
    create(DOCUMENT, 0, 0);
  }

  /** A new node outside the tree. */
  int create(int kindAndName, int from, int to) {
    int n = size;
    if (n == parent.length) {
      grow(n * 2);
    }
    parent[n] = NONE;
    firstChild[n] = NONE;
    lastChild[n] = NONE;
    previous[n] = NONE;
    next[n] = NONE;
    name[n] = kindAndName;
    start[n] = from;
    end[n] = to;
    size = n + 1;
    return n;
  }

  private void grow(int capacity) {
    parent = Arrays.copyOf(parent, capacity);
    firstChild = Arrays.copyOf(firstChild, capacity);
    lastChild = Arrays.copyOf(lastChild, capacity);
    previous = Arrays.copyOf(previous, capacity);
    next = Arrays.copyOf(next, capacity);
    name = Arrays.copyOf(name, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
  }

  /** Makes a node without parent the last child. */
  void append(int under, int n) {
    int last = lastChild[under];
    parent[n] = under;
    previous[n] = last;
    lastChild[under] = n;
    if (last == NONE) {
      firstChild[under] = n;
    } else {
      next[last] = n;
    }
  }

  /** Makes a node without parent the sibling before {@code sibling}, which has a parent. */
  void insertBefore(int sibling, int n) {
    int before = previous[sibling];
    int under = parent[sibling];
    parent[n] = under;
    previous[n] = before;
    next[n] = sibling;
    previous[sibling] = n;
    if (before == NONE) {
      firstChild[under] = n;
    } else {
      next[before] = n;
    }
  }

  /** Takes a node, with all below it, out of the tree; nothing if it has no parent. */
  void detach(int n) {
    int under = parent[n];
    if (under == NONE) {
      return;
    }
    if (previous[n] == NONE) {
      firstChild[under] = next[n];
    } else {
      next[previous[n]] = next[n];
    }
    if (next[n] == NONE) {
      lastChild[under] = previous[n];
    } else {
      previous[next[n]] = previous[n];
    }
    parent[n] = NONE;
    previous[n] = NONE;
    next[n] = NONE;
  }

  /** Appends all children of one node to another; the number of children moved. */
  int moveChildren(int from, int to) {
    int first = firstChild[from];
    if (first == NONE) {
      return 0;
    }
    int moved = 0;
    for (int n = first; n != NONE; n = next[n]) {
      parent[n] = to;
      moved++;
    }
    int last = lastChild[to];
    previous[first] = last;
    if (last == NONE) {
      firstChild[to] = first;
    } else {
      next[last] = first;
    }
    lastChild[to] = lastChild[from];
    firstChild[from] = NONE;
    lastChild[from] = NONE;
    return moved;
  }
}
