// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.decontaminate;

/**
 * What a document has in common with the benchmarks of an {@link NGramIndex}.
 *
 * @param words the document's words, at least 0
 * @param coveredWords its words inside at least one matched gram, from 0 to words
 * @param longestSpan the length in words of the longest run of covered words
 * @param spanStart where the first such run begins, in UTF-16 units; 0 when clean
 * @param spanEnd where it ends, exclusive; 0 when clean
 * @param grams the document's grams that are in the index, repeats counted
 * @param benchmark the benchmark of the item with the most matched grams, or "" when clean
 * @param item that item, or "" when clean; among equals the one added first
 */
public record Match(
    int words,
    int coveredWords,
    int longestSpan,
    int spanStart,
    int spanEnd,
    long grams,
    String benchmark,
    String item) {

  /** True when no gram of the document is in the index. */
  public boolean isClean() {
    return grams == 0;
  }

  /** Covered words over words, from 0 to 1; 0 without words. */
  public double share() {
    return words == 0 ? 0 : (double) coveredWords / words;
  }
}
