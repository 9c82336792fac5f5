// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

/**
 * Which hashed features a text has.
 *
 * @param bits log2 of the number of buckets, 10 to 22
 * @param wordNGrams longest run of words that is one feature: 1 or 2
 * @param minCharacters shortest character n-gram, in code points, 1 to 6; 0 for none
 * @param maxCharacters longest character n-gram, {@code minCharacters} to 6; 0 for none
 */
public record FeatureSettings(int bits, int wordNGrams, int minCharacters, int maxCharacters) {
  /** Smallest number of bits. */
  public static final int MIN_BITS = 10;

  /** Largest number of bits: 4 million buckets, 16 MB of weights. */
  public static final int MAX_BITS = 22;

  /** Longest character n-gram. */
  public static final int MAX_CHARACTERS = 6;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public FeatureSettings {
    require("bits", bits, MIN_BITS, MAX_BITS);
    require("wordNGrams", wordNGrams, 1, 2);
    require("minCharacters", minCharacters, 0, MAX_CHARACTERS);
    require("maxCharacters", maxCharacters, minCharacters, minCharacters == 0 ? 0 : MAX_CHARACTERS);
  }

  /** Single words and pairs in 2^18 buckets, no character n-grams. */
  public static FeatureSettings defaults() {
    return new FeatureSettings(18, 2, 0, 0);
  }

  /** The number of buckets. */
  public int buckets() {
    return 1 << bits;
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be in [" + min + ", " + max + "], was " + value);
    }
  }
}
