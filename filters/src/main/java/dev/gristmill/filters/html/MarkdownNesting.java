// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Arrays;

/** Sets blocks into the lists and quotations around them. Not thread-safe. */
final class MarkdownNesting {
  /** Deeper nesting is not written: output must not grow with depth times length. */
  private static final int MAX_LEVELS = 8;

  private static final int MAX_NUMBER = 999_999_999;

  private final Page page;
  private final Dom dom;

  /** By element, the number of an item in its list. */
  private final int[] number;

  /** By element, whether a list has terms; without any, its definitions are only set in. */
  private final boolean[] hasTerms;

  /** The items and quotations around a block, outermost first. */
  private final int[] around = new int[MAX_LEVELS];

  private final int[] other = new int[MAX_LEVELS];

  MarkdownNesting(Page page, Dom dom) {
    this.page = page;
    this.dom = dom;
    number = new int[page.elements()];
    hasTerms = new boolean[page.elements()];
    int[] last = new int[page.elements()];
    Arrays.fill(last, Integer.MIN_VALUE);
    for (int e = 1; e < page.elements(); e++) {
      int list = page.parent(e);
      if (page.tag(e) == Tag.ITEM && page.tag(list) == Tag.LIST) {
        int first = last[list] == Integer.MIN_VALUE ? start(list) : last[list] + 1;
        number[e] = integer(page.node(e), AttributeNames.VALUE, first);
        last[list] = number[e];
        hasTerms[list] |= dom.name(page.node(e)) == Names.DT;
      }
    }
  }

  private int start(int list) {
    return integer(page.node(list), AttributeNames.START, 1);
  }

  private int integer(int node, int attribute, int otherwise) {
    String value = dom.attribute(node, attribute).strip();
    if (value.isEmpty() || value.length() > 9) {
      return Math.min(otherwise, MAX_NUMBER);
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return otherwise;
      }
    }
    return Integer.parseInt(value);
  }

  private int climb(int b, int[] into) {
    int levels = 0;
    for (int e = page.element(b); e > 0; e = page.parent(e)) {
      boolean isItem = page.tag(e) == Tag.ITEM && page.tag(page.parent(e)) == Tag.LIST;
      if (isItem || page.tag(e) == Tag.QUOTE) {
        levels = Math.min(levels + 1, MAX_LEVELS);
        System.arraycopy(into, 0, into, 1, levels - 1);
        into[0] = e;
      }
    }
    return levels;
  }

  String separator(int a, int b) {
    int levelsA = climb(a, other);
    int levelsB = climb(b, around);
    int shared = 0;
    while (shared < levelsA && shared < levelsB && other[shared] == around[shared]) {
      shared++;
    }
    boolean isItem = levelsB > 0 && page.tag(around[levelsB - 1]) == Tag.ITEM;
    boolean isNewItem = isItem && shared < levelsB && shared == levelsB - 1;
    boolean isAfterItem = levelsA > 0 && page.tag(other[levelsA - 1]) == Tag.ITEM;
    boolean isTerm = isItem && dom.name(page.node(around[levelsB - 1])) == Names.DT;
    if (isNewItem && isAfterItem && !isTerm && page.tag(page.element(a)) != Tag.PRE) {
      return "\n";
    }
    StringBuilder blank = new StringBuilder();
    for (int i = 0; i < shared; i++) {
      blank.append(prefix(around[i], true));
    }
    return "\n" + blank.toString().stripTrailing() + "\n";
  }

  /**
   * Appends the lines of a block behind the marks of what is around it.
   *
   * @param written the last block written before, -1 at the start
   */
  void indent(StringBuilder out, String text, int b, int written) {
    int levels = climb(b, around);
    StringBuilder first = new StringBuilder();
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      boolean isBegun = written >= page.firstBlock(around[i]);
      first.append(prefix(around[i], isBegun));
      rest.append(prefix(around[i], true));
    }
    String bare = rest.toString().stripTrailing();
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      out.append(at == 0 ? first : end == at ? bare : rest).append(text, at, end);
      if (end < text.length()) {
        out.append('\n');
      }
      at = end + 1;
    }
  }

  private String prefix(int e, boolean isBegun) {
    if (page.tag(e) == Tag.QUOTE) {
      return "> ";
    }
    String marker = marker(e, page.parent(e));
    return isBegun ? " ".repeat(marker.length()) : marker;
  }

  private String marker(int item, int list) {
    return switch (dom.name(page.node(item))) {
      case Names.DT -> "";
      case Names.DD -> hasTerms[list] ? ": " : "";
      default -> dom.name(page.node(list)) == Names.OL ? number[item] + ". " : "- ";
    };
  }
}
