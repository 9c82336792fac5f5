// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/** Cuts HTML comments out of lines. Cost: linear in the text over all calls. */
final class MarkdownComments {
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  private final String text;

  /** False once none was closed: then no later one is. */
  private boolean mayClose = true;

  private int end;

  MarkdownComments(String text) {
    this.text = text;
  }

  /** Where reading goes on if a comment reached over the end of the line, else at most there. */
  int end() {
    return end;
  }

  /**
   * A line without its comments, and without what follows one that ends on another line.
   *
   * @param line the end of a line of the text, which starts at {@code from} there
   */
  String without(String line, int from) {
    end = from;
    int open = mayClose ? line.indexOf(OPEN) : -1;
    if (open < 0 || isInCode(line, open)) {
      return line;
    }
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (open >= 0) {
      int close = text.indexOf(CLOSE, from + open + OPEN.length());
      mayClose = close >= 0;
      if (close < 0) {
        break;
      }
      shown.append(line, at, open);
      end = close + CLOSE.length();
      at = end - from;
      if (at >= line.length()) {
        return shown.toString();
      }
      open = line.indexOf(OPEN, at);
    }
    return shown.append(line, at, line.length()).toString();
  }

  private static boolean isInCode(String line, int open) {
    int quotes = 0;
    for (int i = 0; i < open; i++) {
      quotes += line.charAt(i) == '`' ? 1 : 0;
    }
    return quotes % 2 == 1;
  }
}
