// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.decontaminate;

import dev.gristmill.filters.dedup.FoldedWords;
import dev.gristmill.filters.dedup.Shingles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The word n-grams of benchmark items, to be looked for in documents.
 *
 * <p>Words are those of {@link FoldedWords}, so case, spacing and punctuation do not count. An item
 * with fewer than n words, but at least {@value #MIN_WORDS}, has one gram: all its words, found at
 * that length. A shorter item is skipped, and counted. A gram of more items than a limit ({@value
 * #DEFAULT_MAX_ITEMS}) is the benchmarks' boilerplate ("Question: ... Answer: ..."), or a common
 * phrase: it is left out, and counted.
 *
 * <p>Source: n and its bounds 8 and 13: Brown et al. 2020 (GPT-3, arXiv 2005.14165), appendix C.
 * The share of words in matched grams: Dubey et al. 2024 (Llama 3, arXiv 2407.21783), section
 * 5.1.4, who take 8-grams of tokens.
 *
 * <p>Differs: both take the share over the benchmark's example, to judge the benchmark; here it is
 * over the document, to judge the document. GPT-3 left out grams found in more than 10 training
 * documents, which nobody can count before reading them all; here items are counted.
 *
 * <p>A gram is known by its 64-bit hash alone. In an index of 10^7 grams one gram of a clean
 * document matches by accident with probability 10^7 / 2^64 = 5 * 10^-13: one false match of one
 * gram among 2 * 10^12 words, for each length of gram.
 *
 * <p>Cost: 30 to 56 bytes a gram of one item. Immutable, thread-safe; each thread takes its own
 * {@link #scanner}.
 */
public final class NGramIndex {
  /** Words in a gram, as in GPT-3. */
  public static final int DEFAULT_N = 13;

  /** Words that an item must have: shorter ones match by chance (GPT-3, appendix C). */
  public static final int MIN_WORDS = 8;

  /** Items that may share a gram. */
  public static final int DEFAULT_MAX_ITEMS = 10;

  private static final int MAX_N = 64;

  private final int[] lengths; // descending
  private final List<String> benchmarks;
  private final List<String> items;
  private final GramTable table;

  private NGramIndex(int[] lengths, List<String> benchmarks, List<String> items, GramTable table) {
    this.lengths = lengths;
    this.benchmarks = benchmarks;
    this.items = items;
    this.table = table;
  }

  /** The number of items that were not skipped. */
  public int items() {
    return items.size();
  }

  /** The number of distinct grams, common ones left out. */
  public int grams() {
    return table.size();
  }

  /** The number of grams left out because too many items have them. */
  public int commonGrams() {
    return table.common();
  }

  /** The size of the table, without the items' names. */
  public long bytes() {
    return table.bytes();
  }

  /** A scanner over this index, for one thread. */
  public Scanner scanner() {
    return new Scanner(this);
  }

  /** Takes items in order. Not thread-safe. */
  public static final class Builder {
    private final int n;
    private final int maxItems;
    private final Shingles grams;
    private final boolean[] usedLengths;
    private final List<String> benchmarks = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<long[]> itemGrams = new ArrayList<>();
    private int skipped;

    /**
     * For grams of n words, of at most {@value #DEFAULT_MAX_ITEMS} items each.
     *
     * @throws IllegalArgumentException if n is not in [8, 64]
     */
    public Builder(int n) {
      this(n, DEFAULT_MAX_ITEMS);
    }

    /**
     * For grams of n words, of at most so many items each.
     *
     * @throws IllegalArgumentException if n is not in [8, 64], or maxItems below 1
     */
    public Builder(int n, int maxItems) {
      if (n < MIN_WORDS || n > MAX_N) {
        throw new IllegalArgumentException(
            "n must be in [" + MIN_WORDS + ", " + MAX_N + "], was " + n);
      }
      if (maxItems < 1) {
        throw new IllegalArgumentException("maxItems must be at least 1, was " + maxItems);
      }
      this.n = n;
      this.maxItems = maxItems;
      grams = Shingles.of(n);
      usedLengths = new boolean[n + 1];
    }

    /**
     * Adds one item: a question, an answer, or both.
     *
     * @param benchmark what {@link Match#benchmark} names
     * @param item what {@link Match#item} names; need not be unique
     * @return this builder
     */
    public Builder add(String benchmark, String item, String text) {
      grams.fill(text);
      if (grams.words() < MIN_WORDS) {
        skipped++;
        return this;
      }
      usedLengths[Math.min(n, grams.words())] = true;
      benchmarks.add(benchmark);
      items.add(item);
      itemGrams.add(grams.toArray());
      return this;
    }

    /** The number of items with fewer than {@value #MIN_WORDS} words, which are not looked for. */
    public int skipped() {
      return skipped;
    }

    /**
     * The index of all items added so far.
     *
     * @throws IllegalArgumentException if they have 2^29 grams or more
     */
    public NGramIndex build() {
      int[] lengths = new int[n + 1];
      int used = 0;
      for (int length = n; length >= MIN_WORDS; length--) {
        if (usedLengths[length]) {
          lengths[used++] = length;
        }
      }
      return new NGramIndex(
          Arrays.copyOf(lengths, used),
          List.copyOf(benchmarks),
          List.copyOf(items),
          new GramTable(itemGrams, maxItems));
    }
  }

  /** Looks for the items of one index in documents, one after the other. Not thread-safe. */
  public static final class Scanner {
    private final NGramIndex index;
    private final FoldedWords words = new FoldedWords();
    private final long[] matches; // by item
    private final int[] matchedItems; // those whose count is not 0, in order of first match
    private int matchedCount;

    private Scanner(NGramIndex index) {
      this.index = index;
      matches = new long[index.items.size()];
      matchedItems = new int[matches.length];
    }

    /**
     * What this document has in common with the index.
     *
     * <p>Cost: linear in the document: one look-up a word for each length of gram in the index (n,
     * and those of shorter items, so at most n - 7).
     */
    public Match match(String text) {
      int wordCount = words.fill(text);
      int covered = 0;
      int longest = 0;
      int longestEnd = 0;
      int run = 0;
      int reach = 0; // words before this one are in a gram seen so far
      long grams = 0;
      for (int i = 0; i < wordCount; i++) {
        for (int length : index.lengths) {
          if (length <= wordCount - i && count(words.gram(i, length))) {
            grams++;
            reach = Math.max(reach, i + length);
          }
        }
        if (i < reach) {
          covered++;
          run++;
          if (run > longest) {
            longest = run;
            longestEnd = i + 1;
          }
        } else {
          run = 0;
        }
      }
      if (grams == 0) {
        return new Match(wordCount, 0, 0, 0, 0, 0, "", "");
      }
      int item = mostMatched();
      return new Match(
          wordCount,
          covered,
          longest,
          words.start(longestEnd - longest),
          words.end(longestEnd - 1),
          grams,
          index.benchmarks.get(item),
          index.items.get(item));
    }

    private boolean count(long gram) {
      int at = index.table.find(gram);
      if (at == GramTable.ABSENT) {
        return false;
      }
      int posting;
      do {
        posting = index.table.posting(at++);
        int item = posting < 0 ? ~posting : posting;
        if (matches[item]++ == 0) {
          matchedItems[matchedCount++] = item;
        }
      } while (posting >= 0);
      return true;
    }

    /** The item with the most matches, the first added among equals; forgets all matches. */
    private int mostMatched() {
      int best = matchedItems[0];
      for (int k = 1; k < matchedCount; k++) {
        int item = matchedItems[k];
        if (matches[item] > matches[best] || (matches[item] == matches[best] && item < best)) {
          best = item;
        }
      }
      for (int k = 0; k < matchedCount; k++) {
        matches[matchedItems[k]] = 0;
      }
      matchedCount = 0;
      return best;
    }
  }
}
