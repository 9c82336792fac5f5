// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.Lines;
import dev.gristmill.filters.text.NGrams;
import dev.gristmill.filters.text.SpanIds;
import dev.gristmill.filters.text.Spans;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Gopher repetition rules look at, by datatrove's formulae.
 *
 * <p>Source: see {@link GopherRepetition}. Duplicates are the second and later occurrences of a
 * paragraph ({@link Lines#PARAGRAPHS}) or line ({@link Lines#NEWLINE_RUNS}, blank ones at both ends
 * included); characters are code points over the code points of the whole text; n-grams are those
 * of {@link NGrams}, also when the most frequent one occurs only once.
 *
 * <p>Differs: every share of an empty text is 0, and of a text with fewer than n words the n-gram
 * shares are 0, where datatrove makes no comparison.
 *
 * <p>Cost: expected linear in words, nine passes over n-grams.
 *
 * @param words how the text is split
 */
public record GopherRepetitionSignals(Words words) implements Measure {
  /** Code points of the text. */
  public static final String CHARACTERS = "gopher_characters";

  /** Paragraphs seen before over paragraphs. */
  public static final String DUP_PARA = "gopher_dup_para_frac";

  /** Characters in paragraphs seen before over all characters. */
  public static final String DUP_PARA_CHARS = "gopher_dup_para_char_frac";

  /** Lines seen before over lines. */
  public static final String DUP_LINE = "gopher_dup_line_frac";

  /** Characters in lines seen before over all characters. */
  public static final String DUP_LINE_CHARS = "gopher_dup_line_char_frac";

  static final int MIN_TOP = 2;
  static final int MAX_TOP = 4;
  static final int MIN_DUP = 5;
  static final int MAX_DUP = 10;

  private static final List<String> TOP = names("gopher_top_", MIN_TOP, MAX_TOP);
  private static final List<String> DUP = names("gopher_dup_", MIN_DUP, MAX_DUP);
  private static final List<String> SIGNALS = all();

  /** The signal of the most frequent n-gram, n in 2..4. */
  public static String topNGram(int n) {
    return TOP.get(n - MIN_TOP);
  }

  /** The signal of the repeated n-grams, n in 5..10. */
  public static String dupNGram(int n) {
    return DUP.get(n - MIN_DUP);
  }

  @Override
  public String name() {
    return GopherRepetition.NAME;
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    int characters = text.codePointCount();
    sink.put(CHARACTERS, characters);
    measureDuplicates(text, Lines.PARAGRAPHS, DUP_PARA, DUP_PARA_CHARS, sink);
    measureDuplicates(text, Lines.NEWLINE_RUNS, DUP_LINE, DUP_LINE_CHARS, sink);
    NGrams nGrams = text.nGrams(words);
    for (int n = MIN_TOP; n <= MAX_TOP; n++) {
      sink.put(topNGram(n), ratio(nGrams.topCharacters(n), characters));
    }
    for (int n = MIN_DUP; n <= MAX_DUP; n++) {
      sink.put(dupNGram(n), ratio(nGrams.repeatedCharacters(n), characters));
    }
  }

  private static void measureDuplicates(
      TextView text, Lines definition, String share, String charShare, SignalSink sink) {
    Spans spans = text.lines(definition);
    SpanIds ids = text.lineIds(definition);
    long points = 0;
    for (int i = 0; i < spans.size(); i++) {
      points += ids.isFirst(i) ? 0 : text.codePoints(spans.start(i), spans.end(i));
    }
    sink.put(share, ratio(spans.size() - ids.distinct(), spans.size()));
    sink.put(charShare, ratio(points, text.codePointCount()));
  }

  private static double ratio(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static List<String> names(String prefix, int min, int max) {
    List<String> names = new ArrayList<>();
    for (int n = min; n <= max; n++) {
      names.add(prefix + n + "_gram_char_frac");
    }
    return List.copyOf(names);
  }

  private static List<String> all() {
    List<String> all =
        new ArrayList<>(List.of(CHARACTERS, DUP_PARA, DUP_PARA_CHARS, DUP_LINE, DUP_LINE_CHARS));
    all.addAll(TOP);
    all.addAll(DUP);
    return List.copyOf(all);
  }
}
