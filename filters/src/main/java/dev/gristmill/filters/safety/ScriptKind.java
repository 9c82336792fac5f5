// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

/**
 * Folds UTF-16 units and sorts them into the kinds whose borders are word borders for {@link
 * Phrases}.
 *
 * <p>Source: Unicode general categories by {@link Character#getType(char)} (so of the running JDK's
 * Unicode version), blocks by number. Of the supplementary characters only the ideographs of planes
 * 2 and 3 are letters.
 */
final class ScriptKind {
  static final byte SEPARATOR = 0;

  /** Letters and digits of scripts with spaces, Korean included. */
  static final byte SPACED = 1;

  static final byte KATAKANA = 2;

  /** Han, hiragana, Thai, Lao, Burmese, Khmer. */
  static final byte UNSPACED = 3;

  /** Continues what stands before it: combining and format characters, low surrogates. */
  static final byte MARK = 4;

  private static final char LONG_VOWEL = '\u30fc'; // follows hiragana as well as katakana

  private ScriptKind() {}

  /** Lower case; full-width ASCII becomes ASCII. One unit for one unit. */
  static char fold(char c) {
    char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    return Character.toLowerCase(narrow);
  }

  /** The kind of a folded unit. */
  static byte of(char c) {
    if (Character.isSurrogate(c)) {
      return surrogate(c);
    }
    return switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.DECIMAL_DIGIT_NUMBER ->
          SPACED;
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER, Character.LETTER_NUMBER -> letter(c);
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          MARK;
      default -> SEPARATOR;
    };
  }

  /** True for a Hangul syllable. */
  static boolean isHangul(char c) {
    return c >= '\uac00' && c <= '\ud7a3';
  }

  private static byte surrogate(char c) {
    if (Character.isLowSurrogate(c)) {
      return MARK;
    }
    return c >= '\ud840' && c <= '\ud8bf' ? UNSPACED : SEPARATOR;
  }

  private static byte letter(char c) {
    if (c == LONG_VOWEL) {
      return MARK;
    }
    if ((c >= '\u30a1' && c <= '\u30ff')
        || (c >= '\u31f0' && c <= '\u31ff')
        || (c >= '\uff66' && c <= '\uff9f')) {
      return KATAKANA;
    }
    boolean unspaced =
        (c >= '\u0e00' && c < '\u0f00')
            || (c >= '\u1000' && c < '\u10a0')
            || (c >= '\u1780' && c < '\u1800')
            || (c >= '\u3005' && c <= '\u309f')
            || (c >= '\u3400' && c <= '\u9fff')
            || (c >= '\uf900' && c <= '\ufaff');
    return unspaced ? UNSPACED : SPACED;
  }
}
