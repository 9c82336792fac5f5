// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.Lines;
import dev.gristmill.filters.text.SpanIds;
import dev.gristmill.filters.text.Spans;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Whitespace;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * Plain counts and shares of characters for rules of the user's own; no rules come with it.
 *
 * <p>Shares are code points of that kind over all code points of the text, 0..1; 0 for an empty
 * text. A word is a token of {@link Words#DEFAULT} with a letter or a digit, so that words of
 * scripts without spaces count too.
 *
 * <p>Source: ours; Unicode general categories of the running JDK. Cost: linear; one pass over code
 * points, one over words, one over lines.
 */
public record CharacterShares() implements Measure {
  /** The name. */
  public static final String NAME = "characters@gristmill";

  /** Code points. */
  public static final String CHARACTERS = "characters";

  /** Tokens with a letter or a digit. */
  public static final String WORDS = "words";

  /** Lines that are not blank. */
  public static final String LINES = "lines";

  /** Share of numbers (Nd, Nl, No). */
  public static final String DIGITS = "digits";

  /** Share of letters and combining marks (L, M), of either case or none. */
  public static final String LETTERS = "letters";

  /** Share of upper-case and title-case letters (Lu, Lt). */
  public static final String UPPERCASE = "uppercase";

  /** Share of white space, line ends included. */
  public static final String WHITESPACE = "whitespace";

  /** Share of punctuation (P). */
  public static final String PUNCTUATION = "punctuation";

  /** Share of symbols (S). */
  public static final String SYMBOLS = "symbols";

  /** Code points of words over words; 0 without words. */
  public static final String MEAN_WORD_LENGTH = "mean_word_length";

  /** Distinct words, exactly as written, over words; 0 without words. */
  public static final String UNIQUE_WORD_SHARE = "unique_word_share";

  private static final List<String> SIGNALS =
      List.of(
          CHARACTERS,
          WORDS,
          LINES,
          DIGITS,
          LETTERS,
          UPPERCASE,
          WHITESPACE,
          PUNCTUATION,
          SYMBOLS,
          MEAN_WORD_LENGTH,
          UNIQUE_WORD_SHARE);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    int[] counts = new int[UnicodeKind.KINDS];
    char[] chars = text.chars();
    int length = text.length();
    int i = 0;
    while (i < length) {
      int codePoint = Character.codePointAt(chars, i, length);
      counts[UnicodeKind.of(codePoint)]++;
      i += Character.charCount(codePoint);
    }
    int all = text.codePointCount();
    sink.put(CHARACTERS, all);
    sink.put(DIGITS, ratio(counts[UnicodeKind.DIGIT], all));
    sink.put(LETTERS, ratio(counts[UnicodeKind.LETTER] + counts[UnicodeKind.UPPER], all));
    sink.put(UPPERCASE, ratio(counts[UnicodeKind.UPPER], all));
    sink.put(WHITESPACE, ratio(counts[UnicodeKind.SPACE], all));
    sink.put(PUNCTUATION, ratio(counts[UnicodeKind.MARK], all));
    sink.put(SYMBOLS, ratio(counts[UnicodeKind.SYMBOL], all));
    measureWords(text, sink);
    measureLines(text, sink);
  }

  private static void measureWords(TextView text, SignalSink sink) {
    Spans spans = text.words(Words.DEFAULT);
    SpanIds ids = text.wordIds(Words.DEFAULT);
    int words = 0;
    int distinct = 0;
    long points = 0;
    for (int i = 0; i < spans.size(); i++) {
      if (hasSubstance(text.chars(), spans.start(i), spans.end(i))) {
        words++;
        distinct += ids.isFirst(i) ? 1 : 0;
        points += text.codePoints(spans.start(i), spans.end(i));
      }
    }
    sink.put(WORDS, words);
    sink.put(MEAN_WORD_LENGTH, ratio(points, words));
    sink.put(UNIQUE_WORD_SHARE, ratio(distinct, words));
  }

  private static boolean hasSubstance(char[] chars, int start, int end) {
    int i = start;
    while (i < end) {
      int codePoint = Character.codePointAt(chars, i, end);
      byte kind = UnicodeKind.of(codePoint);
      if (kind == UnicodeKind.LETTER || kind == UnicodeKind.UPPER || kind == UnicodeKind.DIGIT) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private static void measureLines(TextView text, SignalSink sink) {
    Spans spans = text.lines(Lines.UNIVERSAL);
    int lines = 0;
    for (int i = 0; i < spans.size(); i++) {
      int end = spans.end(i);
      lines += Whitespace.skipForward(text.chars(), spans.start(i), end) < end ? 1 : 0;
    }
    sink.put(LINES, lines);
  }

  private static double ratio(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
