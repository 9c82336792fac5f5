// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/** The ways in which the sources cut a text into lines and paragraphs. */
public enum Lines {
  /**
   * Python's {@code str.splitlines()}: ends at LF, CR, CRLF, VT, FF, U+001C-001E, U+0085, U+2028
   * and U+2029; no empty line after a final break; "" has no lines.
   */
  UNIVERSAL {
    @Override
    void split(char[] chars, int length, Spans out) {
      int start = 0;
      for (int i = 0; i < length; i++) {
        char c = chars[i];
        if (Whitespace.isLineBreak(c)) {
          out.add(start, i);
          if (c == '\r' && i + 1 < length && chars[i + 1] == '\n') {
            i++;
          }
          start = i + 1;
        }
      }
      if (start < length) {
        out.add(start, length);
      }
    }
  },

  /**
   * Python's {@code re.split(r"\n+", text)}: runs of LF separate; a leading or final run leaves an
   * empty line; "" has one empty line.
   */
  NEWLINE_RUNS {
    @Override
    void split(char[] chars, int length, Spans out) {
      splitAtRuns(chars, 0, length, 1, out);
    }
  },

  /**
   * Paragraphs, {@code re.split(r"\n{2,}", text.strip())}: two or more LF in a row separate; "" has
   * one empty paragraph.
   */
  PARAGRAPHS {
    @Override
    void split(char[] chars, int length, Spans out) {
      int end = Whitespace.skipBackward(chars, 0, length);
      splitAtRuns(chars, Whitespace.skipForward(chars, 0, end), end, 2, out);
    }
  };

  abstract void split(char[] chars, int length, Spans out);

  private static void splitAtRuns(char[] chars, int from, int to, int minRun, Spans out) {
    int start = from;
    int i = from;
    while (i < to) {
      if (chars[i] != '\n') {
        i++;
        continue;
      }
      int run = i;
      while (i < to && chars[i] == '\n') {
        i++;
      }
      if (i - run >= minRun) {
        out.add(start, run);
        start = i;
      }
    }
    out.add(start, to);
  }
}
