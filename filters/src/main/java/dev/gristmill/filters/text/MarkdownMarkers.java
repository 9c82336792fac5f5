// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Removes markdown's marks from a text that comes with them.
 *
 * <p>Gone: the marks of headings (both kinds), emphasis, links (their text stays), images (their
 * alt stays), autolinks, quotations, bullets and task boxes, code fences and backquotes, rules,
 * delimiter rows and outer pipes of tables, definitions of references, marks of footnotes, HTML
 * comments, hard breaks, backslash escapes. Kept: the numbers of lists, which are text as often as
 * not; other HTML; the indentation of code.
 *
 * <p>Never touched: code, formulae between TeX's marks ({@link TexSpans}), and what only looks like
 * marks: {@code snake_case}, {@code 2*3*4}, {@code src/*.c}, {@code #tag}, {@code __init__}. A text
 * without marks comes back as it is.
 *
 * <p>Source: CommonMark 0.31 and tables, strikethrough and footnotes of GitHub Flavored Markdown,
 * read more narrowly: emphasis starts and ends at the edges of words. Cost: linear. Thread-safe.
 */
public final class MarkdownMarkers {
  private final String text;
  private final StringBuilder out;

  /** Lines whose marks inside the line are still there. */
  private final StringBuilder paragraph = new StringBuilder();

  private final Set<String> references = new HashSet<>();
  private final MarkdownComments comments;
  private int at;

  /** Where the last line of the paragraph begins. */
  private int lastLine;

  /** Where the content of the current list item starts; -1 outside of lists. */
  private int itemIndent = -1;

  private boolean isAfterBlank = true;
  private boolean isTable;

  /** A line is gone between empty ones: the next empty one goes too. */
  private boolean isGap;

  /** The open fence, else "". */
  private String fence = "";

  private int fenceIndent;

  private MarkdownMarkers(String text) {
    this.text = text;
    out = new StringBuilder(text.length());
    comments = new MarkdownComments(text);
  }

  /** The text without marks. */
  public static String remove(String text) {
    MarkdownMarkers markers = new MarkdownMarkers(text);
    markers.readReferences();
    markers.readLines();
    return markers.out.toString();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void readReferences() {
    for (int from = 0; from < text.length(); from = lineEnd(from) + 1) {
      String label = MarkdownLine.referenceLabel(text, from, lineEnd(from));
      if (!label.isEmpty()) {
        references.add(label);
      }
    }
  }

  private void readLines() {
    while (at < text.length()) {
      int from = at;
      int end = lineEnd(from);
      String lineBreak = end < text.length() ? "\n" : "";
      at = end + lineBreak.length();
      String raw = text.substring(from, end);
      String line = MarkdownLine.unquoted(raw);
      if (!fence.isEmpty()) {
        readCode(line, lineBreak);
      } else if (line.isBlank()) {
        readBlank(line, lineBreak);
      } else {
        readLine(line, end - line.length(), lineBreak);
      }
    }
    flush();
    boolean isOpenEnd = !text.endsWith("\n");
    while (isGap && out.length() > 1 && out.charAt(out.length() - 1) == '\n') {
      boolean isDouble = out.charAt(out.length() - 2) == '\n';
      out.setLength(isDouble || isOpenEnd ? out.length() - 1 : out.length());
      isGap = isDouble;
    }
  }

  private void readCode(String line, String lineBreak) {
    if (MarkdownLine.closes(line, fence)) {
      fence = "";
      isAfterBlank = false;
      boolean isLast = lineBreak.isEmpty() && out.length() > 0;
      out.setLength(out.length() - (isLast && out.charAt(out.length() - 1) == '\n' ? 1 : 0));
      return;
    }
    // A fence that is set in has its code set in as far.
    int from = 0;
    while (from < fenceIndent && from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    out.append(line, from, line.length()).append(lineBreak);
  }

  private void readBlank(String line, String lineBreak) {
    flush();
    if (!isGap) {
      out.append(line).append(lineBreak);
    }
    isGap = false;
    isTable = false;
    isAfterBlank = true;
  }

  private void readLine(String line, int from, String lineBreak) {
    int indent = MarkdownLine.indent(line);
    boolean isItem = MarkdownLine.isItem(line);
    if (isAfterBlank && indent < itemIndent && !isItem) {
      itemIndent = -1;
    }
    if (isAfterBlank && indent >= Math.max(0, itemIndent) + 4 && !(isItem && itemIndent >= 0)) {
      // Code that is set in.
      out.append(line).append(lineBreak);
      isGap = false;
      return;
    }
    fence = MarkdownLine.fence(line);
    if (!fence.isEmpty()) {
      flush();
      fenceIndent = indent;
      isGap = false;
      return;
    }
    if (isMark(line)) {
      drop();
    } else {
      readText(line, from, isItem, lineBreak);
    }
    isAfterBlank = false;
  }

  /** Whether a line only says something of other lines, which is then done to them. */
  private boolean isMark(String line) {
    if (paragraph.length() == 0) {
      return MarkdownLine.isRule(line)
          || !MarkdownLine.referenceLabel(line, 0, line.length()).isEmpty();
    }
    String above = paragraph.substring(lastLine);
    if (!isTable && MarkdownLine.isDelimiterRow(line, above)) {
      isTable = true;
      paragraph.setLength(lastLine);
      paragraph.append(MarkdownLine.cells(above)).append('\n');
      return true;
    }
    return MarkdownLine.isUnderline(line) || MarkdownLine.isRule(line);
  }

  private void readText(String raw, int from, boolean isItem, String lineBreak) {
    String line = comments.without(raw, from);
    at = Math.max(at, comments.end());
    if (line.isBlank()) {
      drop();
      return;
    }
    int heading = MarkdownLine.headingLevel(line);
    if (heading > 0) {
      flush();
      add(MarkdownLine.heading(line, heading), lineBreak);
      flush();
    } else if (isItem) {
      flush();
      boolean isNested = itemIndent >= 0;
      itemIndent = MarkdownLine.contentStart(line);
      add(MarkdownLine.item(line, isNested), lineBreak);
    } else if (isTable && line.indexOf('|') >= 0) {
      add(MarkdownLine.cells(line), lineBreak);
    } else {
      String note = MarkdownLine.note(line);
      add(itemIndent >= 0 ? note.stripLeading() : note, lineBreak);
    }
  }

  private void add(String line, String lineBreak) {
    lastLine = paragraph.length();
    paragraph.append(line).append(lineBreak);
  }

  private void drop() {
    // The rows of a table go on behind the mark.
    if (!isTable) {
      flush();
      boolean isFirst = out.length() == 0;
      isGap |= isFirst || (out.length() > 1 && out.charAt(out.length() - 2) == '\n');
    }
  }

  private void flush() {
    if (paragraph.length() > 0) {
      out.append(MarkdownSpans.remove(paragraph.toString(), references));
      paragraph.setLength(0);
      isGap = false;
    }
    lastLine = 0;
  }
}
