// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.util.Arrays;

/**
 * A phrase as the automaton looks for it: its symbols, with a {@link SymbolReader#BORDER} at each
 * end that must stand at a word border. Immutable; the array is never handed on.
 */
final class PhraseForm {
  /** Katakana words shorter than this are parts of too many others. */
  private static final int FREE_KATAKANA = 4;

  private final int[] symbols;
  private final int units;

  private PhraseForm(int[] symbols, int units) {
    this.symbols = symbols;
    this.units = units;
  }

  /**
   * The form of a phrase; see {@link Phrases} for where borders stand.
   *
   * @param anywhere true for no borders at the ends
   */
  static PhraseForm of(String phrase, PhraseAlphabet alphabet, boolean anywhere) {
    String text = phrase.strip();
    Collector collector = new Collector(alphabet, 3 * text.length() + 1);
    collector.read(text.toCharArray(), text.length());
    int[] letters = Arrays.copyOf(collector.symbols, Math.max(0, collector.size - 1));
    if (letters.length == 0) {
      return new PhraseForm(letters, 0);
    }
    boolean openStart = anywhere || isFree(letters, 0, 1, alphabet);
    boolean openEnd =
        anywhere
            || isFree(letters, letters.length - 1, -1, alphabet)
            || ScriptKind.isHangul(text.charAt(text.length() - 1));
    int before = openStart ? 0 : 1;
    int[] symbols = new int[before + letters.length + (openEnd ? 0 : 1)]; // 0 is the border
    System.arraycopy(letters, 0, symbols, before, letters.length);
    return new PhraseForm(symbols, collector.units());
  }

  /** True when the run of letters at one end may touch others of its kind. */
  private static boolean isFree(int[] letters, int from, int step, PhraseAlphabet alphabet) {
    int run = 0;
    byte kind = ScriptKind.MARK;
    for (int i = from;
        i >= 0 && i < letters.length && letters[i] != SymbolReader.BORDER;
        i += step) {
      run++;
      byte here = alphabet.kind(letters[i]);
      kind = here == ScriptKind.MARK ? kind : here;
    }
    return kind == ScriptKind.UNSPACED || (kind == ScriptKind.KATAKANA && run >= FREE_KATAKANA);
  }

  /** True for a phrase without letters or digits, which is found nowhere. */
  boolean isEmpty() {
    return symbols.length == 0;
  }

  /** Symbols, borders included. */
  int length() {
    return symbols.length;
  }

  /** The symbol at i. */
  int symbol(int i) {
    return symbols[i];
  }

  /** 1 if the phrase begins with a border, else 0. */
  int before() {
    return symbols[0] == SymbolReader.BORDER ? 1 : 0;
  }

  /** 1 if the phrase ends with a border, else 0. */
  int behind() {
    return symbols[symbols.length - 1] == SymbolReader.BORDER ? 1 : 0;
  }

  /** Words of spaced scripts and letters of the others. */
  int units() {
    return units;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PhraseForm that && Arrays.equals(symbols, that.symbols);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(symbols);
  }

  private static final class Collector extends SymbolReader {
    private final int[] symbols;
    private int size;

    Collector(PhraseAlphabet alphabet, int maxSymbols) {
      super(alphabet);
      symbols = new int[maxSymbols];
    }

    @Override
    void symbol(int symbol) {
      symbols[size++] = symbol;
    }
  }
}
