// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import dev.gristmill.filters.text.Whitespace;

/**
 * A bounded piece of a text, cleaned for the model: what a long text costs does not depend on its
 * length.
 *
 * <p>A text of at most {@link #WINDOWS} x {@link #WINDOW_UNITS} UTF-16 units is taken whole; of a
 * longer one, windows around one sixth, three sixths and five sixths of its length, each begun
 * after the next white space (within 32 units) and at a code point. Cleaning follows OpenNLP's
 * normalizers: lower case; addresses of web and mail go; digits, hyphens, emoji and runs of white
 * space become one space; a character more than twice in a row is kept twice.
 *
 * <p>Source: apache/opennlp 2.5, opennlp/tools/langdetect/LanguageDetectorFactory and
 * opennlp/tools/util/normalizer; we leave out its rules for retweets, smileys and laughter.
 */
final class TextSample {
  /** Windows into a long text. */
  static final int WINDOWS = 3;

  /** Units of each window. */
  static final int WINDOW_UNITS = 256;

  private static final int MAX_SKIP = 32;

  /**
   * What OpenNLP's emoji pattern, read as Java reads it, really blanks: everything from here up,
   * full width punctuation and presentation forms included, and the hyphen. The model was trained
   * so.
   */
  private static final int FIRST_BLANK = 0xd83c;

  private final char[] chars = new char[WINDOWS * (WINDOW_UNITS + 1) + 2];
  private final Scripts scripts = new Scripts();
  private int length;

  private TextSample() {}

  static TextSample of(CharSequence text) {
    TextSample sample = new TextSample();
    int total = text.length();
    if (total <= WINDOWS * WINDOW_UNITS) {
      sample.take(text, 0, total);
    } else {
      for (int window = 0; window < WINDOWS; window++) {
        long middle = (long) total * (2 * window + 1) / (2 * WINDOWS);
        int from = begin(text, (int) middle - WINDOW_UNITS / 2);
        sample.space();
        sample.take(text, from, Math.min(total, from + WINDOW_UNITS));
      }
    }
    if (sample.length > 0 && sample.chars[sample.length - 1] == ' ') {
      sample.length--;
    }
    return sample;
  }

  /** The cleaned units; valid in [0, {@link #length}). */
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  Scripts scripts() {
    return scripts;
  }

  private static int begin(CharSequence text, int from) {
    for (int i = from; i < from + MAX_SKIP; i++) {
      if (Whitespace.isSpace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  private void take(CharSequence text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == ':' && i + 2 < to && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
        dropName();
        i = addressEnd(text, i, to);
      } else if (c == '@') {
        dropName();
        i = addressEnd(text, i, to);
      } else {
        int codePoint = Character.codePointAt(text, i);
        i += Character.charCount(codePoint);
        add(codePoint);
      }
    }
  }

  private void add(int codePoint) {
    scripts.add(codePoint);
    if (codePoint >= FIRST_BLANK
        || codePoint == '-'
        || Character.isDigit(codePoint)
        || Whitespace.isSpace((char) codePoint)) {
      space();
      return;
    }
    char lower = (char) Character.toLowerCase(codePoint);
    if (length < 2 || chars[length - 1] != lower || chars[length - 2] != lower) {
      chars[length++] = lower;
    }
  }

  private void space() {
    if (length > 0 && chars[length - 1] != ' ') {
      chars[length++] = ' ';
    }
  }

  /** Takes back the ASCII name in front of a {@code ://} or an at sign. */
  private void dropName() {
    while (length > 0 && isName(chars[length - 1])) {
      length--;
    }
    space();
  }

  private static int addressEnd(CharSequence text, int from, int to) {
    int i = from + 1;
    while (i < to && (isName(text.charAt(i)) || "/:?&~;=#%".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static boolean isName(char c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '+'
        || c == '_';
  }
}
