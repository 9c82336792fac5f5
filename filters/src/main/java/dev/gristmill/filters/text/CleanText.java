// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * Repairs a text's white space and control characters without touching its words.
 *
 * <p>Line ends (CR, CRLF, NEL, U+2028, U+2029) become LF; other C0 and C1 controls but TAB, the
 * byte-order mark, zero-width space and soft hyphen go; blanks at line ends go; more than one empty
 * line becomes one; empty lines at both ends go. Zero-width joiner and non-joiner stay: Persian and
 * the Indic scripts need them. Idempotent. Linear time, one copy.
 *
 * <p>Source: ours.
 */
public final class CleanText {

  private CleanText() {}

  /** The cleaned text; the same instance is not promised when nothing changes, equal content is. */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int newlines = 2;
    int blanks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (lineEnd(c)) {
        boolean second = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        if (!second) {
          out.setLength(out.length() - blanks);
          blanks = 0;
          if (newlines < 2) {
            out.append('\n');
            newlines++;
          }
        }
      } else if (!dropped(c)) {
        out.append(c);
        if (c == ' ' || c == '\t' || c == '\u00A0') {
          blanks++;
        } else {
          blanks = 0;
          newlines = 0;
        }
      }
    }
    int end = out.length();
    while (end > 0
        && (out.charAt(end - 1) == '\n'
            || out.charAt(end - 1) == ' '
            || out.charAt(end - 1) == '\t'
            || out.charAt(end - 1) == '\u00A0')) {
      end--;
    }
    return out.substring(0, end);
  }

  private static boolean lineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean dropped(char c) {
    return (c < ' ' && c != '\t')
        || (c >= '\u007F' && c <= '\u009F')
        || c == '\uFEFF'
        || c == '\u200B'
        || c == '\u00AD';
  }
}
