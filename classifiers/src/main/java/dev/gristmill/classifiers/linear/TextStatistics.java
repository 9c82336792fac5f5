// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Sums over the characters, words and lines of one text, and the statistics that follow from them.
 * All are shares or capped means, so that they hardly depend on the text's length.
 *
 * <p>Distinct words are counted within segments of {@value #SEGMENT} words, because the share of
 * distinct words of a whole text falls with its length; words under four characters, which most
 * function words are, do not count.
 *
 * <p>Source: the mean segmental type-token ratio of W. Johnson, Studies in language behavior
 * (1944); the others are common.
 */
final class TextStatistics {
  /** What the statistics are, in order. */
  static final List<String> NAMES =
      List.of(
          "mean_word_length", // code points / 10
          "punctuation_share", // of characters that are not white space
          "symbol_share",
          "digit_share",
          "upper_case_share", // of letters
          "capitalized_word_share",
          "upper_case_word_share", // two letters or more
          "mean_line_words", // / 50
          "short_line_share", // lines under five words
          "terminated_line_share",
          "mean_sentence_words", // / 40
          "exclamation_share", // of sentence ends
          "distinct_word_share");

  static final int COUNT = NAMES.size();

  private static final int SEGMENT = 50;
  private static final int SHORT_LINE_WORDS = 5;
  private static final int LONG_WORD = 4;

  // The long words of the current segment, open addressing at a load under one half.
  private final long[] segment = new long[128];
  private int segmentWords;
  private long distinct;
  private long longWords;

  private long visible;
  private long letters;
  private long upper;
  private long digits;
  private long punctuation;
  private long symbols;
  private long words;
  private long wordCharacters;
  private long capitalized;
  private long shouted;
  private long lines;
  private long shortLines;
  private long terminated;
  private long sentenceEnds;
  private long exclamations;
  private int lineWords;
  private boolean lineSeen;
  private boolean ended; // the last visible character but quotes and brackets was a sentence end

  void clear() {
    Arrays.fill(segment, 0);
    segmentWords = 0;
    distinct = longWords = 0;
    visible = letters = upper = digits = punctuation = symbols = 0;
    words = wordCharacters = capitalized = shouted = 0;
    lines = shortLines = terminated = sentenceEnds = exclamations = 0;
    lineWords = 0;
    lineSeen = false;
    ended = false;
  }

  void character(int codePoint, byte kind) {
    if (kind == CharacterClass.SPACE) {
      return;
    }
    visible++;
    lineSeen = true;
    switch (kind) {
      case CharacterClass.UPPER -> {
        letters++;
        upper++;
        ended = false;
      }
      case CharacterClass.LOWER, CharacterClass.SINGLE -> {
        letters++;
        ended = false;
      }
      case CharacterClass.DIGIT -> {
        digits++;
        ended = false;
      }
      case CharacterClass.PUNCTUATION -> punctuation(codePoint);
      case CharacterClass.SYMBOL -> {
        symbols++;
        ended = false;
      }
      default -> {}
    }
  }

  private void punctuation(int codePoint) {
    punctuation++;
    if (isSentenceEnd(codePoint)) {
      sentenceEnds += ended ? 0 : 1; // "!!!" and "..." end one sentence
      exclamations += codePoint == '!' || codePoint == 0xff01 ? 1 : 0;
      ended = true;
    } else if (!isClosing(codePoint)) {
      ended = false;
    }
  }

  private static boolean isSentenceEnd(int c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == 0x2026
        || c == 0x3002
        || c == 0x0964
        || c == 0x061f
        || c == 0x06d4
        || c == 0xff01
        || c == 0xff1f;
  }

  private static boolean isClosing(int c) {
    int type = Character.getType(c);
    return c == '"'
        || c == '\''
        || type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  void word(long hash, int length, int upperCase, boolean startsUpper) {
    words++;
    lineWords++;
    wordCharacters += length;
    capitalized += startsUpper ? 1 : 0;
    shouted += length > 1 && upperCase == length ? 1 : 0;
    if (length >= LONG_WORD) {
      longWords++;
      distinct += isNew(hash) ? 1 : 0;
    }
    if (++segmentWords == SEGMENT) {
      segmentWords = 0;
      Arrays.fill(segment, 0);
    }
  }

  private boolean isNew(long hash) {
    long key = hash == 0 ? 1 : hash; // 0 is an empty slot
    int slot = (int) (key ^ (key >>> 32)) & (segment.length - 1);
    while (segment[slot] != 0) {
      if (segment[slot] == key) {
        return false;
      }
      slot = (slot + 1) & (segment.length - 1);
    }
    segment[slot] = key;
    return true;
  }

  void endLine() {
    if (lineSeen) {
      lines++;
      shortLines += lineWords < SHORT_LINE_WORDS ? 1 : 0;
      terminated += ended ? 1 : 0;
    }
    lineSeen = false;
    lineWords = 0;
    ended = false;
  }

  void write(double[] out) {
    out[0] = share(wordCharacters, 10 * words);
    out[1] = share(punctuation, visible);
    out[2] = share(symbols, visible);
    out[3] = share(digits, visible);
    out[4] = share(upper, letters);
    out[5] = share(capitalized, words);
    out[6] = share(shouted, words);
    out[7] = share(words, 50 * lines);
    out[8] = share(shortLines, lines);
    out[9] = share(terminated, lines);
    out[10] = share(words, 40 * Math.max(1, sentenceEnds));
    out[11] = share(exclamations, sentenceEnds);
    out[12] = share(distinct, longWords);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Math.min(1, (double) part / whole);
  }
}
