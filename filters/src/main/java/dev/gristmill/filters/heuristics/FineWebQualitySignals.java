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
 * What the FineWeb quality rules look at, by datatrove's formulae.
 *
 * <p>Source: see {@link FineWebQuality}. Lines end at LF only; blank ones do not count. {@link
 * Lines#NEWLINE_RUNS} has the same lines that are not blank as a split at every LF.
 *
 * <p>Differs: a text without lines gives 0 for the three shares, and a text without words counts as
 * one word; datatrove returns {@code empty} for the first and divides by zero for the second.
 *
 * <p>Cost: linear; one pass over words, one over lines, one over characters.
 *
 * @param words how the text is split
 * @param shortLineCharacters code points up to which a line is short
 */
public record FineWebQualitySignals(Words words, int shortLineCharacters) implements Measure {
  /** Lines that are not blank. */
  public static final String LINES = "fineweb_lines";

  /** Lines whose very last character is a terminal mark, over lines. */
  public static final String LINE_PUNCT = "fineweb_line_punct_ratio";

  /** Short lines over lines. */
  public static final String SHORT_LINES = "fineweb_short_line_ratio";

  /** Characters of lines seen before, over all characters but LF. */
  public static final String CHAR_DUP = "fineweb_char_dup_ratio";

  /** LF over words; may be above 1. */
  public static final String LIST = "fineweb_list_ratio";

  private static final List<String> SIGNALS =
      List.of(LINES, LINE_PUNCT, SHORT_LINES, CHAR_DUP, LIST);

  @Override
  public String name() {
    return FineWebQuality.NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    char[] chars = text.chars();
    Spans spans = text.lines(Lines.NEWLINE_RUNS);
    SpanIds ids = text.lineIds(Lines.NEWLINE_RUNS);
    int lines = 0;
    int terminal = 0;
    int shorts = 0;
    int repeated = 0;
    for (int i = 0; i < spans.size(); i++) {
      int start = spans.start(i);
      int end = spans.end(i);
      if (Whitespace.skipForward(chars, start, end) == end) {
        continue;
      }
      int points = text.codePoints(start, end);
      lines++;
      terminal += TerminalMarks.contains(Character.codePointBefore(chars, end, start)) ? 1 : 0;
      shorts += points <= shortLineCharacters ? 1 : 0;
      repeated += ids.isFirst(i) ? 0 : points;
    }
    int newlines = newlines(chars, text.length());
    sink.put(LINES, lines);
    sink.put(LINE_PUNCT, share(terminal, lines));
    sink.put(SHORT_LINES, share(shorts, lines));
    sink.put(CHAR_DUP, share(repeated, text.codePointCount() - newlines));
    sink.put(LIST, (double) newlines / Math.max(1, text.words(words).size()));
  }

  private static int newlines(char[] chars, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += chars[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
