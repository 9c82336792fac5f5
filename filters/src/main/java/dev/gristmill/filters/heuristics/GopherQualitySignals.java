// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.Lines;
import dev.gristmill.filters.text.Punctuation;
import dev.gristmill.filters.text.SpanIds;
import dev.gristmill.filters.text.Spans;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Whitespace;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * What the Gopher quality rules look at, by datatrove's formulae.
 *
 * <p>Source: see {@link GopherQuality}. A word has substance when any character of it is outside
 * {@link Punctuation}; the word count and the mean length are over those, the other ratios divide
 * by all words. Lines are {@link Lines#UNIVERSAL}.
 *
 * <p>Differs: a text without words gives 0 everywhere, where datatrove divides by zero; a text
 * whose words all lack substance has mean length 0, where datatrove has NaN. Both are dropped there
 * and here as {@code gopher_short_doc}.
 *
 * <p>Cost: linear; one pass over words, one over lines, one over characters.
 *
 * @param words how the text is split
 * @param stopWords the words that are looked for, exactly as written (datatrove does not fold case)
 */
public record GopherQualitySignals(Words words, List<String> stopWords) implements Measure {
  /** Words with substance. */
  public static final String WORDS = "gopher_word_count";

  /** Mean code points of the words with substance. */
  public static final String MEAN_WORD_LENGTH = "gopher_mean_word_length";

  /** Hash signs over words. */
  public static final String HASHES = "gopher_hash_word_ratio";

  /** Ellipses (three full stops, or U+2026) over words. */
  public static final String ELLIPSES = "gopher_ellipsis_word_ratio";

  /** Share of lines whose first visible character is a bullet or a hyphen. */
  public static final String BULLETS = "gopher_bullet_line_share";

  /** Share of lines whose visible end is an ellipsis. */
  public static final String END_ELLIPSES = "gopher_ellipsis_line_share";

  /** Words with a letter over words. */
  public static final String ALPHA = "gopher_alpha_word_share";

  /** Distinct stop words found. */
  public static final String STOP_WORDS = "gopher_stop_word_count";

  private static final List<String> SIGNALS =
      List.of(WORDS, MEAN_WORD_LENGTH, HASHES, ELLIPSES, BULLETS, END_ELLIPSES, ALPHA, STOP_WORDS);

  private static final char ELLIPSIS = '\u2026';
  private static final char BULLET = '\u2022';

  /** Copies the stop words. */
  public GopherQualitySignals {
    stopWords = List.copyOf(stopWords);
  }

  /** With Gopher's eight English stop words. */
  public static GopherQualitySignals english(Words words) {
    return new GopherQualitySignals(
        words, List.of("the", "be", "to", "of", "and", "that", "have", "with"));
  }

  @Override
  public String name() {
    return GopherQuality.NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    measureWords(text, sink);
    measureSymbols(text, sink);
    measureLines(text, sink);
    SpanIds ids = text.wordIds(words);
    int found = 0;
    for (int i = 0; i < stopWords.size(); i++) {
      found += ids.contains(stopWords.get(i)) ? 1 : 0;
    }
    sink.put(STOP_WORDS, found);
  }

  private void measureWords(TextView text, SignalSink sink) {
    Spans spans = text.words(words);
    char[] chars = text.chars();
    int substantial = 0;
    int alphabetic = 0;
    long points = 0;
    for (int i = 0; i < spans.size(); i++) {
      int start = spans.start(i);
      int end = spans.end(i);
      if (hasSubstance(chars, start, end)) {
        substantial++;
        points += text.codePoints(start, end);
      }
      alphabetic += hasLetter(chars, start, end) ? 1 : 0;
    }
    sink.put(WORDS, substantial);
    sink.put(MEAN_WORD_LENGTH, ratio(points, substantial));
    sink.put(ALPHA, ratio(alphabetic, spans.size()));
  }

  private void measureSymbols(TextView text, SignalSink sink) {
    char[] chars = text.chars();
    int length = text.length();
    int hashes = 0;
    int ellipses = 0;
    int stops = 0; // full stops in a row that are not yet part of an ellipsis
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c == '.') {
        if (++stops == 3) {
          ellipses++;
          stops = 0;
        }
        continue;
      }
      stops = 0;
      if (c == '#') {
        hashes++;
      } else if (c == ELLIPSIS) {
        ellipses++;
      }
    }
    int count = text.words(words).size();
    sink.put(HASHES, ratio(hashes, count));
    sink.put(ELLIPSES, ratio(ellipses, count));
  }

  private static void measureLines(TextView text, SignalSink sink) {
    Spans lines = text.lines(Lines.UNIVERSAL);
    char[] chars = text.chars();
    int bullets = 0;
    int ellipses = 0;
    for (int i = 0; i < lines.size(); i++) {
      int end = Whitespace.skipBackward(chars, lines.start(i), lines.end(i));
      int start = Whitespace.skipForward(chars, lines.start(i), end);
      if (start < end) {
        bullets += chars[start] == BULLET || chars[start] == '-' ? 1 : 0;
        ellipses += endsWithEllipsis(chars, start, end) ? 1 : 0;
      }
    }
    sink.put(BULLETS, ratio(bullets, lines.size()));
    sink.put(END_ELLIPSES, ratio(ellipses, lines.size()));
  }

  private static boolean endsWithEllipsis(char[] chars, int start, int end) {
    return chars[end - 1] == ELLIPSIS
        || (end - start >= 3
            && chars[end - 1] == '.'
            && chars[end - 2] == '.'
            && chars[end - 3] == '.');
  }

  private static boolean hasSubstance(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (Character.isHighSurrogate(c)) {
        int codePoint = Character.codePointAt(chars, i, end);
        if (!Punctuation.contains(codePoint)) {
          return true;
        }
        i += Character.charCount(codePoint) - 1;
      } else if (!Punctuation.contains(c)) {
        return true;
      }
    }
    return false;
  }

  /** Python's {@code any(c.isalpha() for c in word)}: categories Lu, Ll, Lt, Lm, Lo. */
  private static boolean hasLetter(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (Character.isSurrogate(c)
          ? Character.isLetter(Character.codePointAt(chars, i, end))
          : Character.isLetter(c)) {
        return true;
      }
    }
    return false;
  }

  private static double ratio(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
