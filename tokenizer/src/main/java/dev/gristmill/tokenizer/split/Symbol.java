// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

/**
 * Reads the symbol at a place in UTF-8 bytes: its class and its width, packed as {@code class |
 * width << 3}, so that a scanner decodes once and allocates nothing.
 *
 * <p>Source: Unicode 16.0, table 3-7 (well-formed UTF-8). A byte that begins no well-formed
 * sequence is a symbol of width 1 and class OTHER.
 */
final class Symbol {
  private static final int MALFORMED = SymbolClass.OTHER | 1 << 3;

  /** The class of a packed symbol. */
  static int classOf(int symbol) {
    return symbol & 7;
  }

  /** The width of a packed symbol in bytes, 1 to 4. */
  static int width(int symbol) {
    return symbol >> 3;
  }

  /** The symbol that begins at {@code at}, where {@code at < to}; reads nothing at or after to. */
  static int at(byte[] utf8, int at, int to) {
    int lead = utf8[at];
    return lead >= 0 ? SymbolClass.ofAscii(lead) | 1 << 3 : beyondAscii(utf8, at, to);
  }

  private static int beyondAscii(byte[] utf8, int at, int to) {
    int lead = utf8[at] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return MALFORMED;
    }
    int width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (width > to - at || !continues(utf8[at + 1])) {
      return MALFORMED;
    }
    int second = utf8[at + 1] & 0x3F;
    if (width == 2) {
      return SymbolClass.of((lead & 0x1F) << 6 | second) | 2 << 3;
    }
    if (!continues(utf8[at + 2])) {
      return MALFORMED;
    }
    int third = utf8[at + 2] & 0x3F;
    if (width == 3) {
      int codePoint = (lead & 0x0F) << 12 | second << 6 | third;
      boolean wellFormed = codePoint >= 0x800 && codePoint >> 11 != 0x1B; // 0xD800..0xDFFF
      return wellFormed ? SymbolClass.of(codePoint) | 3 << 3 : MALFORMED;
    }
    if (!continues(utf8[at + 3])) {
      return MALFORMED;
    }
    int codePoint = (lead & 0x07) << 18 | second << 12 | third << 6 | (utf8[at + 3] & 0x3F);
    boolean wellFormed = codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
    return wellFormed ? SymbolClass.of(codePoint) | 4 << 3 : MALFORMED;
  }

  private static boolean continues(byte value) {
    return (value & 0xC0) == 0x80;
  }

  private Symbol() {}
}
