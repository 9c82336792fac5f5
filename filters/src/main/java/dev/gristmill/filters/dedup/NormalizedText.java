// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import dev.gristmill.filters.text.Whitespace;
import java.security.MessageDigest;
import java.text.Normalizer;

/**
 * The key of an exact duplicate: two texts are the same document when they differ only in case, in
 * white space, or in how accents are encoded.
 *
 * <p>The text is brought to Unicode normalization form C; every code point is lower-cased by its
 * simple mapping ({@link Character#toLowerCase(int)}: no locale, no context, so a final sigma stays
 * as written); runs of white space ({@link Whitespace}) become one space; white space at both ends
 * goes. The key is the {@link Digest128} of the UTF-8 bytes of the result, a lone surrogate being
 * written as U+FFFD.
 *
 * <p>Cost: linear; streaming, with less than 1 MiB whatever the length. A text is normalized in
 * pieces of at least 8,192 units that end where nothing combines across; where 65,536 units give no
 * such place (a wall of combining marks) it is cut there.
 */
public final class NormalizedText {
  private static final int PIECE_UNITS = 8192;
  private static final int MAX_PIECE_UNITS = 65_536;

  private NormalizedText() {}

  /** The key of this text. */
  public static Digest128 digest(CharSequence text) {
    MessageDigest sha256 = Digest128.sha256();
    Utf8Folder folder = new Utf8Folder(sha256);
    int from = 0;
    while (from < text.length()) {
      int to = pieceEnd(text, from);
      folder.fold(Normalizer.normalize(text.subSequence(from, to), Normalizer.Form.NFC));
      from = to;
    }
    folder.flush();
    return Digest128.finish(sha256);
  }

  private static int pieceEnd(CharSequence text, int from) {
    if (text.length() - from <= PIECE_UNITS) {
      return text.length();
    }
    int limit = Math.min(text.length(), from + MAX_PIECE_UNITS);
    int to = from + PIECE_UNITS;
    while (to < limit && !isBoundaryBefore(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /**
   * True for characters that never change with what stands before them: not marks, not Hangul
   * vowels and finals, and to be safe nothing outside the Basic Multilingual Plane.
   */
  private static boolean isBoundaryBefore(char c) {
    if (c < 0x300) {
      return true;
    }
    if (c >= 0x1160 && c <= 0x11ff) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
