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

  // Of the n-grams of the text's beginning: the id at each unit, and by id.
  private int[] ids = new int[0];
  private int[] lasts = new int[0];
  private int[] counts = new int[0];
  private int[] places = new int[0];
  private boolean[] taken = new boolean[0]; // by unit: inside a frequent n-gram
  private int distinct;

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

  /**
   * The n-grams that come back, among those with at most {@code n / 4} units that are not letters.
   *
   * <p>For the top share the most frequent n-gram is taken, its places that do not overlap are
   * marked, then the next most frequent one beside them, {@value GramRepetition#TOP} in all; one
   * that occurs twice is not. Ties go to the one that appears first. For the near share an n-gram
   * counts as seen when its last place is at most {@code near} units back and does not overlap.
   *
   * <p>Only the first {@link GramRepetition#MAX_UNITS} units are looked at. Cost: linear, one pass
   * to number the n-grams and {@value GramRepetition#TOP} over the numbers.
   *
   * @param n the length of the n-grams in UTF-16 units, at least 1
   * @param near the distance in UTF-16 units
   */
  public GramRepetition repetition(int n, int near) {
    int length = Math.min(text.length(), GramRepetition.MAX_UNITS);
    int grams = length - n + 1;
    if (grams <= 0) {
      return new GramRepetition(0, 0);
    }
    number(n, length);
    double nearShare = nearShare(n, near, grams);
    int size = frequentPlaces(grams);
    int units = 0;
    for (int round = 0; round < GramRepetition.TOP; round++) {
      int added = takeTop(n, size);
      if (added == 0) {
        break;
      }
      units += added;
    }
    return new GramRepetition((double) units / length, nearShare);
  }

  /** Gives n-grams that count their ids, in order of first appearance, and the others -1. */
  private void number(int n, int length) {
    char[] chars = text.chars();
    int grams = length - n + 1;
    if (ids.length < length) {
      ids = new int[Math.min(GramRepetition.MAX_UNITS, Math.max(length, 2 * ids.length))];
      lasts = new int[ids.length];
      counts = new int[ids.length];
      places = new int[ids.length];
      taken = new boolean[ids.length];
    }
    long top = Polynomial.basePower(n - 1);
    index.clear(grams, Polynomial.hash(chars, 0, length));
    distinct = 0;
    int letters = 0;
    for (int i = 0; i < n - 1; i++) {
      letters += isLetter(chars[i]) ? 1 : 0;
    }
    long hash = Polynomial.hash(chars, 0, n);
    for (int i = 0; i < grams; i++) {
      letters += isLetter(chars[i + n - 1]) ? 1 : 0;
      ids[i] = letters >= n - n / 4 ? id(hash, i, n) : -1;
      taken[i] = false;
      letters -= isLetter(chars[i]) ? 1 : 0;
      hash = i + 1 < grams ? roll(hash, chars[i], chars[i + n], top) : 0;
    }
    for (int i = grams; i < length; i++) {
      taken[i] = false;
    }
  }

  private int id(long hash, int at, int n) {
    char[] chars = text.chars();
    int slot = index.find(hash);
    while (index.value(slot) >= 0 && !same(chars, lasts[index.value(slot)], at, n)) {
      slot = index.findAfter(slot, hash);
    }
    int id = index.value(slot);
    if (id < 0) {
      id = distinct++;
      lasts[id] = at;
      index.set(slot, hash, id);
    }
    return id;
  }

  /** Counts every n-gram on the way. */
  private double nearShare(int n, int near, int grams) {
    for (int id = 0; id < distinct; id++) {
      lasts[id] = -near - 1;
      counts[id] = 0;
    }
    int all = 0;
    int seen = 0;
    for (int i = 0; i < grams; i++) {
      int id = ids[i];
      if (id >= 0) {
        all++;
        counts[id]++;
        int distance = i - lasts[id];
        seen += distance <= near ? 1 : 0;
        lasts[id] = distance >= n ? i : lasts[id];
      }
    }
    return all == 0 ? 0 : (double) seen / all;
  }

  /** Collects the places of n-grams that are frequent, overlaps included; returns how many. */
  private int frequentPlaces(int grams) {
    int size = 0;
    for (int i = 0; i < grams; i++) {
      if (ids[i] >= 0 && counts[ids[i]] >= GramRepetition.MIN_COUNT) {
        places[size++] = i;
      }
    }
    return size;
  }

  /** Marks the places of the most frequent n-gram among units that are free; returns the units. */
  private int takeTop(int n, int size) {
    int best = mostFrequent(n, size);
    int units = 0;
    for (int k = 0; k < size && best >= 0; k++) {
      int start = places[k];
      if (ids[start] == best && isFree(start, n)) {
        Arrays.fill(taken, start, start + n, true);
        units += n;
      }
    }
    return units;
  }

  private int mostFrequent(int n, int size) {
    for (int k = 0; k < size; k++) {
      counts[ids[places[k]]] = 0;
      lasts[ids[places[k]]] = -n;
    }
    int best = -1;
    for (int k = 0; k < size; k++) {
      int start = places[k];
      int id = ids[start];
      if (start - lasts[id] >= n && isFree(start, n)) {
        lasts[id] = start;
        counts[id]++;
      }
    }
    for (int k = 0; k < size; k++) {
      int id = ids[places[k]];
      if (counts[id] >= GramRepetition.MIN_COUNT && (best < 0 || counts[id] > counts[best])) {
        best = id;
      }
    }
    return best;
  }

  /** What is taken is n units long too, so it cannot lie between the first and the last. */
  private boolean isFree(int start, int n) {
    return !taken[start] && !taken[start + n - 1];
  }

  private static boolean isLetter(char c) {
    if (c < 0x80) {
      int lower = c | 0x20;
      return lower >= 'a' && lower <= 'z';
    }
    byte kind = CharacterKind.of(c);
    return kind != CharacterKind.SPACE
        && kind != CharacterKind.OTHER
        && kind != CharacterKind.DIGIT;
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
