// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/**
 * The title of a page: the title element, else {@code og:title}, else the first h1.
 *
 * <p>A site name at its end stays. Cost: one walk over the head; over the body only when the head
 * has no title.
 */
final class Titles {
  private Titles() {}

  static String of(Dom dom) {
    String title = "";
    String openGraph = "";
    String heading = "";
    int node = dom.root();
    while (node >= 0 && heading.isEmpty()) {
      int name = dom.name(node);
      // An svg has titles of its own.
      boolean isSkipped = name == Names.SVG || (name == Names.BODY && !title.isEmpty());
      if (name == Names.TITLE && title.isEmpty()) {
        title = folded(dom.wholeText(node));
      } else if (name == Names.META && dom.attributeIs(node, AttributeNames.PROPERTY, "og:title")) {
        openGraph = folded(dom.attribute(node, AttributeNames.CONTENT));
      } else if (name == Names.H1) {
        heading = folded(dom.wholeText(node));
      }
      node = isSkipped ? after(dom, node) : dom.following(node, dom.root());
    }
    return !title.isEmpty() ? title : !openGraph.isEmpty() ? openGraph : heading;
  }

  /** The node after all that is below {@code node}, -1 at the end. */
  private static int after(Dom dom, int node) {
    int at = node;
    while (at >= 0 && dom.nextSibling(at) < 0) {
      at = dom.parent(at);
    }
    return at < 0 ? -1 : dom.nextSibling(at);
  }

  private static String folded(String raw) {
    PageText text = new PageText();
    text.append(raw, 0);
    return new String(text.chars(), 0, text.end());
  }
}
