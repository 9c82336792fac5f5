// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Whitespace;

/**
 * Reads one text line by line and says what becomes of each; see {@link C4Quality}. For one text,
 * not thread-safe.
 */
final class C4Lines {
  // What becomes of a line.
  static final int KEPT = 0;
  static final int LONG_WORD = 1;
  static final int NO_TERMINAL = 2;
  static final int FEW_WORDS = 3;
  static final int JAVASCRIPT = 4;
  static final int POLICY = 5;
  private static final int FATES = 6;

  private final C4Quality quality;
  private final Sentences definition;
  private final int[] counts = new int[FATES];
  private int total;
  private int sentences;
  private int loremIpsum;
  private int curlyBracket;
  private final boolean rewriting;
  private final StringBuilder kept = new StringBuilder(0);
  private char[] scratch = new char[0]; // the line at hand without its citations

  private C4Lines(C4Quality quality, Sentences definition, boolean rewriting) {
    this.quality = quality;
    this.definition = definition;
    this.rewriting = rewriting;
  }

  /** Counts lines and the sentences of those kept, and does not keep their text. */
  static C4Lines count(C4Quality quality, Sentences definition, char[] chars, int length) {
    C4Lines lines = new C4Lines(quality, definition, false);
    lines.read(chars, length);
    return lines;
  }

  /** The text of the lines kept, joined by LF and stripped as Python does. */
  static String rewrite(C4Quality quality, String text) {
    C4Lines lines = new C4Lines(quality, Sentences.WHITESPACE, true);
    lines.kept.ensureCapacity(text.length());
    lines.read(text.toCharArray(), text.length());
    return strip(lines.kept);
  }

  int total() {
    return total;
  }

  /** How many lines had this fate. */
  int count(int fate) {
    return counts[fate];
  }

  int sentences() {
    return sentences;
  }

  int loremIpsum() {
    return loremIpsum;
  }

  int curlyBracket() {
    return curlyBracket;
  }

  /** Cuts lines as {@link dev.gristmill.filters.text.Lines#UNIVERSAL} does. */
  private void read(char[] chars, int length) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (Whitespace.isLineBreak(chars[i])) {
        line(chars, start, i);
        if (chars[i] == '\r' && i + 1 < length && chars[i + 1] == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < length) {
      line(chars, start, length);
    }
  }

  private static String strip(StringBuilder text) {
    int from = 0;
    int to = text.length();
    while (from < to && Whitespace.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && Whitespace.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private void line(char[] chars, int from, int to) {
    total++;
    int end = Whitespace.skipBackward(chars, from, to);
    int start = Whitespace.skipForward(chars, from, end);
    int words = words(chars, start, end);
    if (words < 0) {
      counts[LONG_WORD]++;
      return;
    }
    char[] line = chars;
    if (C4Citations.possible(chars, start, end)) {
      if (scratch.length < end - start) {
        scratch = new char[end - start];
      }
      end = C4Citations.cut(chars, start, end, scratch);
      start = 0;
      line = scratch;
    }
    int fate = fate(line, start, end, words);
    counts[fate]++;
    if (fate == KEPT) {
      keep(line, start, end);
    }
  }

  private void keep(char[] line, int start, int end) {
    if (!rewriting) {
      sentences += Math.max(1, definition.count(line, start, end));
      return;
    }
    if (count(KEPT) > 1) {
      kept.append('\n');
    }
    kept.append(line, start, end - start);
  }

  private int fate(char[] line, int start, int end, int words) {
    if (quality.terminalPunctuation() && !endsASentence(line, start, end)) {
      return NO_TERMINAL;
    }
    if (words < quality.minWordsPerLine()) {
      return FEW_WORDS;
    }
    int phrases = C4Phrases.in(line, start, end);
    if ((phrases & C4Phrases.LOREM_IPSUM) != 0 && curlyBracket == 0) {
      loremIpsum++;
    }
    if ((phrases & C4Phrases.JAVASCRIPT) != 0) {
      return JAVASCRIPT;
    }
    if ((phrases & C4Phrases.CURLY_BRACKET) != 0) {
      curlyBracket++;
    }
    return (phrases & C4Phrases.POLICY) != 0 ? POLICY : KEPT;
  }

  private static boolean endsASentence(char[] line, int start, int end) {
    if (start == end) {
      return false;
    }
    char last = line[end - 1];
    boolean ellipsis =
        end - start >= 3 && last == '.' && line[end - 2] == '.' && line[end - 3] == '.';
    return !ellipsis && (last == '.' || last == '?' || last == '!' || last == '"' || last == '\'');
  }

  /** The number of words between white space, or -1 if one is too long. */
  private int words(char[] chars, int start, int end) {
    int words = 0;
    int points = 0;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (Whitespace.isSpace(c)) {
        points = 0;
        continue;
      }
      words += points == 0 ? 1 : 0;
      boolean secondHalf =
          points > 0 && Character.isLowSurrogate(c) && Character.isHighSurrogate(chars[i - 1]);
      points += secondHalf ? 0 : 1;
      if (points > quality.maxWordCharacters()) {
        return -1;
      }
    }
    return words;
  }
}
