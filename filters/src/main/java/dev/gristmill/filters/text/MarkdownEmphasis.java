// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * Pairs the runs of {@code *}, {@code _} and {@code ~~} that are marks of emphasis.
 *
 * <p>A pair encloses whole words: a letter or digit outside of it, a slash next to it, or a full
 * stop right behind its start make it none, so that products, names, paths and globs stay.
 * Characters of scripts without spaces do not count as letters here. {@code __name__} stays if it
 * reads like an identifier. Cost: amortized O(1) a run. Runs must come in order.
 */
final class MarkdownEmphasis {
  private static final String KINDS = "*_~";
  private static final int MAX_RUN = 3;

  /** What else may follow a start, and come before an end. */
  private static final String AFTER_START = "\"'([{<*_~`$!#@+-&\\%";

  private static final String BEFORE_END = "\"')]}>.,!?:;%*_~`$+-#&";

  private final String text;
  private final boolean[] isGone;

  /** Per kind, the open runs: where, and how many marks of them are left. */
  private final int[][] positions = new int[KINDS.length()][4];

  private final int[][] lengths = new int[KINDS.length()][4];
  private final int[] open = new int[KINDS.length()];

  MarkdownEmphasis(String text, boolean[] isGone) {
    this.text = text;
    this.isGone = isGone;
  }

  /** Handles the run at {@code i}; returns its end. */
  int run(int i) {
    char c = text.charAt(i);
    int end = i;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    int kind = KINDS.indexOf(c);
    boolean isRun = end - i <= MAX_RUN && (c != '~' || end - i == 2);
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    if (isRun && isEnd(before, after)) {
      int left = close(kind, i, end - i);
      if (left < end - i) {
        return end;
      }
    }
    if (isRun && isStart(before, after)) {
      push(kind, i, end - i);
    }
    return end;
  }

  private static boolean isStart(char before, char after) {
    boolean isInside = isWord(after) || after >= 128 || AFTER_START.indexOf(after) >= 0;
    return after > ' ' && isInside && !isWord(before) && before != '/' && before != '\\';
  }

  private static boolean isEnd(char before, char after) {
    boolean isInside = isWord(before) || before >= 128 || BEFORE_END.indexOf(before) >= 0;
    return before > ' ' && isInside && !isWord(after) && after != '/';
  }

  /** A letter or digit of a script that is written with spaces. */
  private static boolean isWord(char c) {
    boolean isSpaceless = (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1780 && c < 0x1800) || c >= 0x2E80;
    return Character.isLetterOrDigit(c) && !isSpaceless;
  }

  private void push(int kind, int position, int length) {
    int n = open[kind]++;
    if (n == positions[kind].length) {
      positions[kind] = Arrays.copyOf(positions[kind], n * 2);
      lengths[kind] = Arrays.copyOf(lengths[kind], n * 2);
    }
    positions[kind][n] = position;
    lengths[kind][n] = length;
  }

  /** Closes open runs with one of this length; returns the marks that found none. */
  private int close(int kind, int position, int length) {
    int left = length;
    while (left > 0 && open[kind] > 0) {
      int top = open[kind] - 1;
      int start = positions[kind][top];
      int marks = Math.min(left, lengths[kind][top]);
      if (marks != left && marks != lengths[kind][top]) {
        return left;
      }
      if (kind == 1 && marks == 2 && isIdentifier(start + lengths[kind][top], position)) {
        open[kind]--;
        return 0;
      }
      int innermost = start + lengths[kind][top];
      Arrays.fill(isGone, innermost - marks, innermost, true);
      Arrays.fill(isGone, position + length - left, position + length - left + marks, true);
      lengths[kind][top] -= marks;
      left -= marks;
      if (lengths[kind][top] == 0) {
        open[kind]--;
      }
      forgetFrom(start);
    }
    return left;
  }

  /** Runs of other kinds that started inside a pair are no marks. */
  private void forgetFrom(int start) {
    for (int kind = 0; kind < open.length; kind++) {
      while (open[kind] > 0 && positions[kind][open[kind] - 1] > start) {
        open[kind]--;
      }
    }
  }

  private boolean isIdentifier(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean isName = c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      if (!isName) {
        return false;
      }
    }
    return from < to;
  }
}
