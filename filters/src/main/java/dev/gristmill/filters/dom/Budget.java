// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** Counts down the steps and the nodes that one page may cost. */
final class Budget {
  private long steps;
  private final int maxNodes;
  private boolean isOver;

  Budget(long steps, int maxNodes) {
    this.steps = steps;
    this.maxNodes = maxNodes;
    this.isOver = steps < 0;
  }

  void spend(long taken) {
    steps -= taken;
    if (steps < 0) {
      isOver = true;
    }
  }

  /** One more node, the tree then having this many. */
  void node(int nodes) {
    if (--steps < 0 || nodes > maxNodes) {
      isOver = true;
    }
  }

  boolean isOver() {
    return isOver;
  }
}
