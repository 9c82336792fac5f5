// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static dev.gristmill.filters.Direction.MAX;
import static dev.gristmill.filters.Direction.MIN;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * The limits of FineWeb's own quality rules.
 *
 * <p>Source: Penedo et al. 2024 (arXiv 2406.17557), section 3.6, as coded in huggingface/datatrove
 * 0.10.1, src/datatrove/pipeline/filters/fineweb_quality_filter.py. Rule ids and their order are
 * datatrove's; {@code empty} stands first and fails a text whose lines are all blank.
 *
 * @param minLinePunctuationShare lines that end with a terminal mark, lower limit, 0..1
 * @param maxShortLineShare short lines, 0..1
 * @param shortLineCharacters code points up to which a line is short
 * @param maxDupLineCharShare characters in lines seen before, 0..1
 * @param maxNewlineWordRatio line feeds a word
 */
public record FineWebQuality(
    double minLinePunctuationShare,
    double maxShortLineShare,
    int shortLineCharacters,
    double maxDupLineCharShare,
    double maxNewlineWordRatio) {
  /** The name in {@link Dialects}. */
  public static final String NAME = "fineweb-quality@datatrove";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public FineWebQuality {
    Limits.requireShare("minLinePunctuationShare", minLinePunctuationShare);
    Limits.requireShare("maxShortLineShare", maxShortLineShare);
    Limits.requireCount("shortLineCharacters", shortLineCharacters);
    Limits.requireShare("maxDupLineCharShare", maxDupLineCharShare);
    Limits.requireIn("maxNewlineWordRatio", maxNewlineWordRatio, Limits.MAX_COUNT);
  }

  /** datatrove's defaults, which are FineWeb's. */
  public static FineWebQuality defaults() {
    return new FineWebQuality(0.12, 0.67, 30, 0.01, 0.3);
  }

  /** The rules in datatrove's order. */
  public List<Rule> rules() {
    return List.of(
        new Rule("empty", FineWebQualitySignals.LINES, MIN, 1),
        new Rule(
            "line_punct_ratio", FineWebQualitySignals.LINE_PUNCT, MIN, minLinePunctuationShare),
        new Rule("short_line_ratio", FineWebQualitySignals.SHORT_LINES, MAX, maxShortLineShare),
        new Rule("char_dup_ratio", FineWebQualitySignals.CHAR_DUP, MAX, maxDupLineCharShare),
        new Rule("list_ratio", FineWebQualitySignals.LIST, MAX, maxNewlineWordRatio));
  }

  /** These limits over the signals of the given words. */
  public Heuristic heuristic(Words words) {
    return new Heuristic(new FineWebQualitySignals(words, shortLineCharacters), rules());
  }
}
