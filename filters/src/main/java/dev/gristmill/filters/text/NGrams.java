// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * Counts over the word n-grams of one document, exactly as datatrove's Gopher repetition filter
 * takes them, without making a string of any n-gram.
 *
 * <p>Lengths are in code points. Equality is exact. Cost: expected linear in words for each call;
 * about 30 bytes a word.
 *
 * <p>Source: huggingface/datatrove 0.10.1, gopher_repetition_filter.py, {@code find_top_duplicate}
 * and {@code find_all_duplicate}.
 */
public final class NGrams {
  private final LongIndex index = new LongIndex();
  private final TextView text;
  private final Spans words;
  private final SpanIds ids;

  // The ids of all n-grams of the length last asked for, in order of first appearance.
  private int[] gramIds = new int[0];
  private int[] counts = new int[0];
  private int[] firsts = new int[0];
  private int gramLength;
  private int distinct;

  // Fingerprint of the words before word k run together, B^-length of them, and their code points.
  private long[] before = new long[0];
  private long[] shift = new long[0];
  private int[] points = new int[0];

  NGrams(TextView text, Spans words, SpanIds ids) {
    this.text = text;
    this.words = words;
    this.ids = ids;
  }

  /** Takes over the text's new words; fingerprints are made here, once for all lengths. */
  void fill() {
    int size = words.size();
    gramLength = 0;
    if (before.length <= size) {
      int capacity = Math.max(size + 1, before.length * 2);
      before = new long[capacity];
      shift = new long[capacity];
      points = new int[capacity];
      gramIds = new int[capacity];
      counts = new int[capacity];
      firsts = new int[capacity];
    }
    fingerprint(size);
  }

  private void fingerprint(int size) {
    long[] hashes = new long[ids.distinct()];
    long power = 1;
    before[0] = 0;
    shift[0] = 1;
    points[0] = 0;
    for (int k = 0; k < size; k++) {
      int start = words.start(k);
      int end = words.end(k);
      int id = ids.id(k);
      if (ids.first(id) == k) {
        hashes[id] = Polynomial.hash(text.chars(), start, end);
      }
      before[k + 1] = Polynomial.add(before[k], Polynomial.multiply(hashes[id], power));
      power = Polynomial.multiply(power, Polynomial.basePower(end - start));
      shift[k + 1] = Polynomial.multiply(shift[k], Polynomial.inversePower(end - start));
      points[k + 1] = points[k] + text.codePoints(start, end);
    }
  }

  /**
   * The length of the most frequent n-gram, its words joined by one space, times its count; also
   * when it occurs once. Ties go to the n-gram that appears first; 0 when there are fewer than n
   * words.
   */
  public long topCharacters(int n) {
    int grams = words.size() - n + 1;
    if (grams <= 0) {
      return 0;
    }
    refine(n);
    for (int id = 0; id < distinct; id++) {
      counts[id] = 0;
    }
    for (int i = grams - 1; i >= 0; i--) {
      counts[gramIds[i]]++;
      firsts[gramIds[i]] = i;
    }
    int top = 0;
    for (int id = 1; id < distinct; id++) {
      if (counts[id] > counts[top]) {
        top = id;
      }
    }
    int first = firsts[top];
    return (long) counts[top] * (points[first + n] - points[first] + n - 1);
  }

  /** An n-gram is an (n-1)-gram and a word: two ids make an exact 64-bit key. */
  private void refine(int n) {
    int size = words.size();
    if (gramLength == 0 || gramLength > n) {
      gramLength = 1;
      distinct = ids.distinct();
      for (int i = 0; i < size; i++) {
        gramIds[i] = ids.id(i);
      }
    }
    for (; gramLength < n; gramLength++) {
      index.clear(size, before[size]);
      distinct = 0;
      for (int i = 0; i < size - gramLength; i++) {
        long key = (long) gramIds[i] << 32 | ids.id(i + gramLength);
        int slot = index.find(key);
        int id = index.value(slot);
        if (id < 0) {
          id = distinct++;
          index.set(slot, key, id);
        }
        gramIds[i] = id;
      }
    }
  }

  /**
   * The characters of repeated n-grams: scanning from the left, an n-gram seen before (its words
   * run together without spaces, so {@code ab c} equals {@code a bc}) adds its length and is jumped
   * over, any other is remembered and the scan moves on by one word. 0 when there are fewer than n
   * words.
   */
  public long repeatedCharacters(int n) {
    int grams = words.size() - n + 1;
    if (grams <= 0) {
      return 0;
    }
    index.clear(grams, before[words.size()]);
    long repeated = 0;
    int i = 0;
    while (i < grams) {
      long key = Polynomial.multiply(Polynomial.subtract(before[i + n], before[i]), shift[i]);
      int slot = index.find(key);
      while (index.value(slot) >= 0 && !sameCharacters(index.value(slot), i, n)) {
        slot = index.findAfter(slot, key);
      }
      if (index.value(slot) >= 0) {
        repeated += points[i + n] - points[i];
        i += n;
      } else {
        index.set(slot, key, i);
        i++;
      }
    }
    return repeated;
  }

  private boolean sameCharacters(int a, int b, int n) {
    int same = 0;
    while (same < n && ids.id(a + same) == ids.id(b + same)) {
      same++;
    }
    return same == n || sameRunTogether(a + same, a + n, b + same, b + n);
  }

  /** Compares the characters of words [a, aEnd) and [b, bEnd) across their different borders. */
  private boolean sameRunTogether(int a, int aEnd, int b, int bEnd) {
    char[] chars = text.chars();
    int aWord = a;
    int bWord = b;
    int i = words.start(a);
    int j = words.start(b);
    while (chars[i++] == chars[j++]) {
      if (i == words.end(aWord) && ++aWord < aEnd) {
        i = words.start(aWord);
      }
      if (j == words.end(bWord) && ++bWord < bEnd) {
        j = words.start(bWord);
      }
      if (aWord == aEnd || bWord == bEnd) {
        return aWord == aEnd && bWord == bEnd;
      }
    }
    return false;
  }
}
