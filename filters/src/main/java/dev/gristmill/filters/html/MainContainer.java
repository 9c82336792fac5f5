// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * Finds the element that holds the main text.
 *
 * <p>Source: the propagation of paragraph scores to ancestors in mozilla/readability, grabArticle;
 * here as a sum over the subtree. Prose outside labelled boilerplate counts for, link text against.
 * The best element has the largest sum; the choice is the deepest one inside it that still has
 * nearly all of that.
 */
final class MainContainer {
  /** Share of the best sum that a deeper element must keep. */
  private static final double KEPT_SHARE = 0.85;

  /** The same for an article or main element, or one whose class says so. */
  private static final double KEPT_SHARE_LABELLED = 0.6;

  private MainContainer() {}

  /** The chosen element; 0, the root, if nothing better is known. */
  static int of(Page page, PageMeasures measures) {
    long[] sums = sums(page, measures);
    int best = 0;
    for (int e = 1; e < page.elements(); e++) {
      if (page.tag(e).isContainer() && sum(page, sums, e) >= sum(page, sums, best)) {
        best = e;
      }
    }
    long bestSum = sum(page, sums, best);
    int chosen = best;
    for (int e = best + 1; e < page.elementEnd(best); e++) {
      Tag tag = page.tag(e);
      if (!tag.isContainer() || !page.contains(chosen, e)) {
        continue;
      }
      boolean isLabelled = tag == Tag.ARTICLE || tag == Tag.MAIN || has(page, e, Cue.CONTENT);
      double share = isLabelled ? KEPT_SHARE_LABELLED : KEPT_SHARE;
      if (sum(page, sums, e) >= share * bestSum && sum(page, sums, e) > 0) {
        chosen = e;
      }
    }
    return chosen;
  }

  private static long sum(Page page, long[] sums, int e) {
    return sums[page.blockEnd(e)] - sums[page.firstBlock(e)];
  }

  private static long[] sums(Page page, PageMeasures measures) {
    boolean[] labelled = new boolean[page.blocks()];
    int pageProse = measures.prose(0);
    int e = 1;
    while (e < page.elements()) {
      if (isLabelled(page, measures, e, pageProse)) {
        Arrays.fill(labelled, page.firstBlock(e), page.blockEnd(e), true);
        e = page.elementEnd(e);
      } else {
        e++;
      }
    }
    long[] sums = new long[page.blocks() + 1];
    for (int b = 0; b < page.blocks(); b++) {
      int text = page.weight(b) - page.linkWeight(b);
      int value;
      if (labelled[b]) {
        value = 0;
      } else if (measures.isProse(b)) {
        value = text;
      } else if (page.linkWeight(b) * 2L > page.weight(b)) {
        value = -Math.min(60, page.linkWeight(b));
      } else {
        value = text / 4;
      }
      sums[b + 1] = sums[b] + value;
    }
    return sums;
  }

  /** Whether the name or the class of {@code e} says boilerplate; never of most of the prose. */
  private static boolean isLabelled(Page page, PageMeasures measures, int e, int pageProse) {
    Tag tag = page.tag(e);
    long prose = measures.prose(e);
    if (tag == Tag.BOILERPLATE || has(page, e, Cue.STRONG)) {
      return prose * 2 <= pageProse || prose == 0;
    }
    if (has(page, e, Cue.COMMENT)) {
      return prose * 4 <= pageProse * 3L;
    }
    if (has(page, e, Cue.CONTENT)) {
      return false;
    }
    int weight = measures.weight(e);
    if (has(page, e, Cue.SHORT) && tag != Tag.LIST) {
      return weight < 250;
    }
    if (has(page, e, Cue.WEAK)) {
      return prose * 3 <= pageProse && (prose * 2 < weight || measures.linkDensity(e) > 0.25);
    }
    return tag == Tag.CAPTION && weight < 600;
  }

  private static boolean has(Page page, int e, Cue cue) {
    return (page.cues(e) & cue.bit()) != 0;
  }
}
