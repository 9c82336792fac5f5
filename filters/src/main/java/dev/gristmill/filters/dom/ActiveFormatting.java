// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * The list of active formatting elements: nodes, and markers.
 *
 * <p>Source: HTML Standard, "The list of active formatting elements", with the Noah's Ark clause.
 * Differs: at most {@value #MAX_ENTRIES} entries stand after the last marker; the earliest leaves
 * for one more. A page that opens thousands of them would else cost thousands of nodes for each
 * paragraph.
 */
final class ActiveFormatting {
  static final int MARKER = -1;
  static final int MAX_ENTRIES = 64;

  private final Nodes nodes;
  private final AttributeSets sets;
  private final Budget budget;
  private int[] entries = new int[64];
  private boolean[] isListed = new boolean[1024];
  private int size;

  ActiveFormatting(Nodes nodes, AttributeSets sets, Budget budget) {
    this.nodes = nodes;
    this.sets = sets;
    this.budget = budget;
  }

  int size() {
    return size;
  }

  int at(int i) {
    return entries[i];
  }

  /** The last entry, a marker if the list is empty. */
  int last() {
    return size == 0 ? MARKER : entries[size - 1];
  }

  boolean has(int n) {
    return n < isListed.length && isListed[n];
  }

  void addMarker() {
    insert(size, MARKER);
  }

  void push(int n) {
    int equal = 0;
    int i = size - 1;
    while (i >= 0 && entries[i] != MARKER) {
      if (nodes.name[entries[i]] == nodes.name[n] && sets.areEqual(entries[i], n)) {
        equal++;
        if (equal == 3) {
          removeAt(i);
          break;
        }
      }
      i--;
    }
    budget.spend(size - i);
    if (i < 0 || entries[i] == MARKER) {
      if (size - 1 - i >= MAX_ENTRIES) {
        removeAt(i + 1);
      }
    }
    insert(size, n);
  }

  void insert(int i, int n) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    System.arraycopy(entries, i, entries, i + 1, size - i);
    entries[i] = n;
    size++;
    if (n >= 0) {
      list(n);
    }
  }

  private void list(int n) {
    if (n >= isListed.length) {
      isListed = Arrays.copyOf(isListed, Math.max(n + 1, isListed.length * 2));
    }
    isListed[n] = true;
  }

  void replace(int i, int n) {
    isListed[entries[i]] = false;
    entries[i] = n;
    list(n);
  }

  void remove(int n) {
    int i = indexOf(n);
    if (i >= 0) {
      removeAt(i);
    }
  }

  private void removeAt(int i) {
    if (entries[i] >= 0) {
      isListed[entries[i]] = false;
    }
    System.arraycopy(entries, i + 1, entries, i, size - i - 1);
    size--;
  }

  /** -1 if it is not in the list. */
  int indexOf(int n) {
    if (!has(n)) {
      return -1;
    }
    int i = size - 1;
    while (entries[i] != n) {
      i--;
    }
    budget.spend(size - i);
    return i;
  }

  /** The last element of this name after the last marker, -1 if there is none. */
  int find(int name) {
    for (int i = size - 1; i >= 0 && entries[i] != MARKER; i--) {
      if (nodes.name[entries[i]] == name) {
        return entries[i];
      }
    }
    return -1;
  }

  void clearToMarker() {
    while (size > 0) {
      int n = entries[--size];
      if (n == MARKER) {
        return;
      }
      isListed[n] = false;
    }
  }
}
