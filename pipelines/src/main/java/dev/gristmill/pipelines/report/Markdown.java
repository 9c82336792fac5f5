// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/**
 * Escapes data for Markdown.
 *
 * <p>Source: CommonMark 0.31.2, section 2.4: ASCII punctuation is escaped by a backslash. Escaped
 * are the marks that begin a construct within a line, and the colon, which makes a bare URL a link.
 */
final class Markdown {

  private static final String PUNCTUATION = "!#$&()*:<>[\\]^_`{|}~";

  private Markdown() {}

  /** Data within a line; line ends become blanks. */
  static String text(String data) {
    StringBuilder out = new StringBuilder(data.length() + 16);
    for (int i = 0; i < data.length(); ) {
      int codePoint = data.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
        out.append(' ');
      } else {
        if (PUNCTUATION.indexOf(codePoint) >= 0) {
          out.append('\\');
        }
        Visible.append(codePoint, out);
      }
    }
    return out.toString();
  }

  /** The row that ends a table's head: a colon aligns numbers to the right. */
  static String head(String... columns) {
    StringBuilder titles = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    for (String column : columns) {
      boolean isNumber = column.startsWith(">");
      titles.append(' ').append(isNumber ? column.substring(1) : column).append(" |");
      rule.append(isNumber ? "---:|" : "---|");
    }
    return titles + "\n" + rule + "\n";
  }

  /** A row of data. */
  static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(text(cell)).append(" |");
    }
    return row.append('\n').toString();
  }

  /** A block of code, fenced by more backticks than it holds. */
  static String code(String language, String content) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < content.length(); i++) {
      run = content.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + language + "\n" + Visible.of(content) + "\n" + fence + "\n";
  }
}
