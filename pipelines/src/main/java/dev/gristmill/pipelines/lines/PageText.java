// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.html.Charsets;
import dev.gristmill.filters.html.Decoded;
import dev.gristmill.filters.html.Extracted;
import dev.gristmill.filters.html.MainText;
import dev.gristmill.pipelines.io.Page;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Title and text of a page, as a run extracts them.
 *
 * @param title the title carried beside the page, else the page's own; may be empty
 * @param text empty if there is none
 * @param status "" if there is text, else the stable id of the reason, such as {@code html_empty}
 */
public record PageText(String title, String text, String status) {

  private static final MainText MAIN_TEXT = MainText.defaults();

  /** Decodes and extracts as a run does. Thread-safe; cost as {@link MainText#extract}. */
  public static PageText of(Page page) {
    return of(page, MAIN_TEXT);
  }

  /** Decodes and extracts with settings of one's own. Thread-safe. */
  public static PageText of(Page page, MainText mainText) {
    if (page.kind() == Page.Kind.TEXT) {
      String text = new String(page.body(), StandardCharsets.UTF_8);
      boolean isEmpty = text.isBlank();
      return new PageText(page.title(), isEmpty ? "" : text, isEmpty ? "text_empty" : "");
    }
    Decoded decoded =
        Charsets.decode(
            page.body(),
            0,
            page.body().length,
            Optional.of(page.httpCharset()).filter(label -> !label.isEmpty()));
    Extracted extracted = mainText.extract(decoded.html(), page.url());
    boolean isEmpty = extracted.text().isBlank();
    boolean isOk = extracted.status() == Extracted.Status.OK;
    Extracted.Status status = isOk && isEmpty ? Extracted.Status.EMPTY : extracted.status();
    return new PageText(
        page.title().isEmpty() ? extracted.title() : page.title(),
        isEmpty ? "" : extracted.text(),
        isEmpty ? status.id() : "");
  }
}
