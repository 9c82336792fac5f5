// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Recovers the TeX that a page carries beside its rendered formulae.
 *
 * <p>Source: MathML 3, section 5 (annotations); the {@code alt} of formula images; script elements
 * of type {@code math/tex}. Cost: one visit per node of a formula. Not thread-safe.
 */
final class Maths {
  private static final int MAX_NODES = 20_000;

  /** A formula is often given twice, as MathML and as an image: the other kind is dropped. */
  private String last = "";

  private Tag lastTag;
  private Element lastParent;

  /** The TeX of a math, image or script element, else its plain text, else "". */
  String tex(Element element, Tag tag) {
    String tex =
        switch (tag) {
          case MATH -> fromMathMl(element);
          case IMAGE -> fromImage(element);
          default ->
              element.attr("type").toLowerCase(Locale.ROOT).startsWith("math/tex")
                  ? element.data()
                  : "";
        };
    tex = tex.strip();
    Element parent = element.parent();
    boolean isAgain = tex.equals(last) && tag != lastTag && parent.equals(lastParent);
    if (tex.isEmpty() || isAgain) {
      return "";
    }
    last = tex;
    lastTag = tag;
    lastParent = parent;
    return tex;
  }

  /** Whether an element only shows a formula whose TeX stands in a script element beside it. */
  boolean isRendering(Element element) {
    String names = element.attr("class");
    return names.startsWith("MathJax")
        && !names.contains("mathjax_ignore")
        && element.normalName().equals("span");
  }

  private static String fromMathMl(Element math) {
    StringBuilder plain = new StringBuilder();
    Node node = math;
    for (int visited = 0; visited < MAX_NODES; visited++) {
      if (node instanceof Element element
          && element.normalName().equals("annotation")
          && element.attr("encoding").toLowerCase(Locale.ROOT).contains("tex")) {
        return element.wholeText();
      }
      if (node instanceof TextNode words) {
        plain.append(words.getWholeText()).append(' ');
      }
      Node next = node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && !node.equals(math)) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      if (next == null) {
        break;
      }
      node = next;
    }
    return math.hasAttr("alttext") ? math.attr("alttext") : plain.toString();
  }

  private static String fromImage(Element image) {
    String names = image.attr("class").toLowerCase(Locale.ROOT);
    boolean isFormula =
        names.contains("math") || (names.contains("tex") && !names.contains("text"));
    return isFormula ? image.attr("alt") : "";
  }
}
