// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.text.TexSpans;

/**
 * Keeps code and formulae that stand between kept blocks: a text with a hole where its formula was
 * is worse than none.
 *
 * <p>Cost: linear in blocks, formulae and the characters of short blocks.
 */
final class VerbatimBlocks {
  private final Page page;
  private final Marks marks;

  VerbatimBlocks(Page page, Marks marks) {
    this.page = page;
    this.marks = marks;
  }

  /** Adds to {@code keep} what is nothing but code or a formula and has kept neighbours. */
  void addTo(boolean[] keep) {
    boolean[] isVerbatim = formulae();
    int from = -1;
    for (int b = 0; b < keep.length; b++) {
      if (keep[b]) {
        for (int k = b - 1; from >= 0 && k > from; k--) {
          keep[k] = true;
        }
        from = b;
      } else if (!isVerbatim[b] && page.tag(page.element(b)) != Tag.PRE && !isTexBlock(b)) {
        from = -1;
      }
    }
  }

  /** The blocks that one formula takes up. */
  private boolean[] formulae() {
    boolean[] all = new boolean[page.blocks()];
    int b = 0;
    for (int mark = 0; mark < marks.size(); mark++) {
      Marks.Kind kind = marks.kind(mark);
      if (kind == Marks.Kind.MATHS || kind == Marks.Kind.DISPLAY_MATHS) {
        while (b < all.length && page.end(b) <= marks.start(mark)) {
          b++;
        }
        if (b < all.length) {
          all[b] |= marks.start(mark) <= first(b) && marks.end(mark) >= last(b);
        }
      }
    }
    return all;
  }

  /** Whether a block is one formula between TeX's own marks, perhaps with a number before it. */
  private boolean isTexBlock(int b) {
    String text = page.text(b).strip();
    int from = text.startsWith("(") ? Math.max(0, text.indexOf(')') + 1) : 0;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    boolean isOpened =
        text.startsWith("\\[", from) || text.startsWith("$$", from) || text.startsWith("\\(", from);
    return isOpened && new TexSpans(text).end(from) >= text.length() - 1;
  }

  private int first(int b) {
    int i = page.start(b);
    while (i < page.end(b) && page.chars()[i] <= ' ') {
      i++;
    }
    return i;
  }

  /** A mark that ends a sentence may follow a formula. */
  private int last(int b) {
    int i = page.end(b);
    while (i > page.start(b)
        && (page.chars()[i - 1] <= ' ' || ".,;".indexOf(page.chars()[i - 1]) >= 0)) {
      i--;
    }
    return i;
  }
}
