// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import dev.gristmill.filters.text.Whitespace;

/**
 * Turns a text into hashed counts of its words, pairs of words and, if asked for, character
 * n-grams, and into a handful of statistics.
 *
 * <ul>
 *   <li>A word is a maximal run of letters, digits and the marks after them. Each character of
 *       scripts that are written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) is a word.
 *   <li>A pair is two words in a row, whatever stands between them.
 *   <li>A character n-gram is n code points in a row, white space folded to one blank.
 *   <li>All are lower-cased, each code point alone, without a locale.
 * </ul>
 *
 * <p>Source: the hashing trick, Weinberger et al., Feature hashing for large scale multitask
 * learning (ICML 2009), section 2, without the sign.
 *
 * <p>Immutable and thread-safe; the scratch is not. Cost: one pass, linear in the text and in the
 * number of n-gram lengths.
 */
public final class FeatureHasher {
  private static final long OFFSET = 0xcbf29ce484222325L; // FNV-1a, 64 bits
  private static final long PRIME = 0x100000001b3L;
  private static final long PAIR = 0x9e3779b97f4a7c15L;
  private static final long CHARACTERS = 0xd6e8feb86659fd93L;

  private final FeatureSettings settings;

  /** A hasher with these settings. */
  public FeatureHasher(FeatureSettings settings) {
    this.settings = settings;
  }

  /**
   * Replaces what is in the scratch by the features of this text.
   *
   * @throws IllegalArgumentException if the scratch was made for another number of bits
   */
  public void hash(String text, HashedFeatures out) {
    if (out.bits() != settings.bits()) {
      throw new IllegalArgumentException(
          "bits of the scratch must be " + settings.bits() + ", was " + out.bits());
    }
    out.clear();
    new Pass(settings, out).read(text);
    out.finish();
  }

  /** The state of one pass over one text. */
  private static final class Pass {
    private final FeatureSettings settings;
    private final HashedFeatures out;
    private final TextStatistics statistics;
    private final int[] recent = new int[8]; // a ring of lower-cased code points
    private int read; // code points that went into the ring
    private long word = OFFSET;
    private int length;
    private int upperCase;
    private boolean startsUpper;
    private long before; // hash of the word before; 0 at the start

    Pass(FeatureSettings settings, HashedFeatures out) {
      this.settings = settings;
      this.out = out;
      this.statistics = out.statistics();
    }

    void read(String text) {
      int units = text.length();
      int i = 0;
      while (i < units) {
        int c = text.charAt(i);
        if (Character.isSurrogate((char) c)) {
          c = text.codePointAt(i);
        }
        i += Character.charCount(c);
        byte kind = CharacterClass.of(c);
        statistics.character(c, kind);
        accept(c, kind);
      }
      endWord();
      statistics.endLine();
    }

    private void accept(int c, byte kind) {
      int lower = kind == CharacterClass.UPPER ? Character.toLowerCase(c) : c;
      switch (kind) {
        case CharacterClass.LOWER, CharacterClass.DIGIT -> extend(lower);
        case CharacterClass.UPPER -> {
          startsUpper |= length == 0;
          upperCase++;
          extend(lower);
        }
        case CharacterClass.MARK -> {
          if (length > 0) {
            word = (word ^ lower) * PRIME;
          }
        }
        case CharacterClass.SINGLE -> {
          endWord();
          extend(lower);
          endWord();
        }
        default -> {
          endWord();
          if (c < 0x10000 && Whitespace.isLineBreak((char) c)) {
            statistics.endLine();
          }
        }
      }
      if (settings.minCharacters() > 0) {
        characters(kind == CharacterClass.SPACE ? ' ' : lower);
      }
    }

    private void extend(int lower) {
      word = (word ^ lower) * PRIME;
      length++;
    }

    private void endWord() {
      if (length == 0) {
        return;
      }
      statistics.word(word, length, upperCase, startsUpper);
      out.count(word);
      if (settings.wordNGrams() == 2 && before != 0) {
        out.count(before * PAIR + word);
      }
      before = word;
      word = OFFSET;
      length = 0;
      upperCase = 0;
      startsUpper = false;
    }

    private void characters(int c) {
      if (c == ' ' && read > 0 && recent[(read - 1) & 7] == ' ') {
        return;
      }
      recent[read & 7] = c;
      read++;
      long hash = CHARACTERS;
      int longest = Math.min(settings.maxCharacters(), read);
      for (int n = 1; n <= longest; n++) {
        hash = (hash ^ recent[(read - n) & 7]) * PRIME;
        if (n >= settings.minCharacters()) {
          out.count(hash + n);
        }
      }
    }
  }
}
