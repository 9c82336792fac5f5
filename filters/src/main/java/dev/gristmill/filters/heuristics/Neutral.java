// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static dev.gristmill.filters.Direction.MAX;
import static dev.gristmill.filters.Direction.MIN;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import java.util.List;

/**
 * Limits that hold in any script, for languages without rules of their own. They need no words, so
 * a page in Chinese or Thai is judged as one in Arabic or Hindi.
 *
 * <p>Sources, by parameter; where none is named the rule is ours.
 *
 * <ul>
 *   <li>{@code minLetters} 80: ours; about the 50 words of Gopher in Chinese, 16 words in English.
 *   <li>{@code minLetterShare} 0.6: ours, after Gopher's 0.8 of words with a letter; combining
 *       marks count as letters, or Hindi and Thai would fail.
 *   <li>{@code maxDigitShare} 0.2: NeMo Curator NumbersFilter has 0.15 for English; wider, since
 *       one ideograph stands for several letters.
 *   <li>{@code maxSymbolShare} 0.25: NeMo Curator NonAlphaNumericFilter and Data-Juicer
 *       special_characters_filter, both 0.25.
 *   <li>{@code maxBrokenShare} 0.01: ours; control, unassigned, private-use and replacement
 *       characters and lone surrogates.
 *   <li>{@code maxMojibakeShare} 0.02: ours; UTF-8 that was read as windows-1252.
 *   <li>{@code maxLongRunShare} 0.1: ours; base64, hashes, keys and other text that nobody reads.
 *   <li>{@code maxDupLineShare} 0.3, {@code maxDupLineCharShare} 0.2: Gopher, table A1.
 *   <li>{@code maxDupCharGramShare} 0.2: ours, in the place of Gopher's duplicate word n-grams.
 *   <li>{@code maxTopCharGramShare} 0.3, {@code maxNearCharGramShare} 0.4: ours, against keyword
 *       stuffing, in the place of Gopher's most frequent word n-grams. In 6,277 pieces of
 *       translated manuals, which repeat their terms more than any prose, the 99th percentiles are
 *       0.23 and 0.30 in scripts with spaces, 0.29 and 0.36 in others; stuffed pages have 0.34 to
 *       0.59 and 0.3 to 0.51.
 * </ul>
 *
 * @param minLetters letters and marks
 * @param minLetterShare letters and marks over visible characters, 0..1
 * @param maxDigitShare digits over visible characters, 0..1
 * @param maxSymbolShare punctuation and symbols over visible characters, 0..1
 * @param maxBrokenShare damaged characters over visible characters, 0..1
 * @param maxMojibakeShare wrongly decoded characters over visible characters, 0..1
 * @param maxLongRunShare characters in long ASCII runs over visible characters, 0..1
 * @param maxDupLineShare lines seen before over lines that are not blank, 0..1
 * @param maxDupLineCharShare characters in them over all characters, 0..1
 * @param maxDupCharGramShare characters in repeated stretches of 25, 0..1
 * @param maxTopCharGramShare characters in the five most frequent short stretches, 0..1
 * @param maxNearCharGramShare short stretches that come back soon over all of them, 0..1
 */
public record Neutral(
    int minLetters,
    double minLetterShare,
    double maxDigitShare,
    double maxSymbolShare,
    double maxBrokenShare,
    double maxMojibakeShare,
    double maxLongRunShare,
    double maxDupLineShare,
    double maxDupLineCharShare,
    double maxDupCharGramShare,
    double maxTopCharGramShare,
    double maxNearCharGramShare) {
  /** The name in {@link dev.gristmill.filters.heuristics.Dialects}. */
  public static final String NAME = "neutral@gristmill";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public Neutral {
    Limits.requireCount("minLetters", minLetters);
    Limits.requireShare("minLetterShare", minLetterShare);
    Limits.requireShare("maxDigitShare", maxDigitShare);
    Limits.requireShare("maxSymbolShare", maxSymbolShare);
    Limits.requireShare("maxBrokenShare", maxBrokenShare);
    Limits.requireShare("maxMojibakeShare", maxMojibakeShare);
    Limits.requireShare("maxLongRunShare", maxLongRunShare);
    Limits.requireShare("maxDupLineShare", maxDupLineShare);
    Limits.requireShare("maxDupLineCharShare", maxDupLineCharShare);
    Limits.requireShare("maxDupCharGramShare", maxDupCharGramShare);
    Limits.requireShare("maxTopCharGramShare", maxTopCharGramShare);
    Limits.requireShare("maxNearCharGramShare", maxNearCharGramShare);
  }

  /** The limits listed above. */
  public static Neutral defaults() {
    return new Neutral(80, 0.6, 0.2, 0.25, 0.01, 0.02, 0.1, 0.3, 0.2, 0.2, 0.3, 0.4);
  }

  /** The rules: length, characters, lines, stretches, keywords. */
  public List<Rule> rules() {
    return List.of(
        new Rule("neutral_few_letters", NeutralSignals.LETTERS, MIN, minLetters),
        new Rule("neutral_low_letter_share", NeutralSignals.LETTER_SHARE, MIN, minLetterShare),
        new Rule("neutral_too_many_digits", NeutralSignals.DIGIT_SHARE, MAX, maxDigitShare),
        new Rule("neutral_too_many_symbols", NeutralSignals.SYMBOL_SHARE, MAX, maxSymbolShare),
        new Rule("neutral_broken_characters", NeutralSignals.BROKEN_SHARE, MAX, maxBrokenShare),
        new Rule("neutral_mojibake", NeutralSignals.MOJIBAKE_SHARE, MAX, maxMojibakeShare),
        new Rule("neutral_long_runs", NeutralSignals.LONG_RUN_SHARE, MAX, maxLongRunShare),
        new Rule("neutral_dup_lines", NeutralSignals.DUP_LINE_SHARE, MAX, maxDupLineShare),
        new Rule(
            "neutral_dup_line_chars", NeutralSignals.DUP_LINE_CHAR_SHARE, MAX, maxDupLineCharShare),
        new Rule(
            "neutral_dup_char_grams", NeutralSignals.DUP_CHAR_GRAM_SHARE, MAX, maxDupCharGramShare),
        new Rule(
            "neutral_top_char_grams", NeutralSignals.TOP_CHAR_GRAM_SHARE, MAX, maxTopCharGramShare),
        new Rule(
            "neutral_near_char_grams",
            NeutralSignals.NEAR_CHAR_GRAM_SHARE,
            MAX,
            maxNearCharGramShare));
  }

  /** These limits over the neutral signals. */
  public Heuristic heuristic() {
    return new Heuristic(new NeutralSignals(), rules());
  }
}
