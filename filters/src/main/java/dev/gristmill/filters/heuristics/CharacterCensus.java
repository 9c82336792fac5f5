// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Whitespace;

/**
 * How many code points of each kind a text has; white space and the separators between words of
 * Tibetan and Ethiopic are in none.
 *
 * @param letters letters, combining marks and format characters (joiners belong to their word)
 * @param digits all number categories
 * @param symbols punctuation and symbols
 * @param broken control, unassigned and private-use characters, U+FFFD, lone surrogates
 */
record CharacterCensus(int letters, int digits, int symbols, int broken) {
  private static final byte SPACE = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte SYMBOL = 3;
  private static final byte BROKEN = 4;
  private static final int REPLACEMENT = 0xfffd;

  /** Tibetan tsheg and its no-break form, Ethiopic wordspace: punctuation only by category. */
  private static final String WORD_SEPARATORS = "\u0f0b\u0f0c\u1361";

  private static final byte[] TABLE = table();

  static CharacterCensus of(char[] chars, int length) {
    int[] counts = new int[5];
    int i = 0;
    while (i < length) {
      char c = chars[i];
      if (c < TABLE.length) {
        counts[TABLE[c]]++;
        i++;
      } else {
        int codePoint = Character.codePointAt(chars, i, length);
        counts[kind(codePoint)]++;
        i += Character.charCount(codePoint);
      }
    }
    return new CharacterCensus(counts[LETTER], counts[DIGIT], counts[SYMBOL], counts[BROKEN]);
  }

  private static byte[] table() {
    byte[] table = new byte[0x530];
    for (int c = 0; c < table.length; c++) {
      table[c] = kind(c);
    }
    return table;
  }

  private static byte kind(int c) {
    if ((c < 0x10000 && Whitespace.isSpace((char) c)) || WORD_SEPARATORS.indexOf(c) >= 0) {
      return SPACE;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE ->
          BROKEN;
      default -> c == REPLACEMENT ? BROKEN : SYMBOL;
    };
  }
}
