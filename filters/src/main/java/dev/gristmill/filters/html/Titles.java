// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The title of a page: the title element, else {@code og:title}, else the first h1.
 *
 * <p>A site name at its end stays. Cost: one walk over the head; over the body only when the head
 * has no title.
 */
final class Titles {
  private Titles() {}

  static String of(Element document) {
    String title = "";
    String openGraph = "";
    String heading = "";
    Node node = document;
    while (node != null) {
      boolean isDescended = true;
      if (node instanceof Element element) {
        String name = element.normalName();
        if (name.equals("title") && title.isEmpty()) {
          title = folded(element.wholeText());
        } else if (name.equals("meta") && element.attr("property").equals("og:title")) {
          openGraph = folded(element.attr("content"));
        } else if (name.equals("h1")) {
          heading = folded(element.wholeText());
        }
        // An svg has titles of its own.
        isDescended = !name.equals("svg") && !(name.equals("body") && !title.isEmpty());
      }
      if (!heading.isEmpty()) {
        break;
      }
      Node next = isDescended && node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && node != null && !node.equals(document)) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      node = next;
    }
    return !title.isEmpty() ? title : !openGraph.isEmpty() ? openGraph : heading;
  }

  private static String folded(String raw) {
    PageText text = new PageText();
    text.append(raw, false, false);
    return text.chars().toString();
  }
}
