// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static dev.gristmill.filters.Direction.MAX;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import java.util.List;

/**
 * How much advertising is too much. Both limits are ours.
 *
 * <ul>
 *   <li>{@code maxDenseWords} 3: an advertisement of 60 to 300 words has a phrase or a contact in
 *       every ten to thirty. A report on spam that quotes five phrases has 250 words or more, a
 *       shop's guide of 400 words ends in two or three, and a notice of an event has contacts,
 *       which are one kind, and seldom two phrases.
 *   <li>{@code maxDenseContacts} 7: four contacts in 57 words; an association's page with two
 *       telephone numbers, mail and site has a hundred. More is a directory or a list of links.
 * </ul>
 *
 * @param maxDenseWords {@link SpamWords#DENSE_WORDS}, 0..100
 * @param maxDenseContacts {@link SpamWords#DENSE_CONTACTS}, 0..100
 */
public record SpamLimits(double maxDenseWords, double maxDenseContacts) {
  private static final int MAX_DENSITY = 100;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming parameter, range and value
   */
  public SpamLimits {
    requireDensity("maxDenseWords", maxDenseWords);
    requireDensity("maxDenseContacts", maxDenseContacts);
  }

  /** The negated comparison also rejects NaN. */
  private static void requireDensity(String name, double value) {
    if (!(value >= 0 && value <= MAX_DENSITY)) {
      throw new IllegalArgumentException(
          name + " must be in [0, " + MAX_DENSITY + "], was " + value);
    }
  }

  /** The limits listed above. */
  public static SpamLimits defaults() {
    return new SpamLimits(3, 7);
  }

  /** The rules: phrases and contacts, contacts alone. */
  public List<Rule> rules() {
    return List.of(
        new Rule("spam_dense_words", SpamWords.DENSE_WORDS, MAX, maxDenseWords),
        new Rule("spam_contacts", SpamWords.DENSE_CONTACTS, MAX, maxDenseContacts));
  }

  /** These limits over the shipped phrases of a language (ISO 639-3). */
  public Heuristic heuristic(String language) {
    return heuristic(SpamWords.of(language));
  }

  /** These limits over a measure that is there already. */
  public Heuristic heuristic(SpamWords words) {
    return new Heuristic(words, rules());
  }
}
