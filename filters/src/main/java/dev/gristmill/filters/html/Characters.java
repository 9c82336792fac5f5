// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * What the features need to know of a UTF-16 unit, in one table look-up: the calls to {@link
 * Character} were half of the time of all features.
 */
final class Characters {
  static final int LETTER = 1;
  static final int UPPER = 2;
  static final int LOWER = 4;
  static final int DIGIT = 8;
  static final int COMMA = 16;

  /** What stands between the entries of a menu. */
  static final int SEPARATOR = 32;

  static final int QUOTE = 64;

  private static final byte[] KINDS = kinds();

  private Characters() {}

  /** The bits of a unit; those of a surrogate are 0. */
  static int of(char c) {
    return KINDS[c];
  }

  /** Lower case, without a call for the letters that are most of all. */
  static char lower(char c) {
    return c >= 0x80 ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c | 32) : c;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << 16];
    for (int c = 0; c < kinds.length; c++) {
      char unit = (char) c;
      int kind = Character.isLetter(unit) ? LETTER : 0;
      kind |= Character.isUpperCase(unit) ? UPPER : 0;
      kind |= Character.isLowerCase(unit) ? LOWER : 0;
      kind |= unit >= '0' && unit <= '9' ? DIGIT : 0;
      kind |= ",\u3001\uFF0C\u060C".indexOf(unit) >= 0 ? COMMA : 0;
      kind |= "|\u00BB\u203A\u2022\u00B7/>".indexOf(unit) >= 0 ? SEPARATOR : 0;
      kind |= "\"\u201C\u201D\u00AB".indexOf(unit) >= 0 ? QUOTE : 0;
      kinds[c] = (byte) kind;
    }
    return kinds;
  }
}
