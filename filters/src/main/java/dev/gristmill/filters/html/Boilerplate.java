// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Decides which elements of a page are boilerplate as a whole.
 *
 * <p>Evidence: the element's own name, its class and id, its link density, and repetition (a row of
 * cards that each link elsewhere). An element that holds most of the page's prose is never dropped
 * for its class alone.
 */
final class Boilerplate {
  /**
   * How much evidence is believed; each level trusts less of it, for pages where little is left.
   */
  enum Level {
    STRICT,
    NO_COMMENT_CUES,
    TAGS_ONLY
  }

  private final Page page;
  private final PageMeasures measures;
  private final Level level;

  Boilerplate(Page page, PageMeasures measures, Level level) {
    this.page = page;
    this.measures = measures;
    this.level = level;
  }

  /** Whether the name or the class of {@code e} says boilerplate, links apart. */
  boolean isLabelled(int e, int pageProse) {
    Tag tag = page.tag(e);
    int prose = measures.prose(e);
    if (tag == Tag.BOILERPLATE) {
      return prose * 2L <= pageProse || prose == 0;
    }
    if (level == Level.TAGS_ONLY) {
      return false;
    }
    int cues = page.cues(e);
    if ((cues & Cues.COMMENT) != 0 && level == Level.STRICT) {
      return prose * 4L <= pageProse * 3L;
    }
    if ((cues & Cues.STRONG) != 0) {
      return prose * 2L <= pageProse;
    }
    int weight = measures.weight(e);
    if ((cues & Cues.SHORT) != 0 && (cues & Cues.CONTENT) == 0 && tag != Tag.LIST) {
      return weight < 250;
    }
    if ((cues & Cues.WEAK) != 0 && (cues & Cues.CONTENT) == 0) {
      return prose * 3L <= pageProse && (prose * 2L < weight || measures.linkDensity(e) > 0.25);
    }
    return tag == Tag.CAPTION && weight < 600;
  }

  /** Whether {@code e} is mostly links, or a form with little to read. */
  boolean isLinks(int e) {
    int weight = measures.weight(e);
    if (weight == 0) {
      return true;
    }
    double density = measures.linkDensity(e);
    int prose = measures.prose(e);
    return switch (page.tag(e)) {
      case LIST -> density > 0.5 && prose * 2L < weight;
      case TABLE -> density > 0.6 && prose * 3L < weight;
      case FORM -> prose * 3L < weight || prose == 0;
      case HEADER -> density > 0.5;
      case BLOCK, SECTION, ROW, CELL -> density > 0.5 && prose * 4L < weight;
      case PARAGRAPH, ITEM -> density > 0.85;
      default -> false;
    };
  }

  /** Whether at least three children of {@code e} in a row look alike and each links elsewhere. */
  boolean isCards(int e, int pageProse) {
    if (measures.prose(e) * 3L > pageProse) {
      return false;
    }
    int cards = 0;
    int others = 0;
    int previous = 0;
    for (int child = e + 1; child < page.elementEnd(e); child = page.elementEnd(child)) {
      int weight = measures.weight(child);
      if (weight == 0) {
        continue;
      }
      boolean isCard = measures.linkWeight(child) >= Math.min(20, weight / 3) && weight < 600;
      if (isCard && (cards == 0 || page.signature(child) == previous)) {
        cards++;
        previous = page.signature(child);
      } else {
        others++;
      }
    }
    return cards >= 3 && others <= 1 && measures.linkDensity(e) > 0.2;
  }
}
