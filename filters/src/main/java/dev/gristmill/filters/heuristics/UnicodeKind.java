// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Whitespace;

/** Sorts code points by general category into the kinds of {@link CharacterShares}. */
final class UnicodeKind {
  /** Control, format, private-use and unassigned characters, lone surrogates. */
  static final byte OTHER = 0;

  static final byte DIGIT = 1;

  /** Letters but those of UPPER, and combining marks. */
  static final byte LETTER = 2;

  static final byte UPPER = 3;
  static final byte SPACE = 4;
  static final byte MARK = 5;
  static final byte SYMBOL = 6;
  static final int KINDS = 7;

  // Latin, Greek and Cyrillic text is looked up; the rest is computed.
  private static final byte[] TABLE = table();

  private UnicodeKind() {}

  /** The kind of a code point. */
  static byte of(int codePoint) {
    return codePoint < TABLE.length ? TABLE[codePoint] : compute(codePoint);
  }

  private static byte[] table() {
    byte[] table = new byte[0x530];
    for (int c = 0; c < table.length; c++) {
      table[c] = compute(c);
    }
    return table;
  }

  private static byte compute(int c) {
    if (c < 0x10000 && Whitespace.isSpace((char) c)) {
      return SPACE;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          LETTER;
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          MARK;
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          SYMBOL;
      default -> OTHER;
    };
  }
}
