// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * Sorts code points into the kinds that {@link WordScanner} tells apart.
 *
 * <p>Source: Unicode general categories by {@link Character#getType(int)} (so of the running JDK's
 * Unicode version), blocks by number.
 */
final class CharacterKind {
  static final byte SPACE = 0;
  static final byte LETTER = 1;
  static final byte DIGIT = 2;
  static final byte CONNECTOR = 3;
  static final byte MARK = 4;
  static final byte IDEOGRAPH = 5;
  static final byte HIRAGANA = 6;
  static final byte KATAKANA = 7;

  /** Letters of scripts that are written without spaces and read in orthographic clusters. */
  static final byte CLUSTER = 8;

  static final byte OTHER = 9;

  private static final int ZERO_WIDTH_SPACE = 0x200b; // a word break in Khmer, Thai and Burmese

  // Latin, Greek and Cyrillic text is looked up; the rest is computed.
  private static final byte[] TABLE = table();

  private CharacterKind() {}

  static byte of(int codePoint) {
    return codePoint < TABLE.length ? TABLE[codePoint] : compute(codePoint);
  }

  /** True for the kinds that words of spaced scripts are made of. */
  static boolean isWord(byte kind) {
    return kind >= LETTER && kind <= MARK;
  }

  private static byte[] table() {
    byte[] table = new byte[0x530];
    for (int c = 0; c < table.length; c++) {
      table[c] = compute(c);
    }
    return table;
  }

  private static byte compute(int c) {
    if ((c < 0x10000 && Whitespace.isSpace((char) c)) || c == ZERO_WIDTH_SPACE) {
      return SPACE;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER ->
          LETTER;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> letter(c);
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          MARK;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          c >= 0x3005 && c <= 0x3007 ? IDEOGRAPH : DIGIT;
      case Character.CONNECTOR_PUNCTUATION -> c == '_' ? CONNECTOR : OTHER;
      default -> OTHER;
    };
  }

  private static byte letter(int c) {
    if (c < 0xe00) {
      return LETTER;
    }
    if (c < 0xf00 || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800)) {
      return CLUSTER; // Thai, Lao; Myanmar; Khmer
    }
    if (c >= 0x3041 && c <= 0x309f) {
      return HIRAGANA;
    }
    if ((c >= 0x30a0 && c <= 0x30ff)
        || (c >= 0x31f0 && c <= 0x31ff)
        || (c >= 0xff66 && c <= 0xff9f)) {
      return KATAKANA;
    }
    if ((c >= 0x3005 && c <= 0x3007)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0x20000 && c <= 0x3ffff)) {
      return IDEOGRAPH;
    }
    return LETTER;
  }
}
