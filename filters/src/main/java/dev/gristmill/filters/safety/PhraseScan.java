// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.util.BitSet;

/**
 * One pass over one text: counts phrases that do not overlap, the first and then the longest before
 * others. Not thread-safe.
 *
 * <p>A phrase that was found stays open as long as one that begins before it, or with it, may still
 * be going on. Open phrases are in order and do not overlap, so there are never more of them than
 * the longest phrase has symbols.
 */
final class PhraseScan extends SymbolReader {
  private final PhraseAutomaton automaton;
  private final PhraseForm[] forms;
  private final int[] entries; // the entry of each form
  private final BitSet seen = new BitSet();
  private final int[] openForms;
  private final int[] openStarts;
  private final int[] openEnds;
  private int open;
  private int closedEnd;
  private int state;
  private int position = 1;
  private int occurrences;
  private int coveredUnits;

  PhraseScan(
      PhraseAutomaton automaton, PhraseAlphabet alphabet, PhraseForm[] forms, int[] entries) {
    super(alphabet);
    this.automaton = automaton;
    this.forms = forms;
    this.entries = entries;
    this.state = automaton.step(0, BORDER);
    int most = automaton.maxDepth() + 1;
    this.openForms = new int[most];
    this.openStarts = new int[most];
    this.openEnds = new int[most];
  }

  @Override
  void symbol(int symbol) {
    state = automaton.step(state, symbol);
    position++;
    int found = automaton.longest(state);
    if (found >= 0) {
      count(position - automaton.depth(state));
      while (found >= 0 && !opens(found)) {
        found = automaton.shorter(found);
      }
    }
  }

  /** Opens a phrase that ends here, unless it overlaps one that began before it. */
  private boolean opens(int form) {
    int start = position - forms[form].length() + forms[form].before();
    int kept = open;
    while (kept > 0 && openStarts[kept - 1] >= start) {
      kept--;
    }
    if ((kept > 0 ? openEnds[kept - 1] : closedEnd) > start) {
      return false;
    }
    openForms[kept] = form;
    openStarts[kept] = start;
    openEnds[kept] = position - forms[form].behind();
    open = kept + 1;
    return true;
  }

  /** Counts and closes the open phrases that begin before a position. */
  private void count(int before) {
    int closed = 0;
    while (closed < open && openStarts[closed] < before) {
      int form = openForms[closed];
      closedEnd = openEnds[closed++];
      occurrences++;
      coveredUnits += forms[form].units();
      seen.set(entries[form]);
    }
    open -= closed;
    System.arraycopy(openForms, closed, openForms, 0, open);
    System.arraycopy(openStarts, closed, openStarts, 0, open);
    System.arraycopy(openEnds, closed, openEnds, 0, open);
  }

  /** What was found; call once, after the text was read. */
  PhraseMatches matches() {
    count(Integer.MAX_VALUE);
    return new PhraseMatches(occurrences, seen.cardinality(), coveredUnits, units());
  }
}
