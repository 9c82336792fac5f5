// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Extracts the main text of a web page: the article, the documentation, the posts; not the
 * navigation, the advertising, the comments or the notices around them.
 *
 * <p>Method: one walk cuts the page into blocks of text with their link density, tags and class
 * words ({@link PageReader}); the subtree with most prose is chosen ({@link MainContainer}); inside
 * it elements and then blocks are kept or dropped ({@link Boilerplate}, {@link BlockChoice}). Where
 * that leaves little of a page that has text, the class words are believed less and it is tried
 * again. Source: mozilla/readability (container scores) and Kohlschütter et al., "Boilerplate
 * Detection using Shallow Text Features", WSDM 2010 (link and text density of blocks). Nothing
 * counts space-separated words, so that Chinese and Thai work as English does.
 *
 * <p>Cost: linear in the page. Memory while it runs, the string itself included: about 10 bytes per
 * character of HTML on ordinary pages, up to 75 on a page that is all tags (8 million characters of
 * {@code <p>a} need a 600 MB heap). The size of the input is the caller's to cap. Immutable and
 * thread-safe.
 */
public final class MainText {
  /** The depth at which browsers stop nesting; deeper elements become siblings. */
  private static final int MAX_DEPTH = 512;

  private static final long DEFAULT_MAX_STEPS = 64_000_000;

  /** With less than this a page is read again with less trust in class words. */
  private static final int LITTLE_TEXT = 250;

  private final long maxSteps;

  private MainText(long maxSteps) {
    this.maxSteps = maxSteps;
  }

  /** The published settings: 64 million steps a page. */
  public static MainText defaults() {
    return new MainText(DEFAULT_MAX_STEPS);
  }

  /**
   * A copy with another work budget.
   *
   * @param steps characters of HTML parsed, nodes visited and characters of text read, together
   * @throws IllegalArgumentException if steps is not positive
   */
  public MainText withMaxSteps(long steps) {
    if (steps <= 0) {
      throw new IllegalArgumentException("maxSteps must be in [1, 2^63), was " + steps);
    }
    return new MainText(steps);
  }

  /**
   * Extracts title and main text.
   *
   * @param html the whole page as characters; anything is accepted
   * @param url where the page came from; no rule depends on the host, and it may be empty
   */
  public Extracted extract(String html, String url) {
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(url, "url");
    if (html.length() > maxSteps) {
      return new Extracted("", "", Extracted.Status.OVER_BUDGET);
    }
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
    String title = Titles.of(document);
    PageReader reader = new PageReader(maxSteps - html.length());
    if (!reader.read(document)) {
      return new Extracted(title, "", Extracted.Status.OVER_BUDGET);
    }
    String text = mainText(reader.page(), title);
    if (!text.isEmpty()) {
      return new Extracted(title, text, Extracted.Status.OK);
    }
    boolean isDeep = reader.deepest() >= MAX_DEPTH - 1;
    return new Extracted(title, "", isDeep ? Extracted.Status.TOO_DEEP : Extracted.Status.EMPTY);
  }

  private static String mainText(Page page, String title) {
    PageMeasures measures = new PageMeasures(page);
    String best = "";
    for (Boilerplate.Level level : Boilerplate.Level.values()) {
      Boilerplate boilerplate = new Boilerplate(page, measures, level);
      int container = MainContainer.of(page, measures, boilerplate);
      boolean[] keep = new BlockChoice(page, measures, boilerplate).keep(container, title);
      String text = new Rendering(page).text(keep);
      if (best.isEmpty() || text.length() > 3L * best.length()) {
        best = text;
      }
      if (best.length() >= LITTLE_TEXT) {
        break;
      }
    }
    return best;
  }
}
