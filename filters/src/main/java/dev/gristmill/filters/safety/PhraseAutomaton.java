// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.util.Arrays;

/**
 * The Aho-Corasick automaton over the symbols of phrases, with all failure steps resolved: one
 * table look-up a symbol. Immutable.
 *
 * <p>Source: Aho and Corasick, "Efficient string matching", CACM 18(6), 1975, algorithms 2 to 4.
 * State 0 is the root.
 */
final class PhraseAutomaton {
  /** States are stored in 16 bits. */
  static final int MAX_STATES = 1 << 16;

  private static final long MAX_CELLS = 1L << 28;

  private final int symbols;
  private final char[] next;
  private final int[] longest;
  private final int[] shorter;
  private final int[] depths;
  private final int maxDepth;

  /**
   * Builds the automaton.
   *
   * @param forms distinct, none empty
   * @param symbols every symbol is below this
   * @throws IllegalArgumentException if the table would have over 2^16 states or 2^28 cells
   */
  PhraseAutomaton(PhraseForm[] forms, int symbols) {
    this.symbols = symbols;
    int maxStates = 1;
    for (PhraseForm form : forms) {
      maxStates += form.length();
    }
    if (maxStates > MAX_STATES || (long) maxStates * symbols > MAX_CELLS) {
      throw new IllegalArgumentException(
          "phrases must have at most "
              + MAX_STATES
              + " letters and "
              + MAX_CELLS
              + " cells, had "
              + maxStates
              + " and "
              + (long) maxStates * symbols);
    }
    char[] table = new char[maxStates * symbols];
    int[] ends = new int[maxStates];
    int[] lengths = new int[maxStates];
    Arrays.fill(ends, -1);
    int states = 1;
    for (int i = 0; i < forms.length; i++) {
      int state = 0;
      for (int j = 0; j < forms[i].length(); j++) {
        int cell = state * symbols + forms[i].symbol(j);
        if (table[cell] == 0) {
          lengths[states] = j + 1;
          table[cell] = (char) states++;
        }
        state = table[cell];
      }
      ends[state] = i;
    }
    next = Arrays.copyOf(table, states * symbols);
    longest = Arrays.copyOf(ends, states);
    depths = Arrays.copyOf(lengths, states);
    maxDepth = Arrays.stream(depths).max().orElse(0);
    shorter = new int[forms.length];
    resolveFailures(states);
  }

  /** The state after one more symbol. */
  int step(int state, int symbol) {
    return next[state * symbols + symbol];
  }

  /** The index of the longest phrase that ends in this state, or -1. */
  int longest(int state) {
    return longest[state];
  }

  /** The next longest phrase that ends where this one does, or -1. */
  int shorter(int phrase) {
    return shorter[phrase];
  }

  /** How many of the last symbols may be the beginning of a phrase. */
  int depth(int state) {
    return depths[state];
  }

  /** The length of the longest phrase in symbols. */
  int maxDepth() {
    return maxDepth;
  }

  private void resolveFailures(int states) {
    int[] failure = new int[states];
    int[] queue = new int[states];
    int tail = 1; // the root is in the queue
    for (int head = 0; head < tail; head++) {
      int state = queue[head];
      for (int symbol = 0; symbol < symbols; symbol++) {
        int cell = state * symbols + symbol;
        int suffix = state == 0 ? 0 : next[failure[state] * symbols + symbol];
        int child = next[cell];
        if (child == 0) {
          next[cell] = (char) suffix;
          continue;
        }
        failure[child] = suffix;
        if (longest[child] < 0) {
          longest[child] = longest[suffix];
        } else {
          shorter[longest[child]] = longest[suffix];
        }
        queue[tail++] = child;
      }
    }
  }
}
