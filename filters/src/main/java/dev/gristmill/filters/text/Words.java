// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/** The two definitions of a word; they are never interchangeable. */
public enum Words {
  /** Exactly Python's {@code str.split()}: maximal runs of characters that are not white space. */
  WHITESPACE {
    @Override
    void split(char[] chars, int length, Spans out) {
      int i = 0;
      while (true) {
        i = Whitespace.skipForward(chars, i, length);
        if (i == length) {
          return;
        }
        int start = i;
        while (i < length && !Whitespace.isSpace(chars[i])) {
          i++;
        }
        out.add(start, i);
      }
    }
  },

  /** Our own segmentation for any script; see {@link WordScanner} for its rules. */
  DEFAULT {
    @Override
    void split(char[] chars, int length, Spans out) {
      new WordScanner(chars, length, out).scan();
    }
  };

  abstract void split(char[] chars, int length, Spans out);
}
