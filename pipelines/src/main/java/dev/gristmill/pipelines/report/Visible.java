// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Locale;

/**
 * Shows what would otherwise act or hide: control characters as their pictures, direction marks,
 * invisible and tag characters as their code points, lone surrogates as U+FFFD.
 *
 * <p>Source: Unicode 15.1, general categories Cc, Cf, Zl and Zp, and UAX 9 (bidirectional
 * overrides). ZERO WIDTH JOINER and NON-JOINER stay: scripts and emoji need them. Tab and line feed
 * stay.
 */
final class Visible {

  private static final int PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final int DELETE = 0x7F;
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final int REPLACEMENT = 0xFFFD;

  /**
   * First and last of each range, in order; a table, so that Java's own Unicode does not matter.
   */
  private static final int[] ACTING = {
    0x80, 0x9F, 0xAD, 0xAD, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x890, 0x891,
    0x8E2, 0x8E2, 0x180E, 0x180E, 0x200B, 0x200B, 0x200E, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F,
    0xFEFF, 0xFEFF, 0xFFF9, 0xFFFB, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0,
    0x1BCA3, 0x1D173, 0x1D17A, 0xE0001, 0xE0001, 0xE0020, 0xE007F
  };

  private Visible() {}

  /** A whole text as it may be shown. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      append(codePoint, out);
    }
    return out.toString();
  }

  /** Appends the code point as it may be shown. */
  static void append(int codePoint, StringBuilder out) {
    if (codePoint == '\n' || codePoint == '\t' || codePoint == ZWJ || codePoint == ZWNJ) {
      out.append((char) codePoint);
    } else if (codePoint < ' ') {
      out.append((char) (PICTURES + codePoint));
    } else if (codePoint < DELETE) {
      out.append((char) codePoint);
    } else if (codePoint == DELETE) {
      out.append((char) PICTURE_OF_DELETE);
    } else if ((codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
        || (codePoint & 0xFFFE) == 0xFFFE) {
      out.append((char) REPLACEMENT);
    } else if (acts(codePoint)) {
      out.append('\u27E8').append(code(codePoint)).append('\u27E9');
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private static boolean acts(int codePoint) {
    for (int i = 0; i < ACTING.length && ACTING[i] <= codePoint; i += 2) {
      if (codePoint <= ACTING[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static String code(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
