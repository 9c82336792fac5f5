// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

/**
 * Turns text into symbols: one for each folded letter, and {@link #BORDER} for anything between
 * words and between kinds of script. Phrases and texts go through the same reader, so they meet in
 * the same form: {@code "Blow-Job!"} is {@code BORDER b l o w BORDER j o b BORDER}.
 *
 * <p>Thai and Lao "am" is read as its two parts, as both ways of writing it occur. Marks that no
 * phrase has are skipped. Not thread-safe: one for each scan.
 */
abstract class SymbolReader {
  /** The symbol of a word border. */
  static final int BORDER = 0;

  private final PhraseAlphabet alphabet;
  private byte previous = ScriptKind.SEPARATOR;
  private int units;

  SymbolReader(PhraseAlphabet alphabet) {
    this.alphabet = alphabet;
  }

  /** Takes the next symbol. The border before the first one is not sent. */
  abstract void symbol(int symbol);

  /** Words of spaced scripts and letters of the others read so far. */
  final int units() {
    return units;
  }

  /** Reads the first {@code length} units of a text, up to its closing border. */
  final void read(char[] chars, int length) {
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c == '\u0e33' || c == '\u0eb3') {
        unit(c == '\u0e33' ? '\u0e4d' : '\u0ecd');
        unit((char) (c - 1));
      } else {
        unit(c);
      }
    }
    if (previous != ScriptKind.SEPARATOR) {
      symbol(BORDER);
      previous = ScriptKind.SEPARATOR;
    }
  }

  private void unit(char c) {
    int symbol = alphabet.symbol(c);
    byte kind = alphabet.kind(symbol);
    if (kind == ScriptKind.MARK) {
      if (symbol != PhraseAlphabet.OTHER_MARK && previous != ScriptKind.SEPARATOR) {
        symbol(symbol);
      }
      return;
    }
    if (kind != previous) {
      if (previous != ScriptKind.SEPARATOR) {
        symbol(BORDER);
      }
      if (kind == ScriptKind.SPACED) {
        units++;
      }
      previous = kind;
    }
    if (kind != ScriptKind.SEPARATOR) {
      if (kind != ScriptKind.SPACED) {
        units++;
      }
      symbol(symbol);
    }
  }
}
