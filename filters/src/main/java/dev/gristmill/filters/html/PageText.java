// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

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
  private final StringBuilder chars = new StringBuilder();
  private int blockStart;
  private boolean isSpaceDue;
  private int weight;
  private int linkWeight;
  private int sentences;

  void append(CharSequence text, boolean isLink, boolean isPre) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || isSpaceLike(c)) {
        if (isPre && (c == '\n' || c == '\t')) {
          chars.append(c);
        } else if (isPre && c != '\r' && (c >= ' ')) {
          chars.append(' ');
        } else {
          isSpaceDue |= c >= ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        }
      } else if (!isDropped(c)) {
        if (isSpaceDue) {
          space();
        }
        if (Character.isSurrogate(c)) {
          boolean isPair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (isPair) {
            chars.append(c).append(text.charAt(++i));
          } else {
            chars.append('\uFFFD');
          }
          count(2, isLink);
        } else {
          chars.append(c);
          count(weightOf(c), isLink);
          sentences += isSentenceEnd(c) ? 1 : 0;
        }
      }
    }
  }

  /** A forced line break inside the block. */
  void newline() {
    isSpaceDue = false;
    if (chars.length() > blockStart && chars.charAt(chars.length() - 1) != '\n') {
      chars.append('\n');
    }
  }

  /** Whether nothing followed the last forced line break of the block. */
  boolean isAtLineStart() {
    return chars.length() > blockStart && chars.charAt(chars.length() - 1) == '\n';
  }

  private void space() {
    isSpaceDue = false;
    int length = chars.length();
    if (length > blockStart
        && chars.charAt(length - 1) != '\n'
        && chars.charAt(length - 1) != ' ') {
      chars.append(' ');
    }
  }

  private void count(int charWeight, boolean isLink) {
    weight += charWeight;
    linkWeight += isLink ? charWeight : 0;
  }

  /** Starts the next block after the characters so far. */
  void startBlock() {
    blockStart = chars.length();
    isSpaceDue = false;
    weight = 0;
    linkWeight = 0;
    sentences = 0;
  }

  boolean isBlockEmpty() {
    return weight == 0;
  }

  /** Forgets the characters of the current block. */
  void dropBlock() {
    chars.setLength(blockStart);
    startBlock();
  }

  int blockStart() {
    return blockStart;
  }

  int end() {
    return chars.length();
  }

  int weight() {
    return weight;
  }

  int linkWeight() {
    return linkWeight;
  }

  int sentences() {
    return sentences;
  }

  CharSequence chars() {
    return chars;
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
