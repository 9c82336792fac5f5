// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static dev.gristmill.filters.Direction.MAX;
import static dev.gristmill.filters.Direction.MIN;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.text.Words;
import java.util.List;

/**
 * The limits of the Gopher quality rules in datatrove's dialect.
 *
 * <p>Source: Rae et al. 2021 (arXiv 2112.11446), section A.1, as coded in huggingface/datatrove
 * 0.10.1, src/datatrove/pipeline/filters/gopher_quality_filter.py. Rule ids and their order are
 * datatrove's. There a limit of 0 or None switches its rule off; here a minimum of 0 does, and
 * {@link Heuristic#without} takes any rule away.
 *
 * @param minWords words with substance, lower limit
 * @param maxWords words with substance, upper limit
 * @param minMeanWordLength code points a word, lower limit
 * @param maxMeanWordLength code points a word, upper limit
 * @param maxSymbolWordRatio hashes a word, and ellipses a word
 * @param maxBulletLineShare lines that begin with a bullet, 0..1
 * @param maxEllipsisLineShare lines that end with an ellipsis, 0..1
 * @param minAlphaWordShare words with a letter, 0..1
 * @param minStopWords distinct stop words
 */
public record GopherQuality(
    int minWords,
    int maxWords,
    double minMeanWordLength,
    double maxMeanWordLength,
    double maxSymbolWordRatio,
    double maxBulletLineShare,
    double maxEllipsisLineShare,
    double minAlphaWordShare,
    int minStopWords) {
  /** The name in {@link dev.gristmill.filters.heuristics.Dialects}. */
  public static final String NAME = "gopher-quality@datatrove";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public GopherQuality {
    Limits.requireCount("minWords", minWords);
    Limits.requireCount("maxWords", maxWords);
    Limits.requireOrdered("minWords", minWords, "maxWords", maxWords);
    Limits.requireIn("minMeanWordLength", minMeanWordLength, Limits.MAX_COUNT);
    Limits.requireIn("maxMeanWordLength", maxMeanWordLength, Limits.MAX_COUNT);
    Limits.requireOrdered(
        "minMeanWordLength", minMeanWordLength, "maxMeanWordLength", maxMeanWordLength);
    Limits.requireIn("maxSymbolWordRatio", maxSymbolWordRatio, Limits.MAX_COUNT);
    Limits.requireShare("maxBulletLineShare", maxBulletLineShare);
    Limits.requireShare("maxEllipsisLineShare", maxEllipsisLineShare);
    Limits.requireShare("minAlphaWordShare", minAlphaWordShare);
    Limits.requireCount("minStopWords", minStopWords);
  }

  /** datatrove's defaults, which are FineWeb's. */
  public static GopherQuality defaults() {
    return new GopherQuality(50, 100_000, 3, 10, 0.1, 0.9, 0.3, 0.8, 2);
  }

  /** The rules in datatrove's order. */
  public List<Rule> rules() {
    return List.of(
        new Rule("gopher_short_doc", GopherQualitySignals.WORDS, MIN, minWords),
        new Rule("gopher_long_doc", GopherQualitySignals.WORDS, MAX, maxWords),
        new Rule(
            "gopher_below_avg_threshold",
            GopherQualitySignals.MEAN_WORD_LENGTH,
            MIN,
            minMeanWordLength),
        new Rule(
            "gopher_above_avg_threshold",
            GopherQualitySignals.MEAN_WORD_LENGTH,
            MAX,
            maxMeanWordLength),
        new Rule("gopher_too_many_hashes", GopherQualitySignals.HASHES, MAX, maxSymbolWordRatio),
        new Rule(
            "gopher_too_many_ellipsis", GopherQualitySignals.ELLIPSES, MAX, maxSymbolWordRatio),
        new Rule("gopher_too_many_bullets", GopherQualitySignals.BULLETS, MAX, maxBulletLineShare),
        new Rule(
            "gopher_too_many_end_ellipsis",
            GopherQualitySignals.END_ELLIPSES,
            MAX,
            maxEllipsisLineShare),
        new Rule(
            "gopher_below_alpha_threshold", GopherQualitySignals.ALPHA, MIN, minAlphaWordShare),
        new Rule("gopher_enough_stop_words", GopherQualitySignals.STOP_WORDS, MIN, minStopWords));
  }

  /** These limits over the English signals of the given words. */
  public Heuristic heuristic(Words words) {
    return new Heuristic(GopherQualitySignals.english(words), rules());
  }
}
