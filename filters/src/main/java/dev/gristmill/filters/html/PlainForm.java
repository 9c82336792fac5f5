// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.function.IntFunction;

/**
 * Plain text: paragraphs are separated by an empty line, list items and table rows by a line break,
 * the cells of a row by {@code " | "}. Empty cells and the marks of lists, headings and quotations
 * are not written.
 */
final class PlainForm implements BlockForm {
  private final Page page;
  private final Marks marks;
  private final IntFunction<String> alt;
  private final DataRows rows;

  /** The first mark that may lie in the next block. */
  private int next;

  /**
   * For one page.
   *
   * @param alt what to write for an image, by its node
   */
  PlainForm(Page page, Marks marks, IntFunction<String> alt) {
    this.page = page;
    this.marks = marks;
    this.alt = alt;
    rows = new DataRows(page);
  }

  @Override
  public String separator(int a, int b) {
    int cellA = rows.around(a, Tag.CELL);
    int cellB = rows.around(b, Tag.CELL);
    if (cellA >= 0 && cellB >= 0 && cellA != cellB) {
      int rowA = page.parent(cellA);
      if (rows.isData(rowA)) {
        return rowA == page.parent(cellB) ? " | " : "\n";
      }
    }
    return isItemLine(a) && isItemLine(b) && rows.around(a, Tag.ITEM) != rows.around(b, Tag.ITEM)
        ? "\n"
        : "\n\n";
  }

  /** Whether a block is the text of a list item, not a part of a longer one. */
  private boolean isItemLine(int b) {
    int e = page.element(b);
    return page.headingLevel(b) == 0
        && (page.tag(e) == Tag.ITEM || (e > 0 && page.tag(page.parent(e)) == Tag.ITEM));
  }

  @Override
  public int write(StringBuilder out, int b) {
    int from = page.tag(page.element(b)) == Tag.PRE ? codeStart(page, b) : page.start(b);
    for (; next < marks.size() && marks.start(next) < page.end(b); next++) {
      String image = marks.start(next) > from ? point(next) : "";
      if (!image.isEmpty()) {
        out.append(page.chars(), from, marks.start(next) - from);
        from = marks.start(next);
        padded(out, image, from < page.end(b) && page.chars()[from] > ' ');
      }
    }
    out.append(page.chars(), from, page.end(b) - from);
    return b;
  }

  private static void padded(StringBuilder out, String image, boolean isBeforeText) {
    boolean isAfterText = out.length() > 0 && out.charAt(out.length() - 1) > ' ';
    out.append(isAfterText ? " " : "").append(image).append(isBeforeText ? " " : "");
  }

  @Override
  public String point(int mark) {
    return marks.kind(mark) == Marks.Kind.IMAGE ? alt.apply(marks.node(mark)) : "";
  }

  /** Empty lines before code go, its indentation stays. */
  static int codeStart(Page page, int b) {
    int lineStart = page.start(b);
    int i = lineStart;
    while (i < page.end(b) && page.chars()[i] <= ' ') {
      if (page.chars()[i] == '\n') {
        lineStart = i + 1;
      }
      i++;
    }
    return lineStart;
  }
}
