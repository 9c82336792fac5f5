// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * Repeated character n-grams of one document, for languages whose words we cannot count.
 *
 * <p>Only the first {@link #MAX_UNITS} UTF-16 units are looked at, which bounds the memory at 24
 * MiB. Equality is exact. Cost: expected linear.
 */
public final class CharacterNGrams {
  /** How much of a text is looked at, in UTF-16 units. */
  public static final int MAX_UNITS = 1 << 20;

  private final LongIndex index = new LongIndex();
  private final TextView text;

  CharacterNGrams(TextView text) {
    this.text = text;
  }

  /**
   * The share of a text that repeats itself: scanning from the left, n units seen before count and
   * are jumped over, any others are remembered and the scan moves on by one unit.
   *
   * @param n the length of the n-grams in UTF-16 units, at least 1
   * @return repeated units over units looked at, 0..1; 0 when there are fewer than n
   */
  public double repeatedShare(int n) {
    char[] chars = text.chars();
    int length = Math.min(text.length(), MAX_UNITS);
    int grams = length - n + 1;
    if (grams <= 0) {
      return 0;
    }
    long top = Polynomial.basePower(n - 1);
    index.clear(grams, Polynomial.hash(chars, 0, length));
    int repeated = 0;
    int i = 0;
    long hash = Polynomial.hash(chars, 0, n);
    while (i < grams) {
      int slot = index.find(hash);
      while (index.value(slot) >= 0 && !same(chars, index.value(slot), i, n)) {
        slot = index.findAfter(slot, hash);
      }
      if (index.value(slot) >= 0) {
        repeated += n;
        i += n;
        hash = i < grams ? Polynomial.hash(chars, i, i + n) : 0;
      } else {
        index.set(slot, hash, i);
        i++;
        hash = i < grams ? roll(hash, chars[i - 1], chars[i + n - 1], top) : 0;
      }
    }
    return (double) repeated / length;
  }

  /** Takes out the unit in front (weight 1), divides by the base and adds one behind. */
  private static long roll(long hash, char out, char in, long top) {
    long rest = Polynomial.multiply(Polynomial.subtract(hash, out + 1L), Polynomial.INVERSE_BASE);
    return Polynomial.add(rest, Polynomial.multiply(in + 1L, top));
  }

  private static boolean same(char[] chars, int a, int b, int n) {
    return Arrays.equals(chars, a, a + n, chars, b, b + n);
  }
}
