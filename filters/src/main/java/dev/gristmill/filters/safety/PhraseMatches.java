// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

/**
 * What {@link Phrases#scan} found in one text.
 *
 * @param occurrences places where a phrase stands; no two of them overlap
 * @param distinct different phrases among them, spellings of one entry not told apart, at most
 *     {@code occurrences}
 * @param coveredUnits units of length inside the occurrences, at most {@code units}
 * @param units length of the text: words of spaced scripts, letters of the others
 */
public record PhraseMatches(int occurrences, int distinct, int coveredUnits, int units) {
  /** The covered part of the text, 0..1; 0 for a text without letters and digits. */
  public double share() {
    return units == 0 ? 0 : (double) coveredUnits / units;
  }
}
