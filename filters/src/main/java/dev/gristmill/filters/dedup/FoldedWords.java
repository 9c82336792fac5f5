// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.util.Arrays;

/**
 * The lower-cased words of a document as hashes, and the 64-bit hash of any run of them in constant
 * time.
 *
 * <p>A word is a maximal run of {@link WordCharacters}: Unicode letters, marks, numbers and {@code
 * _}, so on ordinary text what Python's {@code re.findall(r"\w+", text.lower())} gives. In scripts
 * without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese) every such character is a
 * word. Nothing is normalized: the two encodings of an accented letter are different words.
 *
 * <p>The hash, which is stable for ever: a word is {@code h = SEED}, then {@code h = (h + c) *
 * STEP; h ^= h >>> 32} for each code point c after its simple lower-casing, then {@code mix(h)}. A
 * gram of n words is {@code mix(w1 * BASE^(n-1) + ... + wn + n * SEED)}, modulo 2^64. {@code mix}
 * is the finaliser of SplitMix64.
 *
 * <p>Source: mix: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
 * with the constants of Stafford's variant 13; BASE: Steele and Vigna 2021, "Computationally easy,
 * spectrally good multipliers"; sums that are cut out of prefixes: Karp and Rabin 1987.
 *
 * <p>Two given different grams share a hash with probability about 2^-64. The hash has no secret: a
 * writer who wants a collision can make one, with runs of dozens of words in two alternating
 * patterns.
 *
 * <p>Cost: one pass over the characters; 16 to 32 bytes a word and 2 a character, kept for the next
 * document unless they are huge. Not thread-safe: one for each thread.
 */
public final class FoldedWords {
  private static final long SEED = 0x9e3779b97f4a7c15L;
  private static final long STEP = 0xd6e8feb86659fd93L;
  private static final long BASE = 0xd1342543de82ef95L;
  private static final int LARGE = 1 << 22;
  private static final int TABLE_SIZE = 65;
  private static final long[] POWERS = powers();

  private char[] chars = new char[1 << 14];
  private long[] prefixes = new long[1 << 11]; // sum of the words before word k, times powers
  private int[] starts = new int[1 << 11];
  private int[] ends = new int[1 << 11];
  private int size;

  /** Without words until {@link #fill}. */
  public FoldedWords() {}

  /**
   * Takes the next document; everything said about the last one becomes invalid.
   *
   * @return the number of words, at least 0
   */
  public int fill(String text) {
    int length = text.length();
    if (chars.length > LARGE && length < LARGE / 16) {
      chars = new char[1 << 14];
      prefixes = new long[1 << 11];
      starts = new int[1 << 11];
      ends = new int[1 << 11];
    }
    if (chars.length <= length) {
      chars = new char[Math.max(length + 1, 2 * chars.length)];
    }
    text.getChars(0, length, chars, 0);
    chars[length] = 0; // ends the last word, so that the loops need no second condition
    size = 0;
    scan(length);
    return size;
  }

  private void scan(int length) {
    int i = 0;
    while (i < length) {
      int start = i;
      long hash = SEED;
      int folded = WordCharacters.fold(chars, i);
      while (folded > WordCharacters.ALONE) {
        hash = step(hash, folded);
        i += folded < 0x10000 ? 1 : 2;
        folded = WordCharacters.fold(chars, i);
      }
      if (i > start) {
        add(hash, start, i);
      }
      int next = i + 1;
      if (folded == WordCharacters.ALONE) {
        int codePoint = Character.codePointAt(chars, i);
        next = i + Character.charCount(codePoint);
        add(step(SEED, codePoint), i, next);
      }
      i = next;
    }
  }

  private static long step(long hash, int codePoint) {
    long product = (hash + codePoint) * STEP;
    return product ^ (product >>> 32);
  }

  private void add(long hash, int start, int end) {
    if (size + 1 == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, 2 * prefixes.length);
      starts = Arrays.copyOf(starts, 2 * starts.length);
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    starts[size] = start;
    ends[size] = end;
    prefixes[size + 1] = prefixes[size] * BASE + mix(hash);
    size++;
  }

  /** The number of words, at least 0. */
  public int size() {
    return size;
  }

  /** Where word i begins, in UTF-16 units. */
  public int start(int i) {
    return starts[i];
  }

  /** Where word i ends, exclusive, in UTF-16 units. */
  public int end(int i) {
    return ends[i];
  }

  /**
   * The hash of words [from, from + n).
   *
   * @param n from 1 to {@link #size} - from; unchecked
   */
  public long gram(int from, int n) {
    return mix(prefixes[from + n] - prefixes[from] * power(n) + n * SEED);
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static long power(int n) {
    if (n < TABLE_SIZE) {
      return POWERS[n];
    }
    long result = 1;
    long square = BASE;
    for (int e = n; e > 0; e >>= 1) {
      result *= (e & 1) == 1 ? square : 1;
      square *= square;
    }
    return result;
  }

  private static long[] powers() {
    long[] powers = new long[TABLE_SIZE];
    powers[0] = 1;
    for (int i = 1; i < TABLE_SIZE; i++) {
      powers[i] = powers[i - 1] * BASE;
    }
    return powers;
  }
}
