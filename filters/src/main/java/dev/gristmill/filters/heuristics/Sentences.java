// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Whitespace;
import dev.gristmill.filters.text.Words;

/**
 * The two ways in which sentences of a line are counted; a rest that is not blank counts as one.
 */
enum Sentences {
  /** A sentence ends after a run of {@code . ? !} before white space or the end of the line. */
  WHITESPACE {
    @Override
    int count(char[] chars, int from, int to) {
      int sentences = 0;
      int rest = from;
      for (int i = from; i < to; i++) {
        char c = chars[i];
        if ((c == '.' || c == '?' || c == '!')
            && (i + 1 == to || Whitespace.isSpace(chars[i + 1]))) {
          sentences++;
          rest = i + 1;
        }
      }
      return sentences + (Whitespace.skipForward(chars, rest, to) < to ? 1 : 0);
    }
  },

  /**
   * Ours, for any script. A sentence ends after a run of {@link TerminalMarks} and the quotation
   * marks and brackets behind it, before white space or the end of the line; after {@code U+3002
   * U+FF01 U+FF1F U+FF61} anywhere. Full stops do not end one before a lower-case letter ({@code
   * etc. and}), nor does a single one after a single letter ({@code J. Smith}, {@code U.S.}).
   */
  DEFAULT {
    @Override
    int count(char[] chars, int from, int to) {
      int sentences = 0;
      int rest = from;
      int i = from;
      while (i < to) {
        int runEnd = skipMarks(chars, i, to);
        if (runEnd == i) {
          i += Character.charCount(Character.codePointAt(chars, i, to));
          continue;
        }
        int end = skipClosers(chars, runEnd, to);
        boolean free = endsAnywhere(chars, i, runEnd);
        if (free
            || ((end == to || Whitespace.isSpace(chars[end]))
                && !isAbbreviation(chars, from, i, runEnd, end, to))) {
          sentences++;
          rest = end;
        }
        i = end;
      }
      return sentences + (Whitespace.skipForward(chars, rest, to) < to ? 1 : 0);
    }
  };

  /** The number of sentences in [from, to), which is one line. Cost: linear. */
  abstract int count(char[] chars, int from, int to);

  /** The definition that goes with these words. */
  static Sentences of(Words words) {
    return words == Words.WHITESPACE ? WHITESPACE : DEFAULT;
  }

  private static int skipMarks(char[] chars, int from, int to) {
    int i = from;
    while (i < to) {
      int codePoint = Character.codePointAt(chars, i, to);
      if (!TerminalMarks.contains(codePoint)) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private static int skipClosers(char[] chars, int from, int to) {
    int i = from;
    while (i < to && isCloser(chars[i])) {
      i++;
    }
    return i;
  }

  /** An opening quotation mark right after a terminal mark closes, as in German. */
  private static boolean isCloser(char c) {
    int type = Character.getType(c);
    return c == '"'
        || c == '\''
        || type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean endsAnywhere(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff61') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbbreviation(
      char[] chars, int lineStart, int runStart, int runEnd, int end, int to) {
    for (int i = runStart; i < runEnd; i++) {
      if (chars[i] != '.') {
        return false;
      }
    }
    int next = Whitespace.skipForward(chars, end, to);
    if (next == to) {
      return false;
    }
    if (Character.isLowerCase(Character.codePointAt(chars, next, to))) {
      return true;
    }
    return runEnd - runStart == 1
        && runStart > lineStart
        && Character.isLetter(chars[runStart - 1])
        && (runStart - 1 == lineStart || !Character.isLetterOrDigit(chars[runStart - 2]));
  }
}
