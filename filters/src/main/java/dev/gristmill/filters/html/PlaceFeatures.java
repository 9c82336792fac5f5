// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * What the elements around a block say about it: how far up the nearest one with each cue and each
 * telling tag is, and how far away the elements are that hold most of the page's prose.
 *
 * <p>Cost: one step per enclosing element, capped. Not thread-safe: one object per page.
 */
final class PlaceFeatures {
  static final String NAMES =
      "tag upStrong upWeak upShort upComment upContent upCode upBody upMedia upRelated upShare"
          + " upNavigation upAdvert upMeta upSignup upAside upLead upEmbed upLegal upHidden"
          + " upArticle upMain upList upTable upForm upHeader upBoilerplate upCaption upQuote"
          + " upSection upItem depth upMajority upContainer toMajority toContainer branchShare";

  /** Distances stop here, and this stands for "none". */
  private static final int NONE = 20;

  /** Elements around a block that are looked at; deeper pages are machine-made. */
  private static final int MAX_UP = 64;

  private static final Tag[] TELLING = {
    Tag.ARTICLE,
    Tag.MAIN,
    Tag.LIST,
    Tag.TABLE,
    Tag.FORM,
    Tag.HEADER,
    Tag.BOILERPLATE,
    Tag.CAPTION,
    Tag.QUOTE,
    Tag.SECTION,
    Tag.ITEM
  };

  /** By tag, its place in {@link #TELLING}, else -1. */
  private static final int[] PLACE = places();

  private final Page page;
  private final PageMeasures measures;
  private final int majority;
  private final int container;
  private final int[] cueUp = new int[Cue.COUNT];
  private final int[] tagUp = new int[TELLING.length];
  private int depth;
  private int majorityUp;
  private int containerUp;

  PlaceFeatures(Page page, PageMeasures measures, int majority, int container) {
    this.page = page;
    this.measures = measures;
    this.majority = majority;
    this.container = container;
  }

  private static int[] places() {
    int[] places = new int[Tag.values().length];
    Arrays.fill(places, -1);
    for (int i = 0; i < TELLING.length; i++) {
      places[TELLING[i].place()] = i;
    }
    return places;
  }

  /** Writes the features of block {@code b} from {@code from} on; returns the end. */
  int add(int b, float[] row, int from) {
    int element = page.element(b);
    climb(element);
    int at = from;
    row[at++] = page.tag(element).place();
    for (int up : cueUp) {
      row[at++] = up;
    }
    for (int up : tagUp) {
      row[at++] = up;
    }
    row[at++] = depth;
    row[at++] = majorityUp;
    row[at++] = containerUp;
    row[at++] = stepsTo(majority, element);
    row[at++] = stepsTo(container, element);
    row[at++] = measures.prose(branch(element)) / (float) Math.max(1, measures.prose(0));
    return at;
  }

  private void climb(int element) {
    Arrays.fill(cueUp, NONE);
    Arrays.fill(tagUp, NONE);
    majorityUp = NONE;
    containerUp = NONE;
    int seen = 0;
    depth = 0;
    for (int e = element; e > 0 && depth < MAX_UP; e = page.parent(e)) {
      int up = Math.min(NONE - 1, depth);
      for (int fresh = page.cues(e) & ~seen; fresh != 0; fresh &= fresh - 1) {
        cueUp[Integer.numberOfTrailingZeros(fresh)] = up;
      }
      seen |= page.cues(e);
      int place = PLACE[page.tag(e).place()];
      if (place >= 0 && tagUp[place] == NONE) {
        tagUp[place] = up;
      }
      majorityUp = e == majority ? up : majorityUp;
      containerUp = e == container ? up : containerUp;
      depth++;
    }
    majorityUp = majority == 0 ? Math.min(NONE - 1, depth) : majorityUp;
    containerUp = container == 0 ? Math.min(NONE - 1, depth) : containerUp;
  }

  /** Steps from {@code element} up to the first one around {@code target}. */
  private int stepsTo(int target, int element) {
    int steps = 0;
    for (int e = element; steps < NONE && !page.contains(e, target); e = page.parent(e)) {
      steps++;
    }
    return steps;
  }

  /** The largest element around {@code element} that does not hold the container. */
  private int branch(int element) {
    int branch = element;
    int steps = 0;
    for (int e = element; steps < MAX_UP && !page.contains(e, container); e = page.parent(e)) {
      branch = e;
      steps++;
    }
    return branch;
  }
}
