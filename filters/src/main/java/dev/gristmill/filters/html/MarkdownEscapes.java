// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.text.TexSpans;

/**
 * Puts backslashes before what markdown would take for marks, and only there: {@code 2 * 3}, {@code
 * snake_case} and {@code C#} stay.
 *
 * <p>Source: CommonMark 0.31, sections 2.4 (backslash escapes), 4 and 6. Cost: O(1) a character.
 */
final class MarkdownEscapes {
  private static final int MAX_NUMBER_DIGITS = 9;
  private static final int MAX_REFERENCE = 12;

  private final String text;
  private final TexSpans formulae;

  /** Of the text of one block. */
  MarkdownEscapes(String text) {
    this.text = text;
    formulae = new TexSpans(text);
  }

  /** Where the formula ends that starts at {@code i} between TeX's own marks, else -1. */
  int formulaEnd(int i) {
    char c = text.charAt(i);
    return c == '$' || c == '\\' ? formulae.end(i) : -1;
  }

  /** Appends the character at {@code i}. */
  void append(StringBuilder out, int i) {
    if (isMark(i)) {
      out.append('\\');
    }
    out.append(text.charAt(i));
  }

  private boolean isMark(int i) {
    char before = at(i - 1);
    char after = at(i + 1);
    boolean isLineStart = i == 0 || before == '\n';
    return switch (text.charAt(i)) {
      case '\\' -> isAsciiPunctuation(after);
      case '*' -> !(before <= ' ' && after <= ' ') || isLineStart;
      case '_' ->
          !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after))
              && !(before <= ' ' && after <= ' ');
      case '`' -> true;
      case ']' -> after == '(' || after == '[' || after == ':';
      case '<' -> Tex.isLetter(after) || after == '/' || after == '!' || after == '?';
      case '&' -> isReference(i);
      case '~' -> after == '~' || before == '~';
      case '#' -> isLineStart && isHeading(i);
      case '>' -> isLineStart;
      case '-', '+' -> isLineStart && (after <= ' ' || after == '-');
      case '=' -> isLineStart && isOnly('=', i);
      case '.', ')' -> after <= ' ' && isNumberBefore(i);
      default -> false;
    };
  }

  private char at(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static boolean isAsciiPunctuation(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  private boolean isReference(int i) {
    int k = i + 1;
    while (k < i + MAX_REFERENCE && (Character.isLetterOrDigit(at(k)) || at(k) == '#')) {
      k++;
    }
    return k > i + 1 && at(k) == ';';
  }

  private boolean isHeading(int i) {
    int k = i;
    while (at(k) == '#' && k < i + 7) {
      k++;
    }
    return k - i < 7 && at(k) <= ' ';
  }

  private boolean isOnly(char c, int i) {
    int k = i;
    while (at(k) == c) {
      k++;
    }
    return k >= text.length() || at(k) == '\n';
  }

  private boolean isNumberBefore(int i) {
    int k = i;
    while (k > 0 && i - k <= MAX_NUMBER_DIGITS && at(k - 1) >= '0' && at(k - 1) <= '9') {
      k--;
    }
    return k < i && i - k <= MAX_NUMBER_DIGITS && (k == 0 || at(k - 1) == '\n');
  }
}
