// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

/**
 * Cuts Wikipedia's citation marks out of a line: {@code [12]}, {@code []}, {@code [edit]} and
 * {@code [citation needed]}.
 *
 * <p>Source: huggingface/datatrove 0.10.1, c4_filters.py, {@code CITATION_REGEX = \[\d*]|\[edit]|
 * \[citation needed]}, where a digit is any of category Nd. What a cut brings together is not
 * looked at again.
 */
final class C4Citations {
  private static final char[][] WORDS = {"[edit]".toCharArray(), "[citation needed]".toCharArray()};

  private C4Citations() {}

  /** False if the line certainly has none. */
  static boolean possible(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] == '[') {
        return true;
      }
    }
    return false;
  }

  /**
   * Copies [start, end) without its citation marks.
   *
   * @param out has room for end - start units
   * @return the length of the copy
   */
  static int cut(char[] chars, int start, int end, char[] out) {
    int length = 0;
    int i = start;
    while (i < end) {
      int after = chars[i] == '[' ? markEnd(chars, i, end) : i;
      if (after == i) {
        out[length++] = chars[i++];
      } else {
        i = after;
      }
    }
    return length;
  }

  /** The end of the mark that begins at i, or i if none does. */
  private static int markEnd(char[] chars, int i, int end) {
    int j = i + 1;
    while (j < end) {
      int codePoint = Character.codePointAt(chars, j, end);
      if (Character.getType(codePoint) != Character.DECIMAL_DIGIT_NUMBER) {
        break;
      }
      j += Character.charCount(codePoint);
    }
    if (j < end && chars[j] == ']') {
      return j + 1;
    }
    for (char[] word : WORDS) {
      if (startsWith(word, chars, i, end)) {
        return i + word.length;
      }
    }
    return i;
  }

  private static boolean startsWith(char[] prefix, char[] chars, int from, int to) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (chars[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
