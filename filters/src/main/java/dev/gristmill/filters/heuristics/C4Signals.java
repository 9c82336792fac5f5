// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.SignalSink;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * What C4's rules look at, all of it measured on the text before its rewrite; see {@link
 * C4Quality}.
 *
 * <p>datatrove stops at the first line that fails a document. Here all lines are read, and a line
 * of {@code lorem ipsum} counts only if no line with a curly bracket stands before it; so at most
 * one of the two rules is the first to fail, and it is datatrove's.
 *
 * <p>Differs: the line counts go on after such a line, where datatrove's counters stop.
 *
 * <p>Cost: linear; one pass over lines.
 *
 * @param quality the limits on lines
 * @param words {@link Words#WHITESPACE} counts sentences as the golden files do, {@link
 *     Words#DEFAULT} by our own rules for any script; see {@link Sentences}
 */
public record C4Signals(C4Quality quality, Words words) implements Measure {
  /** Sentences of the lines kept; at least one a line. */
  public static final String SENTENCES = "c4_sentences";

  /** Lines of lorem ipsum before the first line with a curly bracket. */
  public static final String LOREM_IPSUM = "c4_lorem_ipsum";

  /** Lines with an opening curly bracket. */
  public static final String CURLY_BRACKET = "c4_curly_bracket";

  /** All lines, blank ones too. */
  public static final String LINES = "c4_lines";

  /** Lines kept; those that fail the document are among them. */
  public static final String LINES_KEPT = "c4_lines_kept";

  /** Lines removed for a word that is too long. */
  public static final String LINES_LONG_WORD = "c4_lines_too_long_word";

  /** Lines removed because they end in no terminal mark. */
  public static final String LINES_NO_TERMINAL = "c4_lines_no_terminal_punc";

  /** Lines removed because they have too few words. */
  public static final String LINES_FEW_WORDS = "c4_lines_too_few_words";

  /** Lines removed because they name JavaScript. */
  public static final String LINES_JAVASCRIPT = "c4_lines_javascript";

  /** Lines removed because they are about cookies or terms. */
  public static final String LINES_POLICY = "c4_lines_policy";

  private static final List<String> SIGNALS =
      List.of(
          SENTENCES,
          LOREM_IPSUM,
          CURLY_BRACKET,
          LINES,
          LINES_KEPT,
          LINES_LONG_WORD,
          LINES_NO_TERMINAL,
          LINES_FEW_WORDS,
          LINES_JAVASCRIPT,
          LINES_POLICY);

  @Override
  public String name() {
    return quality.name();
  }

  @Override
  public List<String> signals() {
    return SIGNALS;
  }

  @Override
  public void measure(TextView text, SignalSink sink) {
    C4Lines lines = C4Lines.count(quality, Sentences.of(words), text.chars(), text.length());
    sink.put(SENTENCES, lines.sentences());
    sink.put(LOREM_IPSUM, lines.loremIpsum());
    sink.put(CURLY_BRACKET, lines.curlyBracket());
    sink.put(LINES, lines.total());
    sink.put(LINES_KEPT, lines.count(C4Lines.KEPT));
    sink.put(LINES_LONG_WORD, lines.count(C4Lines.LONG_WORD));
    sink.put(LINES_NO_TERMINAL, lines.count(C4Lines.NO_TERMINAL));
    sink.put(LINES_FEW_WORDS, lines.count(C4Lines.FEW_WORDS));
    sink.put(LINES_JAVASCRIPT, lines.count(C4Lines.JAVASCRIPT));
    sink.put(LINES_POLICY, lines.count(C4Lines.POLICY));
  }
}
