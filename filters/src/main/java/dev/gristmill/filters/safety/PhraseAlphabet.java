// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.util.Arrays;
import java.util.Collection;

/**
 * Numbers the letters that phrases are made of; all other letters of a kind share one symbol.
 * Immutable.
 */
final class PhraseAlphabet {
  /** The symbol of marks that no phrase has. */
  static final int OTHER_MARK = ScriptKind.MARK;

  private static final int FIRST_LETTER = OTHER_MARK + 1;

  private final char[] symbols = new char[1 << 16];
  private final byte[] kinds;

  PhraseAlphabet(Collection<String> phrases) {
    boolean[] used = new boolean[1 << 16];
    used['\u0e4d'] = used['\u0e32'] = used['\u0ecd'] = used['\u0eb2'] = true;
    for (String phrase : phrases) {
      for (int i = 0; i < phrase.length(); i++) {
        used[ScriptKind.fold(phrase.charAt(i))] = true;
      }
    }
    char[] numbers = new char[1 << 16];
    byte[] kindOf = new byte[(1 << 16) + FIRST_LETTER];
    int size = FIRST_LETTER;
    for (byte kind = 0; kind < FIRST_LETTER; kind++) {
      kindOf[kind] = kind;
    }
    for (int c = 0; c < used.length; c++) {
      byte kind = ScriptKind.of((char) c);
      boolean letter = used[c] && kind != ScriptKind.SEPARATOR;
      numbers[c] = (char) (letter ? size : kind);
      if (letter) {
        kindOf[size++] = kind;
      }
    }
    for (int c = 0; c < symbols.length; c++) {
      symbols[c] = numbers[ScriptKind.fold((char) c)];
    }
    kinds = Arrays.copyOf(kindOf, size);
  }

  /** The number of symbols. */
  int size() {
    return kinds.length;
  }

  /** The symbol of a unit that need not be folded. */
  int symbol(char c) {
    return symbols[c];
  }

  /** The kind of a symbol's letters. */
  byte kind(int symbol) {
    return kinds[symbol];
  }
}
