// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/** Tells tables that hold data from those that lay out a page. Not thread-safe. */
final class DataRows {
  private static final int MAX_UP = 3;

  private final Page page;

  /** The row asked about last, and the answer: a row may have very many cells. */
  private int askedRow = -1;

  private boolean isAskedData;

  DataRows(Page page) {
    this.page = page;
  }

  /** The innermost element of a tag within three levels of a block, else -1. */
  int around(int b, Tag tag) {
    int e = page.element(b);
    for (int up = 0; e >= 0 && up < MAX_UP; up++) {
      if (page.tag(e) == tag) {
        return e;
      }
      e = page.parent(e);
    }
    return -1;
  }

  /** Whether each cell of a row holds one block at most. */
  boolean isData(int row) {
    if (row != askedRow) {
      askedRow = row;
      isAskedData = page.tag(row) == Tag.ROW && hasSmallCells(row);
    }
    return isAskedData;
  }

  private boolean hasSmallCells(int row) {
    int cells = 0;
    for (int cell = row + 1; cell < page.elementEnd(row); cell = page.elementEnd(cell)) {
      if (page.blockEnd(cell) - page.firstBlock(cell) > 1) {
        return false;
      }
      cells++;
    }
    return page.blockEnd(row) - page.firstBlock(row) <= cells;
  }
}
