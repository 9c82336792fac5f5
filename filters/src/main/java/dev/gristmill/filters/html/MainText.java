// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.Dom;
import java.util.Objects;

/**
 * Extracts the main text of a web page: the article, the documentation, the posts; not the
 * navigation, the advertising, the comments or the notices around them.
 *
 * <p>Method: the page is parsed ({@link Dom}), one walk cuts it into blocks of text ({@link
 * PageReader}), a trained model judges each block by its text, the elements around it and its
 * neighbours ({@link BlockModel}), and what is kept is written out ({@link Rendering}). Where that
 * leaves little of a page that has text, less is asked of its blocks. Source: the evidence is that
 * of Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010, and of
 * mozilla/readability. Nothing counts space-separated words alone, so that Chinese and Thai work as
 * English does.
 *
 * <p>Cost: linear in the page. Memory while it runs, the string itself included: about 12 bytes per
 * character of HTML on ordinary pages, up to 75 on a page that is all tags (8 million characters of
 * {@code <p>a} need a 600 MB heap). The size of the input is the caller's to cap. Immutable and
 * thread-safe.
 */
public final class MainText {
  /** The depth at which browsers stop nesting; deeper elements become siblings. */
  private static final int MAX_DEPTH = 512;

  private static final long DEFAULT_MAX_STEPS = 64_000_000;

  private final long maxSteps;
  private final TextFormat format;
  private final boolean hasImageAlt;

  private MainText(long maxSteps, TextFormat format, boolean hasImageAlt) {
    this.maxSteps = maxSteps;
    this.format = format;
    this.hasImageAlt = hasImageAlt;
  }

  /** The published settings: 64 million steps a page, plain text, no images. */
  public static MainText defaults() {
    return new MainText(DEFAULT_MAX_STEPS, TextFormat.TEXT, false);
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
    return new MainText(steps, format, hasImageAlt);
  }

  /** A copy that writes another format; which blocks are kept does not depend on it. */
  public MainText withFormat(TextFormat textFormat) {
    return new MainText(maxSteps, Objects.requireNonNull(textFormat, "format"), hasImageAlt);
  }

  /**
   * A copy that writes the alternative text of images in the main text where they stand, or does
   * not; in markdown as images. Formulae are written either way.
   */
  public MainText withImageAlt(boolean isWritten) {
    return new MainText(maxSteps, format, isWritten);
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
    Dom dom = Dom.parse(html, MAX_DEPTH, maxSteps);
    if (!dom.isWhole()) {
      return new Extracted("", "", Extracted.Status.OVER_BUDGET);
    }
    String title = Titles.of(dom);
    Marks marks = new Marks(hasImageAlt || format == TextFormat.MARKDOWN);
    PageReader reader = new PageReader(dom, Math.max(0, maxSteps - html.length()), marks);
    if (!reader.read()) {
      return new Extracted(title, "", Extracted.Status.OVER_BUDGET);
    }
    Page page = reader.page();
    boolean[] keep = new BlockChoice(page, title).keep();
    new VerbatimBlocks(page, marks).addTo(keep);
    BlockForm form =
        switch (format) {
          case TEXT ->
              new PlainForm(page, marks, image -> hasImageAlt ? ImageAlt.of(dom, image) : "");
          case MARKDOWN -> new MarkdownForm(page, dom, marks, keep, hasImageAlt);
        };
    String text = new Rendering(page, marks, form).text(keep);
    if (!text.isEmpty()) {
      return new Extracted(title, text, Extracted.Status.OK);
    }
    boolean isDeep = reader.deepest() >= MAX_DEPTH - 1;
    return new Extracted(title, "", isDeep ? Extracted.Status.TOO_DEEP : Extracted.Status.EMPTY);
  }
}
