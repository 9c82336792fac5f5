// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Sums over the blocks of any subtree of a page, in constant time each.
 *
 * <p>Memory: 16 bytes per block.
 */
final class PageMeasures {
  private static final int MIN_PROSE_WEIGHT = 40;

  /** Text this long reads as prose without any full stop: Thai has none. */
  private static final int MIN_UNPUNCTUATED_WEIGHT = 100;

  private final Page page;
  private final int[] weights;
  private final int[] links;
  private final int[] prose;
  private final int[] proseBlocks;

  PageMeasures(Page page) {
    this.page = page;
    int n = page.blocks();
    weights = new int[n + 1];
    links = new int[n + 1];
    prose = new int[n + 1];
    proseBlocks = new int[n + 1];
    for (int b = 0; b < n; b++) {
      weights[b + 1] = weights[b] + page.weight(b);
      links[b + 1] = links[b] + page.linkWeight(b);
      prose[b + 1] = prose[b] + (isProse(b) ? page.weight(b) - page.linkWeight(b) : 0);
      proseBlocks[b + 1] = proseBlocks[b] + (isProse(b) ? 1 : 0);
    }
  }

  /** Whether a block reads like running text or code rather than a label or a list of links. */
  boolean isProse(int b) {
    int weight = page.weight(b);
    if (page.headingLevel(b) > 0 || page.linkWeight(b) * 3L > weight) {
      return false;
    }
    return page.tag(page.element(b)) == Tag.PRE
        || weight >= MIN_UNPUNCTUATED_WEIGHT
        || (weight >= MIN_PROSE_WEIGHT && page.sentences(b) > 0);
  }

  int weight(int e) {
    return weights[page.blockEnd(e)] - weights[page.firstBlock(e)];
  }

  int linkWeight(int e) {
    return links[page.blockEnd(e)] - links[page.firstBlock(e)];
  }

  /** Weight of the prose outside links. */
  int prose(int e) {
    return prose[page.blockEnd(e)] - prose[page.firstBlock(e)];
  }

  /** How many of the blocks {@code [from, to)} are prose. */
  int proseBlocks(int from, int to) {
    return proseBlocks[to] - proseBlocks[from];
  }

  /** Weight of the blocks before {@code b}. */
  int weightBefore(int b) {
    return weights[b];
  }

  /** Weight of the prose before block {@code b}. */
  int proseBefore(int b) {
    return prose[b];
  }

  /** Share of the characters that are in links, 0..1; 0 for an empty element. */
  double linkDensity(int e) {
    return weight(e) == 0 ? 0 : linkWeight(e) / (double) weight(e);
  }
}
