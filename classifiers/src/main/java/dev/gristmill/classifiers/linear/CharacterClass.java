// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import dev.gristmill.filters.text.Whitespace;

/**
 * Sorts code points into the classes that words are cut by.
 *
 * <p>Source: Unicode general categories of the running JDK, blocks by number.
 */
final class CharacterClass {
  static final byte SPACE = 0;
  static final byte LOWER = 1; // also letters of scripts without case
  static final byte UPPER = 2;
  static final byte DIGIT = 3;
  static final byte MARK = 4;

  /** Characters of scripts written without spaces: each is a word of its own. */
  static final byte SINGLE = 5;

  static final byte PUNCTUATION = 6;
  static final byte SYMBOL = 7;

  // Latin, Greek and Cyrillic text is looked up; the rest is computed.
  private static final byte[] TABLE = table();

  private CharacterClass() {}

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
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> isUnspaced(c) ? SINGLE : LOWER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          MARK;
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          PUNCTUATION;
      default -> SYMBOL;
    };
  }

  private static boolean isUnspaced(int c) {
    return (c >= 0xe00 && c < 0xf00) // Thai, Lao
        || (c >= 0x1000 && c < 0x10a0) // Myanmar
        || (c >= 0x1780 && c < 0x1800) // Khmer
        || (c >= 0x3005 && c < 0x3100) // kana
        || (c >= 0x31f0 && c < 0x3200)
        || (c >= 0x3400 && c < 0xa000) // Han
        || (c >= 0xf900 && c < 0xfb00)
        || (c >= 0xff66 && c < 0xffa0)
        || (c >= 0x20000 && c < 0x40000);
  }
}
