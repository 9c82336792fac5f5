// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.util.Arrays;

/**
 * The set of a document's word n-grams, as distinct 64-bit hashes in ascending order.
 *
 * <p>Words, their folding and the hash are those of {@link FoldedWords}; in scripts without spaces
 * a shingle is n characters. A document with fewer than n words, but at least one, has one shingle:
 * all its words. A document without words has none.
 *
 * <p>Source: shingles: Broder 1997, "On the resemblance and containment of documents"; 5 words as
 * in FineWeb (Penedo et al. 2024, arXiv 2406.17557, section 3.4).
 *
 * <p>Differs: datatrove gives a document of fewer than n words no signature and always keeps it;
 * here two such documents resemble each other when all their words are equal, and not otherwise.
 *
 * <p>A document of a million words has two shingles that collide with probability 3 * 10^-8 (10^12
 * / 2 pairs times 2^-64), and then its Jaccard similarity is off by one shingle.
 *
 * <p>Cost: one pass over the characters and a sort; linear for all but contrived texts, whose sort
 * costs n log n. About 40 bytes a word and 2 a character beside the result, kept for the next
 * document. Not thread-safe: one for each thread.
 */
public final class Shingles {
  /** Words in a shingle, as in FineWeb. */
  public static final int DEFAULT_N = 5;

  private static final int MAX_N = 64;
  private static final int LARGE = 1 << 20;

  private final int n;
  private final FoldedWords words = new FoldedWords();
  private final UniformSort sort = new UniformSort();
  private long[] hashes = new long[1 << 11];
  private int size;

  private Shingles(int n) {
    this.n = n;
  }

  /**
   * Of so many words each.
   *
   * @throws IllegalArgumentException if n is not in [1, 64]
   */
  public static Shingles of(int n) {
    if (n < 1 || n > MAX_N) {
      throw new IllegalArgumentException("n must be in [1, 64], was " + n);
    }
    return new Shingles(n);
  }

  /**
   * Takes the next document in place of the last one.
   *
   * @return the number of distinct shingles, at least 0
   */
  public int fill(String text) {
    int wordCount = words.fill(text);
    int gramWords = Math.min(n, wordCount);
    int grams = wordCount == 0 ? 0 : wordCount - gramWords + 1;
    if (hashes.length < grams || (hashes.length > LARGE && grams < LARGE / 16)) {
      hashes = new long[Math.max(1 << 11, grams + (grams >> 1))];
    }
    for (int i = 0; i < grams; i++) {
      hashes[i] = words.gram(i, gramWords);
    }
    sort.sort(hashes, grams);
    size = distinct(grams);
    return size;
  }

  private int distinct(int sorted) {
    int kept = 0;
    for (int i = 0; i < sorted; i++) {
      if (kept == 0 || hashes[kept - 1] != hashes[i]) {
        hashes[kept++] = hashes[i];
      }
    }
    return kept;
  }

  /** The number of words, repeats counted, at least 0. */
  public int words() {
    return words.size();
  }

  /** The number of distinct shingles, at least 0. */
  public int size() {
    return size;
  }

  /** The distinct shingles in ascending (signed) order, in an array of their own. */
  public long[] toArray() {
    return Arrays.copyOf(hashes, size);
  }
}
