// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Locale;

/**
 * Recovers the TeX that a page carries beside its rendered formulae.
 *
 * <p>Source: MathML 3, section 5 (annotations); the {@code alt} of formula images; script elements
 * of type {@code math/tex}. Cost: one visit per node of a formula. Not thread-safe.
 */
final class Maths {
  private static final int MAX_NODES = 20_000;

  private final Dom dom;

  /** A formula is often given twice, as MathML and as an image: the other kind is dropped. */
  private String last = "";

  private Tag lastTag = Tag.INLINE;
  private int lastParent = -1;

  Maths(Dom dom) {
    this.dom = dom;
  }

  /** The TeX of a math, image or script element, else its plain text, else "". */
  String tex(int node, Tag tag) {
    String tex =
        switch (tag) {
          case MATH -> fromMathMl(node);
          case IMAGE -> fromImage(node);
          default -> fromScript(node);
        };
    tex = tex.strip();
    boolean isAgain = tex.equals(last) && tag != lastTag && dom.parent(node) == lastParent;
    if (tex.isEmpty() || isAgain) {
      return "";
    }
    last = tex;
    lastTag = tag;
    lastParent = dom.parent(node);
    return tex;
  }

  /** Whether an element only shows a formula whose TeX stands in a script element beside it. */
  boolean isRendering(int node) {
    if (dom.name(node) != Names.SPAN) {
      return false;
    }
    String names = dom.attribute(node, AttributeNames.CLASS);
    return names.startsWith("MathJax") && !names.contains("mathjax_ignore");
  }

  private String fromScript(int node) {
    String type = dom.attribute(node, AttributeNames.TYPE).toLowerCase(Locale.ROOT);
    return type.startsWith("math/tex") ? dom.wholeText(node) : "";
  }

  private String fromMathMl(int math) {
    StringBuilder plain = new StringBuilder();
    int node = math;
    for (int visited = 0; node >= 0 && visited < MAX_NODES; visited++) {
      if (dom.name(node) == Names.ANNOTATION
          && dom.attribute(node, AttributeNames.ENCODING)
              .toLowerCase(Locale.ROOT)
              .contains("tex")) {
        return dom.wholeText(node);
      }
      if (dom.isText(node)) {
        plain.append(dom.text(node)).append(' ');
      }
      node = dom.following(node, math);
    }
    return dom.has(math, AttributeNames.ALTTEXT)
        ? dom.attribute(math, AttributeNames.ALTTEXT)
        : plain.toString();
  }

  private String fromImage(int image) {
    String names = dom.attribute(image, AttributeNames.CLASS).toLowerCase(Locale.ROOT);
    boolean isFormula =
        names.contains("math") || (names.contains("tex") && !names.contains("text"));
    return isFormula ? dom.attribute(image, AttributeNames.ALT) : "";
  }
}
