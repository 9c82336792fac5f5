// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes tables of data as pipe tables. A cell over several columns or rows is written once and
 * leaves empty cells; a table without header cells gets an empty header, which the form requires.
 *
 * <p>Cost: linear in the cells written, at most 200 a row.
 */
final class MarkdownTable {
  private static final int MAX_COLUMNS = 200;
  private static final int MAX_UP = 6;

  private final Page page;
  private final Dom dom;
  private final MarkdownInline inline;
  private final DataRows rows;
  private final boolean[] keep;

  /** The table looked at last, and whether it is one of data. */
  private int askedTable = -1;

  private boolean isAskedData;

  MarkdownTable(Page page, Dom dom, MarkdownInline inline, boolean[] keep) {
    this.page = page;
    this.dom = dom;
    this.inline = inline;
    this.keep = keep;
    rows = new DataRows(page);
  }

  /** The table of data in a row of which block {@code b} is, else -1. */
  int around(int b) {
    int e = page.element(b);
    boolean isInRow = false;
    for (int up = 0; e > 0 && up < MAX_UP; up++) {
      isInRow |= page.tag(e) == Tag.ROW;
      if (page.tag(e) == Tag.TABLE) {
        return isInRow && isData(e) ? e : -1;
      }
      e = page.parent(e);
    }
    return -1;
  }

  private boolean isData(int table) {
    if (table == askedTable) {
      return isAskedData;
    }
    askedTable = table;
    isAskedData = true;
    int most = 0;
    for (int e = table + 1; e < page.elementEnd(table) && isAskedData; e++) {
      if (page.tag(e) == Tag.ROW) {
        int cells = 0;
        for (int c = e + 1; c < page.elementEnd(e); c = page.elementEnd(c)) {
          cells++;
        }
        most = Math.max(most, cells);
        isAskedData = rows.isData(e) && !hasCode(e);
        e = page.elementEnd(e) - 1;
      } else {
        isAskedData = page.tag(e) == Tag.ROWS || page.tag(e) == Tag.CAPTION;
      }
    }
    isAskedData &= most > 1 && most <= MAX_COLUMNS;
    return isAskedData;
  }

  private boolean hasCode(int row) {
    for (int b = page.firstBlock(row); b < page.blockEnd(row); b++) {
      if (page.tag(page.element(b)) == Tag.PRE) {
        return true;
      }
    }
    return false;
  }

  /** All rows of a table; the caption is no part of them. */
  String text(int table) {
    List<String[]> grid = new ArrayList<>();
    int[] spanLeft = new int[MAX_COLUMNS];
    int columns = 0;
    boolean hasHeader = false;
    for (int e = table + 1; e < page.elementEnd(table); e++) {
      if (page.tag(e) != Tag.ROW) {
        continue;
      }
      String[] row = new String[MAX_COLUMNS];
      Arrays.fill(row, "");
      int used = fill(row, spanLeft, e);
      if (used > 0) {
        hasHeader |= grid.isEmpty() && isHeader(e);
        grid.add(Arrays.copyOf(row, used));
        columns = Math.max(columns, used);
      }
      e = page.elementEnd(e) - 1;
    }
    if (!hasHeader) {
      grid.add(0, new String[] {});
    }
    StringBuilder out = new StringBuilder();
    for (int r = 0; r < grid.size(); r++) {
      line(out, grid.get(r), columns);
      if (r == 0) {
        out.append("\n|").append(" --- |".repeat(columns));
      }
      out.append(r + 1 < grid.size() ? "\n" : "");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String[] row, int columns) {
    out.append('|');
    for (int c = 0; c < columns; c++) {
      out.append(' ').append(c < row.length && !row[c].isEmpty() ? row[c] + " " : "").append('|');
    }
  }

  /** Fills one row; returns how many columns it takes, 0 if nothing of it is kept. */
  private int fill(String[] row, int[] spanLeft, int rowElement) {
    int column = 0;
    boolean hasText = false;
    for (int cell = rowElement + 1;
        cell < page.elementEnd(rowElement) && column < MAX_COLUMNS;
        cell = page.elementEnd(cell)) {
      while (column < MAX_COLUMNS && spanLeft[column] > 0) {
        spanLeft[column++]--;
      }
      if (column == MAX_COLUMNS) {
        break;
      }
      int b = page.firstBlock(cell);
      if (b < page.blockEnd(cell) && keep[b]) {
        row[column] = inline.cell(b);
        hasText = true;
      }
      int width = span(cell, AttributeNames.COLSPAN, MAX_COLUMNS - column);
      int below = span(cell, AttributeNames.ROWSPAN, page.elements()) - 1;
      for (int i = 0; i < width; i++) {
        spanLeft[column++] = below;
      }
    }
    while (column < MAX_COLUMNS && spanLeft[column] > 0) {
      spanLeft[column++]--;
    }
    return hasText ? column : 0;
  }

  private int span(int cell, int attribute, int most) {
    String value = dom.attribute(page.node(cell), attribute).strip();
    int span = 0;
    for (int i = 0; i < value.length() && i < 4; i++) {
      int digit = value.charAt(i) - '0';
      span = digit < 0 || digit > 9 ? 1 : span * 10 + digit;
    }
    return Math.max(1, Math.min(span, most));
  }

  private boolean isHeader(int row) {
    boolean isInHead = dom.name(page.node(page.parent(row))) == Names.THEAD;
    for (int c = row + 1; c < page.elementEnd(row) && !isInHead; c = page.elementEnd(c)) {
      boolean isEmpty = page.firstBlock(c) == page.blockEnd(c);
      if (dom.name(page.node(c)) != Names.TH && !isEmpty) {
        return false;
      }
    }
    return true;
  }
}
