// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;
import java.util.Locale;

/**
 * Keeps or drops each block of the main container.
 *
 * <p>Whole elements go first (see {@link Boilerplate}), then single blocks: what stands before the
 * first or after the last prose without being a heading, list or table, and headings that nothing
 * kept follows.
 */
final class BlockChoice {
  /** An introduction stands near the text it introduces. */
  private static final int MAX_STANDFIRST_BLOCKS = 40;

  private final Page page;
  private final PageMeasures measures;
  private final Boilerplate boilerplate;

  BlockChoice(Page page, PageMeasures measures, Boilerplate boilerplate) {
    this.page = page;
    this.measures = measures;
    this.boilerplate = boilerplate;
  }

  /** Per block of the page, whether it belongs to the main text. */
  boolean[] keep(int container, String title) {
    boolean[] keep = new boolean[page.blocks()];
    Arrays.fill(keep, page.firstBlock(container), page.blockEnd(container), true);
    int prose = measures.prose(container);
    int e = container + 1;
    while (e < page.elementEnd(container)) {
      if (boilerplate.isLabelled(e, prose)
          || boilerplate.isLinks(e)
          || boilerplate.isCards(e, prose)) {
        Arrays.fill(keep, page.firstBlock(e), page.blockEnd(e), false);
        e = page.elementEnd(e);
      } else {
        e++;
      }
    }
    trimEdges(keep, container);
    addStandfirst(keep, container, title);
    dropTitle(keep, container, title);
    dropBareHeadings(keep);
    return keep;
  }

  private void trimEdges(boolean[] keep, int container) {
    int from = page.firstBlock(container);
    int to = page.blockEnd(container);
    int first = from;
    while (first < to && !(keep[first] && measures.isProse(first))) {
      first++;
    }
    if (first == to) {
      return;
    }
    int last = to - 1;
    while (!(keep[last] && measures.isProse(last))) {
      last--;
    }
    for (int b = from; b < to; b++) {
      if ((b < first || b > last) && isStray(b)) {
        keep[b] = false;
      }
    }
  }

  private boolean isStray(int b) {
    if (page.headingLevel(b) > 0) {
      return false;
    }
    return switch (page.tag(page.element(b))) {
      case ITEM, CELL, PRE, QUOTE -> false;
      default -> page.weight(b) < (page.sentences(b) == 0 ? 60 : 25);
    };
  }

  /** Keeps the lines between the headline and the container that read like an introduction. */
  private void addStandfirst(boolean[] keep, int container, String title) {
    int first = page.firstBlock(container);
    int headline = first - 1;
    int lowest = Math.max(0, first - MAX_STANDFIRST_BLOCKS);
    while (headline >= lowest && !isHeadline(headline, title)) {
      headline--;
    }
    if (headline < lowest) {
      return;
    }
    int pageProse = measures.prose(0);
    for (int b = headline + 1; b < first; b++) {
      int weight = page.weight(b);
      Tag tag = page.tag(page.element(b));
      keep[b] =
          weight >= 50
              && (weight >= 80 || page.sentences(b) > 0)
              && page.linkWeight(b) * 3L <= weight
              && tag != Tag.ITEM
              && tag != Tag.CELL
              && tag != Tag.CAPTION
              && !isInBoilerplate(b, pageProse);
    }
  }

  private boolean isHeadline(int b, String title) {
    int level = page.headingLevel(b);
    if (level == 0 || level > 3 || page.weight(b) < 8) {
      return false;
    }
    return level == 1 || title.contains(page.text(b).toString().strip());
  }

  private boolean isInBoilerplate(int b, int pageProse) {
    for (int e = page.element(b); e > 0; e = page.parent(e)) {
      if (boilerplate.isLabelled(e, pageProse)) {
        return true;
      }
    }
    return false;
  }

  private void dropTitle(boolean[] keep, int container, String title) {
    String wanted = title.toLowerCase(Locale.ROOT);
    for (int b = page.firstBlock(container); b < page.blockEnd(container); b++) {
      int level = page.headingLevel(b);
      if (keep[b] && level > 0 && level <= 2) {
        String heading = page.text(b).toString().strip().toLowerCase(Locale.ROOT);
        if (level == 1 || wanted.contains(heading)) {
          keep[b] = false;
        }
        return;
      }
      if (keep[b] && measures.isProse(b)) {
        return;
      }
    }
  }

  /** Drops a heading unless something is kept before the next heading of its rank or a higher. */
  private void dropBareHeadings(boolean[] keep) {
    boolean[] hasText = new boolean[7];
    for (int b = page.blocks() - 1; b >= 0; b--) {
      int level = page.headingLevel(b);
      if (!keep[b]) {
        continue;
      }
      if (level == 0) {
        Arrays.fill(hasText, true);
      } else {
        keep[b] = hasText[level];
        // Whatever the deeper headings had above is used up by this one.
        Arrays.fill(hasText, level, 7, false);
      }
    }
  }
}
