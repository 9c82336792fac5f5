// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Fills a {@link Dom} from a document of jsoup, the oracle. */
public final class JsoupDom {
  private final StringBuilder chars = new StringBuilder();
  private final Nodes nodes = new Nodes();
  private final Attributes attributes = new Attributes();
  private final OwnNames names = new OwnNames();

  private JsoupDom() {}

  /** Parses as extraction does. */
  public static Dom parse(String html, int maxDepth) {
    return of(Parser.htmlParser().setMaxDepth(maxDepth).parseInput(html, ""));
  }

  /** Takes over elements, attributes, texts and the contents of scripts and styles. */
  public static Dom of(Document document) {
    JsoupDom dom = new JsoupDom();
    document.traverse(
        new NodeVisitor() {
          private int under = Nodes.NONE;

          @Override
          public void head(Node node, int depth) {
            if (depth == 0) {
              under = 0;
            } else if (node instanceof TextNode text) {
              dom.nodes.append(under, dom.text(text.getWholeText()));
            } else if (node instanceof DataNode data) {
              dom.nodes.append(under, dom.text(data.getWholeData()));
            } else if (node instanceof Element element) {
              int n = dom.element(element);
              dom.nodes.append(under, n);
              under = n;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element && depth > 0) {
              under = dom.nodes.parent[under];
            }
          }
        });
    return new Dom(dom.chars.toString().toCharArray(), dom.nodes, dom.attributes, dom.names, true);
  }

  private int element(Element element) {
    int from = attributes.size;
    for (Attribute attribute : element.attributes()) {
      attribute(attribute.getKey(), attribute.getValue());
    }
    String name = Decoding.lower(element.normalName());
    int id = Names.id(name) > 0 ? Names.id(name) : names.intern(name);
    String space = element.tag().namespace();
    int foreign = space.endsWith("svg") ? Nodes.SVG : space.endsWith("MathML") ? Nodes.MATH : 0;
    return nodes.create(id | foreign, from, attributes.size);
  }

  private int text(String text) {
    int from = chars.length();
    chars.append(text);
    return nodes.create(Nodes.TEXT, from, chars.length());
  }

  private void attribute(String key, String value) {
    String lower = Decoding.lower(key);
    int name = AttributeNames.id(lower);
    if (name < 0) {
      name = ~chars.length();
      chars.append(lower).append('=');
    }
    int from = chars.length();
    chars.append(value.replace("&", "&amp;"));
    attributes.add(name, from, chars.length());
  }
}
