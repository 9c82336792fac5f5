// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * How much of a text a few short character n-grams make up, and how soon they come back: what
 * keyword stuffing looks like in any script.
 *
 * <p>Source: ours; after the most frequent word n-grams of Gopher (Rae et al. 2021, table A1) and
 * the moving-average type-token ratio of Covington and McFall, "Cutting the Gordian knot", Journal
 * of Quantitative Linguistics 17(2), 2010, whose value does not depend on the length of a text.
 *
 * @param topShare units inside the most frequent n-grams over units looked at, 0..1
 * @param nearShare n-grams seen shortly before over all n-grams that count, 0..1
 */
public record GramRepetition(double topShare, double nearShare) {
  /** How much of a text is looked at, in UTF-16 units: its keywords are everywhere. */
  public static final int MAX_UNITS = 1 << 16;

  /** So many n-grams are taken, the most frequent first. */
  public static final int TOP = 5;

  /** Twice is a subject, three times a keyword. */
  static final int MIN_COUNT = 3;
}
