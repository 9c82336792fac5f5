// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static dev.gristmill.filters.Direction.MAX;
import static dev.gristmill.filters.Direction.MIN;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of the Gopher repetition rules in datatrove's dialect, all shares of 0..1.
 *
 * <p>Source: Rae et al. 2021 (arXiv 2112.11446), table A1, as coded in huggingface/datatrove
 * 0.10.1, src/datatrove/pipeline/filters/gopher_repetition_filter.py. Rule ids and their order are
 * datatrove's; {@code empty} stands first and fails a text without characters.
 *
 * @param maxDupParagraphShare paragraphs seen before
 * @param maxDupParagraphCharShare characters in them
 * @param maxDupLineShare lines seen before
 * @param maxDupLineCharShare characters in them
 * @param maxTopNGramShares characters in the most frequent 2-, 3-, 4-gram; three limits
 * @param maxDupNGramShares characters in repeated 5- to 10-grams; six limits
 */
public record GopherRepetition(
    double maxDupParagraphShare,
    double maxDupParagraphCharShare,
    double maxDupLineShare,
    double maxDupLineCharShare,
    List<Double> maxTopNGramShares,
    List<Double> maxDupNGramShares) {
  /** The name in {@link dev.gristmill.filters.heuristics.Dialects}. */
  public static final String NAME = "gopher-repetition@datatrove";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public GopherRepetition {
    Limits.requireShare("maxDupParagraphShare", maxDupParagraphShare);
    Limits.requireShare("maxDupParagraphCharShare", maxDupParagraphCharShare);
    Limits.requireShare("maxDupLineShare", maxDupLineShare);
    Limits.requireShare("maxDupLineCharShare", maxDupLineCharShare);
    maxTopNGramShares = checked("maxTopNGramShares", maxTopNGramShares, 3);
    maxDupNGramShares = checked("maxDupNGramShares", maxDupNGramShares, 6);
  }

  /** datatrove's defaults, which are FineWeb's. */
  public static GopherRepetition defaults() {
    return new GopherRepetition(
        0.3, 0.2, 0.3, 0.2, List.of(0.2, 0.18, 0.16), List.of(0.15, 0.14, 0.13, 0.12, 0.11, 0.1));
  }

  /** The rules in datatrove's order. */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("empty", GopherRepetitionSignals.CHARACTERS, MIN, 1));
    rules.add(
        new Rule("dup_para_frac", GopherRepetitionSignals.DUP_PARA, MAX, maxDupParagraphShare));
    rules.add(
        new Rule(
            "dup_para_char_frac",
            GopherRepetitionSignals.DUP_PARA_CHARS,
            MAX,
            maxDupParagraphCharShare));
    rules.add(new Rule("dup_line_frac", GopherRepetitionSignals.DUP_LINE, MAX, maxDupLineShare));
    rules.add(
        new Rule(
            "dup_line_char_frac",
            GopherRepetitionSignals.DUP_LINE_CHARS,
            MAX,
            maxDupLineCharShare));
    for (int i = 0; i < maxTopNGramShares.size(); i++) {
      int n = i + GopherRepetitionSignals.MIN_TOP;
      rules.add(
          new Rule(
              "top_" + n + "_gram",
              GopherRepetitionSignals.topNGram(n),
              MAX,
              maxTopNGramShares.get(i)));
    }
    for (int i = 0; i < maxDupNGramShares.size(); i++) {
      int n = i + GopherRepetitionSignals.MIN_DUP;
      rules.add(
          new Rule(
              "duplicated_" + n + "_n_grams",
              GopherRepetitionSignals.dupNGram(n),
              MAX,
              maxDupNGramShares.get(i)));
    }
    return List.copyOf(rules);
  }

  /** These limits over the signals of the given words. */
  public Heuristic heuristic(Words words) {
    return new Heuristic(new GopherRepetitionSignals(words), rules());
  }

  private static List<Double> checked(String name, List<Double> shares, int size) {
    if (shares.size() != size) {
      throw new IllegalArgumentException(
          name + " must have " + size + " limits, was " + shares.size());
    }
    for (int i = 0; i < size; i++) {
      Limits.requireShare(name + "[" + i + "]", shares.get(i));
    }
    return List.copyOf(shares);
  }
}
