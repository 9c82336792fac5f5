// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Locale;

/** What a line of markdown is by its first characters. Cost: linear in the line. */
final class MarkdownLine {
  private static final int MAX_LABEL = 200;
  private static final int MAX_NUMBER_DIGITS = 9;

  /** A shorter line of equals signs or hyphens is as likely text. */
  private static final int MIN_UNDERLINE = 3;

  private MarkdownLine() {}

  /** Columns of white space at the start; a tab goes to the next multiple of four. */
  static int indent(String line) {
    int columns = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        columns += 4 - columns % 4;
      } else if (line.charAt(i) == ' ') {
        columns++;
      } else {
        break;
      }
    }
    return columns;
  }

  private static int textStart(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static char at(String line, int i) {
    return i >= 0 && i < line.length() ? line.charAt(i) : ' ';
  }

  /** Without the marks of quotations before it. */
  static String unquoted(String line) {
    int from = 0;
    int i = textStart(line);
    while (i - from <= 3 && at(line, i) == '>') {
      i += at(line, i + 1) == ' ' ? 2 : 1;
      from = i;
      while (at(line, i) == ' ' && i < line.length()) {
        i++;
      }
    }
    return line.substring(Math.min(from, line.length()));
  }

  /** The fence that opens a block of code, else "". */
  static String fence(String line) {
    int from = textStart(line);
    char c = at(line, from);
    if (c != '`' && c != '~') {
      return "";
    }
    int to = from;
    while (at(line, to) == c) {
      to++;
    }
    boolean isFence = to - from >= 3 && (c == '~' || line.indexOf('`', to) < 0);
    return isFence ? line.substring(from, to) : "";
  }

  static boolean closes(String line, String fence) {
    String bare = line.strip();
    return bare.length() >= fence.length() && isOnly(bare, fence.charAt(0));
  }

  private static boolean isOnly(String bare, char c) {
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) != c) {
        return false;
      }
    }
    return true;
  }

  /** The line under a heading. */
  static boolean isUnderline(String line) {
    String bare = line.strip();
    return indent(line) < 4
        && bare.length() >= MIN_UNDERLINE
        && (isOnly(bare, '=') || isOnly(bare, '-'));
  }

  /** Three or more of the same of {@code * - _}, perhaps with spaces between. */
  static boolean isRule(String line) {
    String bare = line.strip();
    char c = at(bare, 0);
    if (indent(line) >= 4 || (c != '*' && c != '-' && c != '_')) {
      return false;
    }
    int marks = 0;
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) != c && bare.charAt(i) != ' ' && bare.charAt(i) != '\t') {
        return false;
      }
      marks += bare.charAt(i) == c ? 1 : 0;
    }
    return marks >= 3;
  }

  /** 1 to 6, else 0. */
  static int headingLevel(String line) {
    int from = textStart(line);
    int to = from;
    while (at(line, to) == '#') {
      to++;
    }
    boolean isHeading = to - from >= 1 && to - from <= 6 && at(line, to) <= ' ' && indent(line) < 4;
    return isHeading ? to - from : 0;
  }

  static String heading(String line, int level) {
    String bare = line.strip().substring(level).strip();
    int end = bare.length();
    while (end > 0 && bare.charAt(end - 1) == '#') {
      end--;
    }
    boolean isClosed = end == 0 || bare.charAt(end - 1) == ' ';
    return isClosed ? bare.substring(0, end).stripTrailing() : bare;
  }

  /** Whether an item of a list starts here. */
  static boolean isItem(String line) {
    int from = textStart(line);
    int end = markEnd(line, from);
    return end > from && end < line.length() && !line.substring(end).isBlank() && !isRule(line);
  }

  /** Behind the bullet or number at {@code from}, or {@code from} if there is none. */
  private static int markEnd(String line, int from) {
    char c = at(line, from);
    int to = from + 1;
    if (c != '-' && c != '*' && c != '+') {
      to = from;
      while (to - from < MAX_NUMBER_DIGITS && at(line, to) >= '0' && at(line, to) <= '9') {
        to++;
      }
      boolean isNumber = to > from && (at(line, to) == '.' || at(line, to) == ')');
      to = isNumber ? to + 1 : from;
    }
    return to > from && (at(line, to) == ' ' || at(line, to) == '\t') ? to : from;
  }

  /** The column where the text of an item starts. */
  static int contentStart(String line) {
    int end = markEnd(line, textStart(line));
    return indent(line) + end - textStart(line) + 1;
  }

  /** An item without bullet and box; a number stays. */
  static String item(String line, boolean isNested) {
    int from = textStart(line);
    boolean isNumbered = at(line, from) >= '0' && at(line, from) <= '9';
    if (isNumbered) {
      return isNested ? line.substring(from) : line;
    }
    String item = line.substring(markEnd(line, from)).stripLeading();
    boolean isBox = item.startsWith("[ ] ") || item.startsWith("[x] ") || item.startsWith("[X] ");
    return isBox ? item.substring(4) : item;
  }

  /** The folded label of a reference that a line defines, else "". */
  static String referenceLabel(String text, int from, int to) {
    int i = from;
    while (i < to && i - from < 4 && text.charAt(i) == ' ') {
      i++;
    }
    int limit = Math.min(to, i + MAX_LABEL);
    if (i - from > 3 || i >= to || text.charAt(i) != '[' || at(text, i + 1) == '^') {
      return "";
    }
    int close = i + 1;
    while (close < limit && text.charAt(close) != ']' && text.charAt(close) != '[') {
      close++;
    }
    if (close >= limit || text.charAt(close) != ']' || at(text, close + 1) != ':') {
      return "";
    }
    String target = text.substring(close + 2, to).strip();
    int end = target.startsWith("<") ? target.indexOf('>') + 1 : target.indexOf(' ');
    end = end > 0 && end < target.length() ? end : -1;
    String address = end < 0 ? target : target.substring(0, end);
    String rest = end < 0 ? "" : target.substring(end).strip();
    boolean isTitle = rest.isEmpty() || "\"'(".indexOf(rest.charAt(0)) >= 0;
    return isTitle && isAddress(address) ? label(text.substring(i + 1, close)) : "";
  }

  private static boolean isAddress(String address) {
    return address.startsWith("<")
        || address.startsWith("#")
        || address.indexOf('/') >= 0
        || address.indexOf('.') > 0
        || address.startsWith("mailto:");
  }

  static String label(String raw) {
    return String.join(" ", raw.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
  }

  /** The text of a footnote without its mark, or the line as it is. */
  static String note(String line) {
    int close = line.indexOf("]:");
    boolean isNote = line.startsWith("[^") && close > 2 && line.indexOf(' ') > close;
    return isNote ? line.substring(close + 2).stripLeading() : line;
  }

  /** Whether a line under the head of a table says how its columns are set. */
  static boolean isDelimiterRow(String line, String head) {
    String bare = line.strip();
    boolean hasDash = false;
    int columns = bare.startsWith("|") ? 0 : 1;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c != '|' && c != '-' && c != ':' && c != ' ') {
        return false;
      }
      hasDash |= c == '-';
      columns += c == '|' && i + 1 < bare.length() ? 1 : 0;
    }
    boolean hasPipe = bare.indexOf('|') >= 0 && head.indexOf('|') >= 0;
    return hasPipe && hasDash && columns == columns(head.strip());
  }

  private static int columns(String row) {
    int columns = row.startsWith("|") ? 0 : 1;
    for (int i = 0; i < row.length(); i++) {
      columns += isPipe(row, i) && i + 1 < row.length() ? 1 : 0;
    }
    return columns;
  }

  private static boolean isPipe(String row, int i) {
    return row.charAt(i) == '|' && (i == 0 || row.charAt(i - 1) != '\\');
  }

  /** A row of a table with its cells {@code " | "} apart, nothing around them. */
  static String cells(String line) {
    String row = line.strip();
    StringBuilder out = new StringBuilder();
    int from = row.startsWith("|") ? 1 : 0;
    boolean isFirst = true;
    for (int i = from; i <= row.length(); i++) {
      boolean isLast = i == row.length();
      if (isLast || isPipe(row, i)) {
        String cell = row.substring(from, i).strip();
        if (!isLast || !cell.isEmpty() || !row.endsWith("|")) {
          out.append(isFirst ? "" : " | ").append(cell);
          isFirst = false;
        }
        from = i + 1;
      }
    }
    return out.toString().strip();
  }
}
