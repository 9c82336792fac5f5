// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

/**
 * What a byte is when read in one charset as text of one language, and what it costs apart from its
 * neighbours, in quarter bits.
 *
 * <p>Source of the costs: ours, rounded shares in running prose; a mark about one in 100 letters, a
 * rare symbol one in 3,000, what prose never holds one in 10,000 and less.
 */
enum ByteKind {
  /** A letter of the language; its model says what it costs. */
  LETTER(0),
  /** An ASCII letter in a language of another script. */
  ASCII_LETTER(18),
  /** An ASCII digit. */
  DIGIT(2),
  /** Other ASCII. */
  SPACE(2),
  /** Opening quotation marks and brackets. */
  OPENING(28),
  /** Closing quotation marks. */
  CLOSING(28),
  /** Closing quotation mark and apostrophe, U+2019. */
  APOSTROPHE(28),
  /** Dashes, ellipses, no-break space, bullets, currency and copyright signs. */
  MARK(26),
  /** Fractions, accents that stand alone, mathematics. */
  RARE(46),
  /** A letter that the language does not have. */
  FOREIGN(52),
  /** Box drawing. */
  BOX(52),
  /** C1 controls. */
  CONTROL(66),
  /** Nothing: the byte does not occur in the charset. */
  UNDEFINED(90);

  /** No-break space, (c), (R), degree, middle dot, ordinals, TM, numero, euro, pound. */
  private static final String MARKS =
      "\u00A0\u00A9\u00AE\u00B0\u00B7\u00AA\u00BA\u2122\u2116\u20AC\u00A3";

  /** Daggers, pilcrow, per mille: punctuation to Unicode, hardly ever seen. */
  private static final String OBSOLETE = "\u2020\u2021\u00B6\u2030";

  private final int cost;

  ByteKind(int cost) {
    this.cost = cost;
  }

  int cost() {
    return cost;
  }

  boolean isLetter() {
    return this == LETTER || this == FOREIGN || this == ASCII_LETTER;
  }

  /** The kind of a decoded byte. */
  static ByteKind of(char c, LetterModel model) {
    if (model.symbol(c) > 0) {
      return LETTER;
    }
    if (c < 0x80) {
      return Character.isLetter(c) ? ASCII_LETTER : Character.isDigit(c) ? DIGIT : SPACE;
    }
    if (MARKS.indexOf(c) >= 0) {
      return MARK;
    }
    if (c == '\uFFFD' || c == '\u2019') {
      return c == '\u2019' ? APOSTROPHE : UNDEFINED;
    }
    if (OBSOLETE.indexOf(c) >= 0) {
      return RARE;
    }
    if (c < 0xA0 || (c >= 0x2500 && c <= 0x25A0)) {
      return c < 0xA0 ? CONTROL : BOX;
    }
    return switch (Character.getType(c)) {
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.START_PUNCTUATION -> OPENING;
      case Character.FINAL_QUOTE_PUNCTUATION, Character.END_PUNCTUATION -> CLOSING;
      case Character.DASH_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.FORMAT,
          Character.DECIMAL_DIGIT_NUMBER ->
          MARK;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK ->
          c == '\u00B5' ? RARE : FOREIGN;
      default -> RARE;
    };
  }
}
