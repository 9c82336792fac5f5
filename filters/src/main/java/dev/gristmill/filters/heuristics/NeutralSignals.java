// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.GramRepetition;
import dev.gristmill.filters.text.Lines;
import dev.gristmill.filters.text.SpanIds;
import dev.gristmill.filters.text.Spans;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Whitespace;
import java.util.List;

/**
 * What the neutral rules look at; see {@link Neutral}. Visible characters are the code points that
 * are not white space. Every share of a text without visible characters is 0.
 *
 * <p>Cost: linear; one pass over code points, one over lines, one over character n-grams (of the
 * first 2^20 units), and six over those of the first 2^16.
 */
public record NeutralSignals() implements Measure {
  /** Letters and combining marks. */
  public static final String LETTERS = "neutral_letters";

  /** Letters and combining marks over visible characters. */
  public static final String LETTER_SHARE = "neutral_letter_share";

  /** Digits and other numbers over visible characters. */
  public static final String DIGIT_SHARE = "neutral_digit_share";

  /** Punctuation and symbols over visible characters. */
  public static final String SYMBOL_SHARE = "neutral_symbol_share";

  /** Damaged characters over visible characters. */
  public static final String BROKEN_SHARE = "neutral_broken_share";

  /** Characters of wrongly decoded UTF-8 over visible characters. */
  public static final String MOJIBAKE_SHARE = "neutral_mojibake_share";

  /**
   * Characters in runs of more than 60 of ASCII letters, digits and {@code + / = - _}, likewise.
   */
  public static final String LONG_RUN_SHARE = "neutral_long_run_share";

  /** Lines seen before over lines that are not blank. */
  public static final String DUP_LINE_SHARE = "neutral_dup_line_share";

  /** Characters in lines seen before over characters of the text. */
  public static final String DUP_LINE_CHAR_SHARE = "neutral_dup_line_char_share";

  /** UTF-16 units in repeated stretches of 25 over units looked at. */
  public static final String DUP_CHAR_GRAM_SHARE = "neutral_dup_char_gram_share";

  /**
   * UTF-16 units in the five most frequent n-grams that occur three times, over units looked at; n
   * is {@value #SPACED_GRAM_UNITS}, or {@value #UNSPACED_GRAM_UNITS} where most letters are of
   * scripts without spaces.
   */
  public static final String TOP_CHAR_GRAM_SHARE = "neutral_top_char_gram_share";

  /**
   * N-grams of the same length that occurred within the {@value #SPACED_NEAR_UNITS} units before,
   * or {@value #UNSPACED_NEAR_UNITS}, over all n-grams.
   */
  public static final String NEAR_CHAR_GRAM_SHARE = "neutral_near_char_gram_share";

  /** A word and a half; shorter ones are word endings. */
  static final int SPACED_GRAM_UNITS = 8;

  /** Two words. */
  static final int UNSPACED_GRAM_UNITS = 4;

  /** A hundred words. */
  static final int SPACED_NEAR_UNITS = 600;

  /** A hundred words. */
  static final int UNSPACED_NEAR_UNITS = 200;

  /** Four to five words of Latin text, a sentence of Chinese. */
  static final int CHAR_GRAM_UNITS = 25;

  /** Longer than any word of the languages we know, compounds included. */
  static final int MAX_WORD_RUN = 60;

  private static final List<String> SIGNALS =
      List.of(
          LETTERS,
          LETTER_SHARE,
          DIGIT_SHARE,
          SYMBOL_SHARE,
          BROKEN_SHARE,
          MOJIBAKE_SHARE,
          LONG_RUN_SHARE,
          DUP_LINE_SHARE,
          DUP_LINE_CHAR_SHARE,
          DUP_CHAR_GRAM_SHARE,
          TOP_CHAR_GRAM_SHARE,
          NEAR_CHAR_GRAM_SHARE);

  @Override
  public String name() {
    return Neutral.NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    CharacterCensus census = CharacterCensus.of(text.chars(), text.length());
    int visible = census.letters() + census.digits() + census.symbols() + census.broken();
    sink.put(LETTERS, census.letters());
    sink.put(LETTER_SHARE, share(census.letters(), visible));
    sink.put(DIGIT_SHARE, share(census.digits(), visible));
    sink.put(SYMBOL_SHARE, share(census.symbols(), visible));
    sink.put(BROKEN_SHARE, share(census.broken(), visible));
    sink.put(MOJIBAKE_SHARE, share(Mojibake.count(text.chars(), text.length()), visible));
    sink.put(LONG_RUN_SHARE, share(longRuns(text.chars(), text.length()), visible));
    measureLines(text, sink);
    sink.put(DUP_CHAR_GRAM_SHARE, text.characterNGrams().repeatedShare(CHAR_GRAM_UNITS));
    measureKeywords(text, census.letters(), sink);
  }

  private static void measureKeywords(TextView text, int letters, SignalSink sink) {
    int unspaced = 0;
    for (int i = 0; i < text.length(); i++) {
      unspaced += isUnspaced(text.chars()[i]) ? 1 : 0;
    }
    boolean spaced = unspaced <= letters / 2;
    GramRepetition grams =
        text.characterNGrams()
            .repetition(
                spaced ? SPACED_GRAM_UNITS : UNSPACED_GRAM_UNITS,
                spaced ? SPACED_NEAR_UNITS : UNSPACED_NEAR_UNITS);
    sink.put(TOP_CHAR_GRAM_SHARE, grams.topShare());
    sink.put(NEAR_CHAR_GRAM_SHARE, grams.nearShare());
  }

  /** Thai, Lao; Burmese; Khmer; kana, Han of the basic plane. */
  private static boolean isUnspaced(char c) {
    return c >= '\u0e00'
        && (c < '\u0f00'
            || (c >= '\u1000' && c < '\u10a0')
            || (c >= '\u1780' && c < '\u1800')
            || (c >= '\u3005' && c <= '\u9fff')
            || (c >= '\uf900' && c <= '\ufaff'));
  }

  private static void measureLines(TextView text, SignalSink sink) {
    Spans lines = text.lines(Lines.UNIVERSAL);
    SpanIds ids = text.lineIds(Lines.UNIVERSAL);
    int filled = 0;
    int repeated = 0;
    int characters = 0;
    for (int i = 0; i < lines.size(); i++) {
      int start = lines.start(i);
      int end = lines.end(i);
      if (Whitespace.skipForward(text.chars(), start, end) == end) {
        continue;
      }
      filled++;
      if (!ids.isFirst(i)) {
        repeated++;
        characters += text.codePoints(start, end);
      }
    }
    sink.put(DUP_LINE_SHARE, share(repeated, filled));
    sink.put(DUP_LINE_CHAR_SHARE, share(characters, text.codePointCount()));
  }

  private static int longRuns(char[] chars, int length) {
    int total = 0;
    int run = 0;
    for (int i = 0; i <= length; i++) {
      if (i < length && isRunCharacter(chars[i])) {
        run++;
        continue;
      }
      total += run > MAX_WORD_RUN ? run : 0;
      run = 0;
    }
    return total;
  }

  private static boolean isRunCharacter(char c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '='
        || c == '-'
        || c == '_';
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
