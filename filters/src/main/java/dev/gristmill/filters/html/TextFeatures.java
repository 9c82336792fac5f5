// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Locale;

/**
 * What the characters of a block say about it: length, links, marks, case, a few words.
 *
 * <p>Cost: one pass over the characters. Not thread-safe: one object per page.
 */
final class TextFeatures {
  static final String NAMES =
      "weight links linkShare sentences sentenceRate heading commaRate digitShare upperShare"
          + " capitalWords words wordLength lines separators at quotes endStop endColon endEllipsis"
          + " startLower startKind copyright same inTitle strong images imagesNext boilerWords"
          + " boilerShare captionWords captionShare";

  /** In a longer block no single word matters. */
  private static final int MAX_LABEL_WEIGHT = 400;

  private final Page page;
  private final CueWords cueWords = CueWords.shipped();
  private final HashedInts copies;
  private final long[] hashes;
  private final char[] title;

  private int words;
  private int capitalWords;
  private int letters;
  private int capitals;
  private int commas;
  private int digits;
  private int separators;
  private int quotes;
  private int lines;
  private int ats;
  private int boilerWords;
  private int captionWords;
  private boolean hasCopyright;

  TextFeatures(Page page, String title) {
    this.page = page;
    this.title = title.toLowerCase(Locale.ROOT).toCharArray();
    copies = new HashedInts(page.blocks());
    hashes = new long[page.blocks()];
    for (int b = 0; b < hashes.length; b++) {
      hashes[b] = HashedInts.hash(page.chars(), page.start(b), page.end(b));
      copies.increment(hashes[b]);
    }
  }

  /** Writes the features of block {@code b} from {@code at} on; returns the end. */
  int add(int b, float[] row, int from) {
    int at = from;
    int weight = Math.max(1, page.weight(b));
    float per100 = 100f / Math.max(20, weight);
    row[at++] = weight;
    row[at++] = page.linkWeight(b);
    row[at++] = page.linkWeight(b) / (float) weight;
    row[at++] = page.sentences(b);
    row[at++] = page.sentences(b) * per100;
    row[at++] = page.headingLevel(b);
    at = addCharacters(b, row, at, weight, per100);
    at = addEnds(b, row, at);
    row[at++] = hasCopyright ? 1 : 0;
    row[at++] = copies.get(hashes[b]);
    row[at++] = isInTitle(b) ? 1 : 0;
    row[at++] = page.strongWeight(b) / (float) weight;
    row[at++] = page.images(b);
    row[at++] = b + 1 < page.blocks() ? page.images(b + 1) : 0;
    row[at++] = boilerWords;
    row[at++] = boilerWords / (float) Math.max(1, words);
    row[at++] = captionWords;
    row[at++] = captionWords / (float) Math.max(1, words);
    return at;
  }

  private int addCharacters(int b, float[] row, int from, int weight, float per100) {
    read(b);
    readWords(b, weight <= MAX_LABEL_WEIGHT);
    int at = from;
    row[at++] = commas * per100;
    row[at++] = digits / (float) weight;
    row[at++] = capitals / (float) Math.max(1, letters);
    row[at++] = capitalWords / (float) Math.max(1, words);
    row[at++] = words;
    row[at++] = letters / (float) Math.max(1, words);
    row[at++] = lines;
    row[at++] = separators;
    row[at++] = ats;
    row[at++] = quotes;
    return at;
  }

  private void read(int b) {
    char[] chars = page.chars();
    clear();
    boolean wasLetter = false;
    for (int i = page.start(b), end = page.end(b); i < end; i++) {
      char c = chars[i];
      int kind = Characters.of(c);
      boolean isLetter = (kind & Characters.LETTER) != 0;
      if (isLetter) {
        letters++;
        int upper = (kind & Characters.UPPER) >> 1;
        capitals += upper;
        if (!wasLetter) {
          words++;
          capitalWords += upper;
        }
      } else if (kind != 0) {
        commas += (kind & Characters.COMMA) != 0 ? 1 : 0;
        digits += (kind & Characters.DIGIT) != 0 ? 1 : 0;
        separators += (kind & Characters.SEPARATOR) != 0 ? 1 : 0;
        quotes += (kind & Characters.QUOTE) != 0 ? 1 : 0;
      } else if (c != ' ') {
        lines += c == '\n' ? 1 : 0;
        ats += c == '@' ? 1 : 0;
        hasCopyright |= c == '\u00A9';
      }
      wasLetter = isLetter;
    }
  }

  private void clear() {
    words = 0;
    capitalWords = 0;
    letters = 0;
    capitals = 0;
    commas = 0;
    digits = 0;
    separators = 0;
    quotes = 0;
    lines = 1;
    ats = 0;
    hasCopyright = false;
  }

  private void readWords(int b, boolean isLabel) {
    boilerWords = 0;
    captionWords = 0;
    char[] chars = page.chars();
    int end = isLabel ? page.end(b) : 0;
    int i = page.start(b);
    while (i < end) {
      long hash = HashedInts.EMPTY;
      int start = i;
      while (i < end && (Characters.of(chars[i]) & Characters.LETTER) != 0) {
        hash = HashedInts.add(hash, Characters.lower(chars[i++]));
      }
      if (i > start) {
        int bits = cueWords.ofText(hash);
        boilerWords += bits & CueWords.BOILERPLATE;
        captionWords += (bits & CueWords.CAPTION) >> 1;
      }
      i++;
    }
  }

  private int addEnds(int b, float[] row, int from) {
    char[] chars = page.chars();
    int start = page.start(b);
    int end = page.end(b);
    while (end > start && chars[end - 1] <= ' ') {
      end--;
    }
    while (start < end && chars[start] <= ' ') {
      start++;
    }
    char last = end > start ? chars[end - 1] : ' ';
    boolean isDots = end - start > 2 && last == '.' && chars[end - 2] == '.';
    if (end - start > 1 && "\"\u201D)\u00BB\u2019'".indexOf(last) >= 0) {
      last = chars[end - 2];
    }
    char first = start < end ? chars[start] : ' ';
    int at = from;
    row[at++] = ".!?\u3002\uFF01\uFF1F".indexOf(last) >= 0 ? 1 : 0;
    row[at++] = last == ':' || last == '\uFF1A' ? 1 : 0;
    row[at++] = last == '\u2026' || isDots ? 1 : 0;
    row[at++] = (Characters.of(first) & Characters.LOWER) != 0 ? 1 : 0;
    row[at++] = startKind(first);
    return at;
  }

  private static int startKind(char first) {
    int kind = Characters.of(first);
    return (kind & Characters.LETTER) != 0 ? 1 : (kind & Characters.DIGIT) != 0 ? 2 : 0;
  }

  /** Whether the block is a part of the title, case apart. */
  private boolean isInTitle(int b) {
    int start = page.start(b);
    int length = page.end(b) - start;
    if (length <= 3 || length > title.length) {
      return false;
    }
    char[] chars = page.chars();
    char first = Characters.lower(chars[start]);
    for (int i = 0; i + length <= title.length; i++) {
      int k = title[i] == first ? 1 : length + 1;
      while (k < length && title[i + k] == Characters.lower(chars[start + k])) {
        k++;
      }
      if (k == length) {
        return true;
      }
    }
    return false;
  }
}
