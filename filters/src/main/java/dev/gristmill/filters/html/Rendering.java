// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Writes kept blocks as plain text.
 *
 * <p>Paragraphs are separated by an empty line, list items and table rows by a line break, the
 * cells of a row by {@code " | "}.
 */
final class Rendering {
  private final Page page;

  Rendering(Page page) {
    this.page = page;
  }

  String text(boolean[] keep) {
    StringBuilder out = new StringBuilder();
    int previous = -1;
    for (int b = 0; b < page.blocks(); b++) {
      if (!keep[b]) {
        continue;
      }
      int mark = out.length();
      if (previous >= 0) {
        out.append(separator(previous, b));
      }
      int from = out.length();
      page.appendTo(out, b);
      if (page.tag(page.element(b)) == Tag.PRE) {
        trimLines(out, from);
      }
      trimEnd(out, from);
      if (out.length() == from) {
        out.setLength(mark);
      } else {
        previous = b;
      }
    }
    return out.toString();
  }

  private String separator(int a, int b) {
    int cellA = around(a, Tag.CELL);
    int cellB = around(b, Tag.CELL);
    if (cellA >= 0 && cellB >= 0 && cellA != cellB) {
      int rowA = page.parent(cellA);
      if (isDataRow(rowA)) {
        return rowA == page.parent(cellB) ? " | " : "\n";
      }
    }
    return isItemLine(a) && isItemLine(b) && around(a, Tag.ITEM) != around(b, Tag.ITEM)
        ? "\n"
        : "\n\n";
  }

  /** Whether a block is the text of a list item, not a part of a longer one. */
  private boolean isItemLine(int b) {
    int e = page.element(b);
    return page.headingLevel(b) == 0
        && (page.tag(e) == Tag.ITEM || (e > 0 && page.tag(page.parent(e)) == Tag.ITEM));
  }

  /** The innermost element of a tag within three levels of a block, else -1. */
  private int around(int b, Tag tag) {
    int e = page.element(b);
    for (int up = 0; e >= 0 && up < 3; up++) {
      if (page.tag(e) == tag) {
        return e;
      }
      e = page.parent(e);
    }
    return -1;
  }

  /** A row of a table that lays out data, not a page: each cell holds one block at most. */
  private boolean isDataRow(int row) {
    if (page.tag(row) != Tag.ROW) {
      return false;
    }
    int cells = 0;
    for (int cell = row + 1; cell < page.elementEnd(row); cell = page.elementEnd(cell)) {
      if (page.blockEnd(cell) - page.firstBlock(cell) > 1) {
        return false;
      }
      cells++;
    }
    return page.blockEnd(row) - page.firstBlock(row) <= cells;
  }

  /** Empty lines around code go, its indentation stays. */
  private static void trimLines(StringBuilder out, int from) {
    int lineStart = from;
    int i = from;
    while (i < out.length()
        && (out.charAt(i) == ' ' || out.charAt(i) == '\n' || out.charAt(i) == '\t')) {
      if (out.charAt(i) == '\n') {
        lineStart = i + 1;
      }
      i++;
    }
    out.delete(from, lineStart);
  }

  private static void trimEnd(StringBuilder out, int from) {
    int end = out.length();
    while (end > from && out.charAt(end - 1) <= ' ') {
      end--;
    }
    out.setLength(end);
  }
}
