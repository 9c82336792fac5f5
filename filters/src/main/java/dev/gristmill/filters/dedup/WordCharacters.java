// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

/**
 * What each character is to a word: part of it, a word of its own, or nothing.
 *
 * <p>Part of a word are the general categories L, M and N and {@code _}. A word of its own is such
 * a character of the blocks of Thai, Lao, Burmese, Khmer, kana and Han; ideographic planes and
 * blocks count whole, so that ideographs newer than the JDK are words too. Anything else divides
 * words, lone surrogates included. Scripts that the running JDK does not know yet divide words:
 * Java 17 has Unicode 13.
 *
 * <p>Differs: Python's {@code \w} has no marks, which would cut words of Hindi or of decomposed
 * Latin at each one; {@code (?U)\w} of Java has joiners and circled letters, but no fractions and
 * superscripts.
 */
final class WordCharacters {
  /** What {@link #fold} gives for a character that divides words. */
  static final int DIVIDER = 0;

  /** What {@link #fold} gives for a character that is a word of its own. */
  static final int ALONE = 1;

  /** In the table only: look at the whole code point. */
  private static final int SURROGATE = 2;

  private static final char[] TABLE = table(); // 128 KiB; U+0000 to U+0002 are no word characters

  private WordCharacters() {}

  /**
   * {@link #DIVIDER}, {@link #ALONE}, or the lower case of the code point that begins at i.
   *
   * <p>The simple mapping of one code point, without locale or context; it never leaves its plane,
   * so a result from 0x10000 on took two units.
   */
  static int fold(char[] chars, int i) {
    int folded = TABLE[chars[i]];
    return folded == SURROGATE ? compute(Character.codePointAt(chars, i)) : folded;
  }

  private static char[] table() {
    char[] table = new char[0x10000];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) (Character.isSurrogate((char) c) ? SURROGATE : compute(c));
    }
    return table;
  }

  private static int compute(int c) {
    if (isIdeograph(c)) {
      return ALONE;
    }
    if (!isWord(c)) {
      return DIVIDER;
    }
    return isUnspaced(c) ? ALONE : Character.toLowerCase(c);
  }

  private static boolean isWord(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> c == '_';
    };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0x20000 && c <= 0x3ffff);
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return c <= 0x0eff // Thai, Lao
        || (c >= 0x1000 && c <= 0x109f) // Burmese
        || (c >= 0x1780 && c <= 0x17ff) // Khmer
        || (c >= 0x3005 && c <= 0x30ff) // ideographic marks and numerals, kana
        || (c >= 0x31f0 && c <= 0x31ff) // small katakana
        || (c >= 0xa9e0 && c <= 0xa9ff) // Burmese
        || (c >= 0xaa60 && c <= 0xaa7f) // Burmese
        || (c >= 0xf900 && c <= 0xfaff) // compatibility ideographs
        || (c >= 0xff66 && c <= 0xff9f) // halfwidth katakana
        || (c >= 0x1aff0 && c <= 0x1b16f); // historic kana
  }
}
