// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/** The nodes from the root to where {@link PageReader} is, with what it must know of each. */
final class OpenNodes {
  private int[] elementOf = new int[64];
  private int[] styleOf = new int[64];
  private int[] startOf = new int[64];
  private int[] markOf = new int[64];
  private int depth;
  private int deepest;

  /**
   * Opens a node.
   *
   * @param element the block element it is in or is
   * @param style the {@link Style} of what is in it
   * @param start where its text begins
   * @param mark its range in {@link Marks}, or -1
   */
  void push(int element, int style, int start, int mark) {
    if (depth == elementOf.length) {
      elementOf = Arrays.copyOf(elementOf, depth * 2);
      styleOf = Arrays.copyOf(styleOf, depth * 2);
      startOf = Arrays.copyOf(startOf, depth * 2);
      markOf = Arrays.copyOf(markOf, depth * 2);
    }
    elementOf[depth] = element;
    styleOf[depth] = style;
    startOf[depth] = start;
    markOf[depth] = mark;
    depth++;
    deepest = Math.max(deepest, depth);
  }

  /** Closes the last; what it was can be asked for until the next is opened. */
  void pop() {
    depth--;
  }

  int element() {
    return elementOf[depth - 1];
  }

  int style() {
    return styleOf[depth - 1];
  }

  int closedElement() {
    return elementOf[depth];
  }

  int closedStart() {
    return startOf[depth];
  }

  int closedMark() {
    return markOf[depth];
  }

  /** The greatest depth so far. */
  int deepest() {
    return deepest;
  }
}
