// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Classes of code points as the split patterns see them: {@link #OTHER}, {@link #LETTER}, {@link
 * #NUMBER}, {@link #BLANK} (white space but for CR and LF) and {@link #BREAK} (CR, LF).
 *
 * <p>Cost: a lookup is two array reads, from about 50 kB of tables made when the class is loaded.
 */
final class SymbolClass {
  static final int OTHER = 0;
  static final int LETTER = 1;
  static final int NUMBER = 2;
  static final int BLANK = 3;
  static final int BREAK = 4;

  private static final int BLOCK_BITS = 7;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;

  /** Where the block of 128 code points begins in CLASSES; equal blocks are kept once. */
  private static final char[] BLOCKS = new char[CODE_POINTS >> BLOCK_BITS];

  private static final byte[] CLASSES = fill();

  /** The first block is ASCII, and its index is always 0. */
  static int ofAscii(int codePoint) {
    return CLASSES[codePoint];
  }

  /** The class of a code point in [0, 0x10FFFF]. */
  static int of(int codePoint) {
    return CLASSES[BLOCKS[codePoint >> BLOCK_BITS] + (codePoint & (BLOCK - 1))];
  }

  private static byte[] fill() {
    byte[] flat = new byte[CODE_POINTS];
    mark(flat, UnicodeRanges.LETTERS, LETTER);
    mark(flat, UnicodeRanges.NUMBERS, NUMBER);
    mark(flat, UnicodeRanges.WHITE_SPACE, BLANK);
    flat['\r'] = BREAK;
    flat['\n'] = BREAK;

    byte[] kept = new byte[CODE_POINTS];
    int end = 0;
    Map<String, Integer> seen = new HashMap<>();
    for (int block = 0; block < BLOCKS.length; block++) {
      String content = new String(flat, block * BLOCK, BLOCK, StandardCharsets.ISO_8859_1);
      Integer known = seen.putIfAbsent(content, end);
      if (known == null) {
        System.arraycopy(flat, block * BLOCK, kept, end, BLOCK);
        BLOCKS[block] = (char) end;
        end += BLOCK;
      } else {
        BLOCKS[block] = (char) known.intValue();
      }
    }
    if (end > Character.MAX_VALUE) {
      throw new IllegalStateException("class blocks need " + end + " bytes; an index is 16 bits");
    }
    return Arrays.copyOf(kept, end);
  }

  private static void mark(byte[] flat, String ranges, int symbolClass) {
    for (String range : ranges.strip().split("\\s+", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
      int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
      Arrays.fill(flat, first, last + 1, (byte) symbolClass);
    }
  }

  private SymbolClass() {}
}
