// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;
import java.util.Locale;

/**
 * Keeps or drops each block of a page: those that {@link BlockModel} takes for main text, lists and
 * tables as one, less a heading that repeats the title and headings that nothing kept follows.
 */
final class BlockChoice {
  /**
   * Log-odds from which a block is kept; each counts where the one before leaves little. The last
   * is for pages of a line or two, which look like no article at all.
   */
  private static final double[] THRESHOLDS = {0.4, -0.8, -2.5};

  /** So low a threshold would keep menus. */
  private static final double LENIENT = -1;

  /** With less than this a page is read again with less asked of its blocks. */
  private static final int LITTLE_WEIGHT = 250;

  /** Log-odds under which even a heading amid the main text goes: "Related", "Share". */
  private static final double UNWANTED_HEADING = -2;

  private final Page page;
  private final String title;

  BlockChoice(Page page, String title) {
    this.page = page;
    this.title = title.toLowerCase(Locale.ROOT);
  }

  /** Per block of the page, whether it belongs to the main text, by the model in the jar. */
  boolean[] keep() {
    double[] odds = new double[page.blocks()];
    BlockFeatures features = new BlockFeatures(page, title);
    BlockModel model = BlockModel.shipped();
    for (int b = 0; b < odds.length; b++) {
      odds[b] = model.logOdds(features.of(b));
    }
    return keep(odds);
  }

  /** The same by the log-odds of each block that a model gave; changes them. */
  boolean[] keep(double[] odds) {
    int n = page.blocks();
    level(odds);
    boolean[] best = new boolean[n];
    long bestWeight = 0;
    for (double threshold : THRESHOLDS) {
      boolean[] keep = new boolean[n];
      for (int b = 0; b < n; b++) {
        keep[b] = odds[b] > threshold && (threshold > LENIENT || !isLink(b));
      }
      addHeadings(keep, odds);
      dropTitle(keep);
      dropBareHeadings(keep);
      long weight = weight(keep);
      if (weight > 3 * bestWeight) {
        best = keep;
        bestWeight = weight;
      }
      if (bestWeight >= LITTLE_WEIGHT) {
        break;
      }
    }
    return best;
  }

  /** Gives all blocks of an innermost list or table the mean of their odds: half of one is none. */
  private void level(double[] odds) {
    int inner = page.elements();
    for (int e = page.elements() - 1; e > 0; e--) {
      if (page.tag(e) != Tag.LIST && page.tag(e) != Tag.TABLE) {
        continue;
      }
      if (inner >= page.elementEnd(e) && (page.tag(e) == Tag.LIST || isData(e))) {
        Arrays.fill(odds, page.firstBlock(e), page.blockEnd(e), mean(odds, e));
      }
      inner = e;
    }
  }

  /** Whether a table lays out data, not a page: each cell holds one block at most. */
  private boolean isData(int table) {
    for (int e = table + 1; e < page.elementEnd(table); e++) {
      if (page.tag(e) == Tag.CELL && page.blockEnd(e) - page.firstBlock(e) > 1) {
        return false;
      }
    }
    return true;
  }

  private double mean(double[] odds, int e) {
    double sum = 0;
    double weight = 0;
    for (int b = page.firstBlock(e); b < page.blockEnd(e); b++) {
      sum += odds[b] * page.weight(b);
      weight += page.weight(b);
    }
    return weight == 0 ? 0 : sum / weight;
  }

  private boolean isLink(int b) {
    return page.linkWeight(b) * 2L > page.weight(b);
  }

  private long weight(boolean[] keep) {
    long weight = 0;
    for (int b = 0; b < keep.length; b++) {
      weight += keep[b] ? page.weight(b) : 0;
    }
    return weight;
  }

  /** Keeps a heading between two kept blocks that stand beside it, unless all speaks against it. */
  private void addHeadings(boolean[] keep, double[] odds) {
    for (int b = 1; b + 1 < keep.length; b++) {
      int parent = page.parent(page.element(b));
      boolean isBetween =
          keep[b - 1]
              && keep[b + 1]
              && page.parent(page.element(b - 1)) == parent
              && page.parent(page.element(b + 1)) == parent;
      keep[b] |= page.headingLevel(b) > 0 && isBetween && odds[b] > UNWANTED_HEADING;
    }
  }

  /** Drops the first heading of the main text if it is the page's own. */
  private void dropTitle(boolean[] keep) {
    for (int b = 0; b < keep.length; b++) {
      int level = page.headingLevel(b);
      if (keep[b] && level == 0) {
        return;
      }
      if (keep[b] && level <= 2) {
        String heading = page.text(b).strip().toLowerCase(Locale.ROOT);
        keep[b] = level > 1 && !title.contains(heading);
        return;
      }
    }
  }

  /** Drops a heading unless something is kept before the next heading of its rank or a higher. */
  private void dropBareHeadings(boolean[] keep) {
    boolean[] hasText = new boolean[7];
    for (int b = keep.length - 1; b >= 0; b--) {
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
