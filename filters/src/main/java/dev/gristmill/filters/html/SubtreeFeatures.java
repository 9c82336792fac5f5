// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * How text and links are divided in the elements next above a block and in the large ones of the
 * page, and how often the block's setting repeats.
 *
 * <p>Cost: constant but for the climb to the container's child, capped. Not thread-safe.
 */
final class SubtreeFeatures {
  static final String NAMES =
      shares("branch")
          + " branchCues"
          + shares("own")
          + shares("parent")
          + shares("grandparent")
          + shares("great")
          + shares("majority")
          + shares("container")
          + " siblings parentSiblings grandparentSiblings groupBlocks groupLinkShare groupProseShare"
          + " groupPageShare groupMeanWeight";

  /** Elements around a block that are looked at; deeper pages are machine-made. */
  private static final int MAX_UP = 64;

  /** The cues that the branch feature was trained with. */
  private static final int BRANCH_CUES = (1 << Cue.COUNT) - 1;

  private final Page page;
  private final PageMeasures measures;
  private final Surroundings around;
  private final int container;
  private final float pageProse;

  SubtreeFeatures(Page page, PageMeasures measures, Surroundings around, int container) {
    this.page = page;
    this.measures = measures;
    this.around = around;
    this.container = container;
    pageProse = Math.max(1, measures.prose(0));
  }

  private static String shares(String of) {
    String start = " " + of;
    return start
        + "Weight"
        + start
        + "LinkShare"
        + start
        + "ProseShare"
        + start
        + "PageShare"
        + start
        + "Blocks";
  }

  /** Writes the features of block {@code b} from {@code from} on; returns the end. */
  int add(int b, float[] row, int from) {
    int own = page.element(b);
    int parent = Math.max(0, page.parent(own));
    int grandparent = Math.max(0, page.parent(parent));
    int great = Math.max(0, page.parent(grandparent));
    int branch = branch(own);
    int at = addShares(branch, row, from);
    row[at++] = page.cues(branch) & BRANCH_CUES;
    at = addShares(own, row, at);
    at = addShares(parent, row, at);
    at = addShares(grandparent, row, at);
    at = addShares(great, row, at);
    at = addShares(around.majority(), row, at);
    at = addShares(container, row, at);
    row[at++] = around.siblings(own);
    row[at++] = around.siblings(parent);
    row[at++] = around.siblings(grandparent);
    row[at++] = around.groupBlocks(b);
    float groupWeight = Math.max(1, around.groupWeight(b));
    row[at++] = around.groupLinks(b) / groupWeight;
    row[at++] = around.groupProse(b) / groupWeight;
    row[at++] = around.groupProse(b) / pageProse;
    row[at++] = groupWeight / around.groupBlocks(b);
    return at;
  }

  private int addShares(int e, float[] row, int from) {
    int weight = measures.weight(e);
    int at = from;
    row[at++] = weight;
    row[at++] = weight == 0 ? 0 : measures.linkWeight(e) / (float) weight;
    row[at++] = weight == 0 ? 0 : measures.prose(e) / (float) weight;
    row[at++] = measures.prose(e) / pageProse;
    row[at++] = page.blockEnd(e) - page.firstBlock(e);
    return at;
  }

  /** The child of the container around {@code element}; far outside of it, a child of the root. */
  private int branch(int element) {
    int e = element;
    for (int up = 0; up < MAX_UP && e != container && page.parent(e) > 0; up++) {
      if (page.parent(e) == container) {
        return e;
      }
      e = page.parent(e);
    }
    return e;
  }
}
