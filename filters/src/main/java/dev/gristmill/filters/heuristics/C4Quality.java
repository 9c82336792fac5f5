// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static dev.gristmill.filters.Direction.MAX;
import static dev.gristmill.filters.Direction.MIN;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rewrite;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * C4's rules in datatrove's dialect: lines are removed, then the document is judged by what is
 * left.
 *
 * <p>Source: Raffel et al. 2020 (JMLR 21, 140), section 2.2, as coded in huggingface/datatrove
 * 0.10.1, src/datatrove/pipeline/filters/c4_filters.py, {@code C4QualityFilter}. A line is
 * stripped; it goes if it has too long a word, does not end in {@code . ? ! " '} or ends in {@code
 * ...}, has too few words, or names JavaScript or a policy, in this order; citations such as {@code
 * [1]} are cut out before the second test. A line of {@code lorem ipsum} or with an opening curly
 * bracket, met before it goes, fails the document.
 *
 * <p>{@link #rewrite} gives the text of the lines kept. It does not judge: a document that fails
 * has a rewritten text too, in which the lines it fails for still stand. {@link #heuristic} judges
 * the text before the rewrite, so both take the same text. Line rules split words at white space,
 * whatever the words of the heuristic.
 *
 * @param terminalPunctuation whether a line has to end in a terminal mark
 * @param minWordsPerLine words of a line, before citations are cut out
 * @param maxWordCharacters code points of a word of a line
 * @param minSentences sentences of the lines kept
 */
public record C4Quality(
    boolean terminalPunctuation, int minWordsPerLine, int maxWordCharacters, int minSentences)
    implements Rewrite {
  /** The name in {@link Dialects} with the rule on terminal marks. */
  public static final String NAME = "c4@datatrove";

  /** The name in {@link Dialects} without it, as FineWeb has it. */
  public static final String NO_TERMINAL_NAME = "c4-noterm@datatrove";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public C4Quality {
    Limits.requireCount("minWordsPerLine", minWordsPerLine);
    Limits.requireCount("maxWordCharacters", maxWordCharacters);
    Limits.requireCount("minSentences", minSentences);
  }

  /** datatrove's defaults. */
  public static C4Quality defaults() {
    return new C4Quality(true, 3, 1000, 5);
  }

  /** FineWeb's: datatrove's defaults without the rule on terminal marks. */
  public static C4Quality noTerminal() {
    return new C4Quality(false, 3, 1000, 5);
  }

  /** {@link #NAME} or {@link #NO_TERMINAL_NAME}. */
  public String name() {
    return terminalPunctuation ? NAME : NO_TERMINAL_NAME;
  }

  /** The rules on documents; their signals are such that the first failure is datatrove's. */
  public List<Rule> rules() {
    return List.of(
        new Rule("lorem_ipsum", C4Signals.LOREM_IPSUM, MAX, 0),
        new Rule("curly_bracket", C4Signals.CURLY_BRACKET, MAX, 0),
        new Rule("too_few_sentences", C4Signals.SENTENCES, MIN, minSentences));
  }

  /** The rules over the text before its rewrite; the words say how sentences are counted. */
  public Heuristic heuristic(Words words) {
    return new Heuristic(new C4Signals(this, words), rules());
  }

  /** The lines kept, joined by LF and stripped; "" when none is. Cost: linear. */
  @Override
  public String rewrite(String text) {
    return C4Lines.rewrite(this, text);
  }
}
