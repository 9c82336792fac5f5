// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * SVG and MathML inside HTML.
 *
 * <p>Source: HTML Standard, "The rules for parsing tokens in foreign content" and the tree
 * construction dispatcher. Differs: names stay lower-case.
 */
final class ForeignContent {
  private final TreeBuilder tree;
  private final char[] chars;

  ForeignContent(TreeBuilder tree, char[] chars) {
    this.tree = tree;
    this.chars = chars;
  }

  /** Whether a start tag is foreign too, the current node being so. */
  boolean takesStartTag(int name) {
    int n = tree.open.top();
    int word = tree.nodes.name[n];
    if ((Traits.of(word) & Traits.MATH_TEXT) != 0) {
      return name == Names.MGLYPH || name == Names.MALIGNMARK;
    }
    if (word == (Names.ANNOTATION_XML | Nodes.MATH) && name == Names.SVG) {
      return false;
    }
    return !isHtmlIntegrationPoint(n);
  }

  boolean takesText() {
    int n = tree.open.top();
    return (Traits.of(tree.nodes.name[n]) & Traits.MATH_TEXT) == 0 && !isHtmlIntegrationPoint(n);
  }

  private boolean isHtmlIntegrationPoint(int n) {
    int word = tree.nodes.name[n];
    if ((Traits.of(word) & Traits.SVG_TEXT) != 0) {
      return true;
    }
    if (word != (Names.ANNOTATION_XML | Nodes.MATH)) {
      return false;
    }
    Attributes attributes = tree.insertion.attributes;
    int i = attributes.find(tree.nodes.start[n], tree.nodes.end[n], AttributeNames.ENCODING);
    if (i < 0) {
      return false;
    }
    String encoding = Decoding.lower(attributes.value(i, chars));
    return encoding.equals("text/html") || encoding.equals("application/xhtml+xml");
  }

  void startTag(int name, int from, int to, boolean isSelfClosing) {
    if ((Traits.of(name) & Traits.BREAKOUT) != 0 || isHtmlFont(name, from, to)) {
      breakOut();
      tree.htmlStartTag(name, from, to, isSelfClosing);
      return;
    }
    int space = tree.open.topWord() & Nodes.FOREIGN;
    tree.insertion.element(name | space, from, to);
    if (isSelfClosing) {
      tree.open.pop();
    }
  }

  private boolean isHtmlFont(int name, int from, int to) {
    Attributes attributes = tree.insertion.attributes;
    return name == Names.FONT
        && (attributes.find(from, to, AttributeNames.COLOR) >= 0
            || attributes.find(from, to, AttributeNames.FACE) >= 0
            || attributes.find(from, to, AttributeNames.SIZE) >= 0);
  }

  private void breakOut() {
    while (tree.isForeign()) {
      int n = tree.open.top();
      if ((Traits.of(tree.nodes.name[n]) & Traits.MATH_TEXT) != 0 || isHtmlIntegrationPoint(n)) {
        return;
      }
      tree.open.pop();
    }
  }

  void endTag(int name) {
    if (name == Names.BR || name == Names.P) {
      breakOut();
      tree.htmlEndTag(name);
      return;
    }
    OpenElements open = tree.open;
    for (int i = open.size() - 1; i > 0; i--) {
      int word = tree.nodes.name[open.at(i)];
      open.walked(1);
      if ((word & Nodes.FOREIGN) == 0) {
        tree.htmlEndTag(name);
        return;
      }
      if ((word & Nodes.ID) == name) {
        open.popThroughElement(open.at(i));
        return;
      }
    }
  }
}
