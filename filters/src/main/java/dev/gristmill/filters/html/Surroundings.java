// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Locale;

/**
 * What is known of the whole page before its blocks are judged one by one: where its prose is,
 * which blocks are set alike, which elements come in rows, where the headlines stand.
 *
 * <p>Cost: linear in elements and blocks. Memory: 4 bytes per element, 24 per block.
 */
final class Surroundings {
  /** A headline is at least this long. */
  private static final int MIN_HEADLINE_WEIGHT = 8;

  private final Page page;
  private final PageMeasures measures;
  private final int majority;
  private final int[] siblings;
  private final int[] group;
  private final int[] groupBlocks;
  private final int[] groupWeight;
  private final int[] groupLinks;
  private final int[] groupProse;
  private int headline = -1;
  private int titleBlock = -1;

  Surroundings(Page page, PageMeasures measures, String title) {
    this.page = page;
    this.measures = measures;
    majority = findMajority();
    siblings = countSiblings();
    group = new int[page.blocks()];
    int groups = readGroups();
    groupBlocks = new int[groups];
    groupWeight = new int[groups];
    groupLinks = new int[groups];
    groupProse = new int[groups];
    for (int b = 0; b < page.blocks(); b++) {
      groupBlocks[group[b]]++;
      groupWeight[group[b]] += page.weight(b);
      groupLinks[group[b]] += page.linkWeight(b);
      groupProse[group[b]] += measures.isProse(b) ? page.weight(b) - page.linkWeight(b) : 0;
    }
    findHeadlines(title.toLowerCase(Locale.ROOT));
  }

  private int findMajority() {
    int total = measures.prose(0);
    int deepest = 0;
    for (int e = 1; e < page.elements() && total > 0; e++) {
      if (page.contains(deepest, e) && measures.prose(e) * 2L >= total) {
        deepest = e;
      }
    }
    return deepest;
  }

  private int[] countSiblings() {
    HashedInts rows = new HashedInts(page.elements());
    for (int e = 1; e < page.elements(); e++) {
      rows.increment(HashedInts.join(page.parent(e), page.signature(e)));
    }
    int[] counts = new int[page.elements()];
    for (int e = 1; e < page.elements(); e++) {
      counts[e] = rows.get(HashedInts.join(page.parent(e), page.signature(e)));
    }
    return counts;
  }

  /** Numbers the groups of blocks that three elements around them make alike. */
  private int readGroups() {
    HashedInts numbers = new HashedInts(page.blocks());
    int groups = 0;
    for (int b = 0; b < page.blocks(); b++) {
      int e = page.element(b);
      int parent = Math.max(0, page.parent(e));
      int grandparent = Math.max(0, page.parent(parent));
      long path = HashedInts.join(page.signature(grandparent), page.signature(parent));
      long hash = HashedInts.join(path, page.signature(e));
      int known = numbers.get(hash);
      if (known == 0) {
        known = ++groups;
        numbers.set(hash, known);
      }
      group[b] = known - 1;
    }
    return groups;
  }

  private void findHeadlines(String title) {
    for (int b = 0; b < page.blocks() && (headline < 0 || titleBlock < 0); b++) {
      if (page.headingLevel(b) == 1 && headline < 0) {
        headline = b;
      }
      if (page.headingLevel(b) > 0 && titleBlock < 0 && page.weight(b) >= MIN_HEADLINE_WEIGHT) {
        String text = page.text(b).strip().toLowerCase(Locale.ROOT);
        boolean isTitle = title.contains(text) || (title.length() > 8 && text.contains(title));
        titleBlock = isTitle ? b : -1;
      }
    }
  }

  /** The deepest element with at least half of the page's prose, boilerplate or not. */
  int majority() {
    return majority;
  }

  /** Elements with the same parent, name and class as this one, itself included. */
  int siblings(int e) {
    return siblings[e];
  }

  /** Whether two blocks are set alike. */
  boolean isAlike(int a, int b) {
    return group[a] == group[b];
  }

  /** Blocks that are set like this one, itself included. */
  int groupBlocks(int b) {
    return groupBlocks[group[b]];
  }

  int groupWeight(int b) {
    return groupWeight[group[b]];
  }

  int groupLinks(int b) {
    return groupLinks[group[b]];
  }

  int groupProse(int b) {
    return groupProse[group[b]];
  }

  /** The first h1, -1 if there is none. */
  int headline() {
    return headline;
  }

  /** The first heading that repeats the page's title, -1 if there is none. */
  int titleBlock() {
    return titleBlock;
  }
}
