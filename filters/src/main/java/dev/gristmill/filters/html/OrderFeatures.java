// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Where in the page a block stands and what its neighbours are like.
 *
 * <p>Cost: constant per block. Memory: 8 bytes per block.
 */
final class OrderFeatures {
  static final String NAMES =
      "place weightBefore proseBefore sinceProse untilProse proseNear isProse lastProseShare"
          + " nextProseShare lastProseAlike nextProseAlike afterHeadline afterTitle"
          + neighbour("before")
          + neighbour("twoBefore")
          + neighbour("after")
          + neighbour("twoAfter")
          + " beforeAlike afterAlike pageProse pageWeight pageLinkShare pageBlocks";

  /** Distances in blocks stop here. */
  private static final int FAR = 50;

  /** Stands for "there is none". */
  private static final int NONE = 60;

  /** Blocks on either side that count as near. */
  private static final int NEAR = 5;

  private final Page page;
  private final PageMeasures measures;
  private final Surroundings around;
  private final int[] lastProse;
  private final int[] nextProse;

  OrderFeatures(Page page, PageMeasures measures, Surroundings around) {
    this.page = page;
    this.measures = measures;
    this.around = around;
    int n = page.blocks();
    lastProse = new int[n];
    nextProse = new int[n];
    int last = -1;
    for (int b = 0; b < n; b++) {
      lastProse[b] = last;
      last = measures.isProse(b) ? b : last;
    }
    int next = -1;
    for (int b = n - 1; b >= 0; b--) {
      nextProse[b] = next;
      next = measures.isProse(b) ? b : next;
    }
  }

  private static String neighbour(String of) {
    String start = " " + of;
    return start
        + "Weight"
        + start
        + "LinkShare"
        + start
        + "Sentences"
        + start
        + "Heading"
        + start
        + "Tag";
  }

  /** Writes the features of block {@code b} from {@code from} on; returns the end. */
  int add(int b, float[] row, int from) {
    int n = page.blocks();
    float pageWeight = Math.max(1, measures.weight(0));
    float pageProse = Math.max(1, measures.prose(0));
    int last = lastProse[b];
    int next = nextProse[b];
    int at = from;
    row[at++] = b / (float) n;
    row[at++] = measures.weightBefore(b) / pageWeight;
    row[at++] = measures.proseBefore(b) / pageProse;
    row[at++] = last < 0 ? NONE : Math.min(FAR, b - last);
    row[at++] = next < 0 ? NONE : Math.min(FAR, next - b);
    row[at++] = measures.proseBlocks(Math.max(0, b - NEAR), Math.min(n, b + NEAR + 1));
    row[at++] = measures.isProse(b) ? 1 : 0;
    row[at++] = last < 0 ? -1 : measures.prose(parentOf(last)) / pageProse;
    row[at++] = next < 0 ? -1 : measures.prose(parentOf(next)) / pageProse;
    row[at++] = last >= 0 && around.isAlike(last, b) ? 1 : 0;
    row[at++] = next >= 0 && around.isAlike(next, b) ? 1 : 0;
    row[at++] = after(around.headline(), b);
    row[at++] = after(around.titleBlock(), b);
    at = addNeighbour(b - 1, row, at);
    at = addNeighbour(b - 2, row, at);
    at = addNeighbour(b + 1, row, at);
    at = addNeighbour(b + 2, row, at);
    row[at++] = likeness(b, b - 1);
    row[at++] = likeness(b, b + 1);
    row[at++] = measures.prose(0);
    row[at++] = measures.weight(0);
    row[at++] = measures.linkWeight(0) / pageWeight;
    row[at++] = n;
    return at;
  }

  private int parentOf(int b) {
    return Math.max(0, page.parent(page.element(b)));
  }

  private static int after(int heading, int b) {
    return heading < 0 ? -NONE : Math.max(-FAR, Math.min(FAR, b - heading));
  }

  private int addNeighbour(int b, float[] row, int from) {
    boolean isThere = b >= 0 && b < page.blocks();
    int at = from;
    row[at++] = isThere ? page.weight(b) : -1;
    row[at++] = isThere ? page.linkWeight(b) / (float) Math.max(1, page.weight(b)) : -1;
    row[at++] = isThere ? page.sentences(b) : -1;
    row[at++] = isThere ? page.headingLevel(b) : -1;
    row[at++] = isThere ? page.tag(page.element(b)).place() : -1;
    return at;
  }

  private int likeness(int b, int other) {
    if (other < 0 || other >= page.blocks()) {
      return 0;
    }
    return page.element(b) == page.element(other) ? 2 : around.isAlike(b, other) ? 1 : 0;
  }
}
