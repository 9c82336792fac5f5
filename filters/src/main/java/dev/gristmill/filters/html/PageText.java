// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * Collects the characters of one block after another, folds its whitespace and counts what the
 * block classifier needs.
 *
 * <p>Dropped: control characters, soft hyphens, zero-width spaces, byte order marks, bidirectional
 * controls. Kept: the zero-width joiner and non-joiner, which are letters' company in Persian and
 * the scripts of India, and hold emoji together. All other spaces become U+0020.
 *
 * <p>Weight: one per letter or other visible character, three per ideograph or kana, two per Hangul
 * syllable, so that a sentence weighs about the same in any script.
 */
final class PageText {
  /** Of a character: what {@link #append} does with it, and its weight in the low bits. */
  private static final byte[] KIND = kinds();

  private static final int WEIGHT = 3;
  private static final int SPACE = 4;
  private static final int DROPPED = 8;
  private static final int SENTENCE_END = 16;
  private static final int SURROGATE = 32;

  private char[] chars;
  private int length;
  private int blockStart;
  private boolean isSpaceDue;
  private boolean isLineDue;
  private int weight;
  private int linkWeight;
  private int strongWeight;
  private int sentences;

  PageText() {
    this(1 << 14);
  }

  private PageText(int capacity) {
    chars = new char[capacity];
  }

  /** A text on one line: what is dropped from blocks is dropped, white space folded. */
  static String folded(String raw) {
    PageText text = new PageText(1 + raw.length());
    text.append(raw, 0);
    return new String(text.chars, 0, text.length);
  }

  void append(CharSequence text, int style) {
    char[] source = text.toString().toCharArray();
    append(source, 0, source.length, style);
  }

  /**
   * Appends {@code source[from, to)}.
   *
   * @param style bits of {@link Style}
   */
  void append(char[] source, int from, int to, int style) {
    boolean isPre = (style & Style.PRE) != 0;
    boolean isCode = (style & Style.VERBATIM) != 0;
    int added = 0;
    for (int i = from; i < to; i++) {
      char c = source[i];
      int kind = KIND[c];
      if ((kind & SPACE) != 0) {
        space(c, isPre, isCode);
      } else if ((kind & DROPPED) == 0) {
        if (isSpaceDue) {
          dueSpace();
        }
        if (isLineDue && !isClosing(c)) {
          newline();
        }
        if ((kind & SURROGATE) == 0) {
          put(c);
          added += kind & WEIGHT;
          sentences += kind >>> 4;
        } else {
          boolean isPair =
              Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(source[i + 1]);
          put(isPair ? c : '\uFFFD');
          if (isPair) {
            put(source[++i]);
          }
          added += 2;
        }
      }
    }
    weight += added;
    linkWeight += Style.isLink(style) ? added : 0;
    strongWeight += (style & Style.STRONG) != 0 ? added : 0;
  }

  private void put(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }

  private void space(char c, boolean isPre, boolean isCode) {
    if (isPre && (c == '\n' || c == '\t')) {
      put(c);
    } else if ((isPre && c != '\r' && c >= ' ') || (isCode && c == '\u00A0')) {
      // Outside of pre, code is indented by no-break spaces.
      put(' ');
    } else {
      isSpaceDue |= c >= ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
  }

  /** A forced line break inside the block. */
  void newline() {
    isSpaceDue = false;
    isLineDue = false;
    if (length > blockStart && chars[length - 1] != '\n') {
      put('\n');
    }
  }

  /** A line break before the next character, a mark that ends a sentence or clause apart. */
  void newlineLater() {
    isLineDue = length > blockStart;
  }

  /** A space, if anything comes before and after it in the block. */
  void gap() {
    isSpaceDue = true;
  }

  /** Whether white space came after the last character. */
  boolean isSpaceDue() {
    return isSpaceDue;
  }

  /** Ends a line of code: an empty one counts if nothing came since {@code from}. */
  void endLine(int from) {
    if (length == from || chars[length - 1] != '\n') {
      put('\n');
    }
  }

  /** Whether nothing followed the last forced line break of the block. */
  boolean isAtLineStart() {
    return length > blockStart && chars[length - 1] == '\n';
  }

  private static boolean isClosing(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
  }

  private void dueSpace() {
    isSpaceDue = false;
    if (isLineDue) {
      newline();
      return;
    }
    if (length > blockStart && chars[length - 1] != '\n' && chars[length - 1] != ' ') {
      put(' ');
    }
  }

  /** Starts the next block after the characters so far. */
  void startBlock() {
    blockStart = length;
    isSpaceDue = false;
    isLineDue = false;
    weight = 0;
    linkWeight = 0;
    strongWeight = 0;
    sentences = 0;
  }

  boolean isBlockEmpty() {
    return weight == 0;
  }

  /** Forgets the characters of the current block. */
  void dropBlock() {
    length = blockStart;
    startBlock();
  }

  int blockStart() {
    return blockStart;
  }

  int end() {
    return length;
  }

  int weight() {
    return weight;
  }

  int linkWeight() {
    return linkWeight;
  }

  /** Weight of the characters in bold or italics. */
  int strongWeight() {
    return strongWeight;
  }

  int sentences() {
    return sentences;
  }

  /** All characters so far; valid until the next is appended. */
  char[] chars() {
    return chars;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << 16];
    for (int c = 0; c < kinds.length; c++) {
      char unit = (char) c;
      if (c <= ' ' || isSpaceLike(unit)) {
        kinds[c] = SPACE;
      } else if (isDropped(unit)) {
        kinds[c] = DROPPED;
      } else if (Character.isSurrogate(unit)) {
        kinds[c] = SURROGATE;
      } else {
        kinds[c] = (byte) (weightOf(unit) | (isSentenceEnd(unit) ? SENTENCE_END : 0));
      }
    }
    return kinds;
  }

  private static int weightOf(char c) {
    if (c < 0x2E80) {
      return 1;
    }
    return c >= 0xAC00 && c <= 0xD7A3 ? 2 : c <= 0x9FFF || (c >= 0xF900 && c <= 0xFAFF) ? 3 : 1;
  }

  private static boolean isSpaceLike(char c) {
    return c == '\u00A0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000'
        || c == '\u0085';
  }

  private static boolean isDropped(char c) {
    return (c >= '\u007F' && c <= '\u009F')
        || c == '\u00AD'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\uFEFF'
        || (c >= '\uFFF9' && c <= '\uFFFB');
  }

  /** Ends of sentences in the scripts that mark them. */
  private static boolean isSentenceEnd(char c) {
    return switch (c) {
      case '.',
          '!',
          '?',
          '\u2026',
          '\u3002',
          '\uFF01',
          '\uFF1F',
          '\uFF0E',
          '\u0964',
          '\u061F',
          '\u06D4',
          '\u0589',
          '\u1362',
          '\u17D4',
          '\u104B' ->
          true;
      default -> false;
    };
  }
}
