// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * A parsed page as flat arrays. Nodes are small ints: 0 is the document, -1 is none; comments,
 * doctypes and processing instructions are not stored. Nodes are numbered by creation, which is
 * document order except where tree construction moved them.
 *
 * <p>Text and attribute values are ranges of one buffer, {@link #chars()}. Two texts may be
 * neighbours.
 *
 * <p>Memory: 2 bytes per character of the page, 32 per node, 12 per attribute. Cost: reads are O(1)
 * unless stated; none recurses. Safe for concurrent reading.
 */
public final class Dom {
  private final char[] chars;
  private final Nodes nodes;
  private final Attributes attributes;
  private final OwnNames ownNames;
  private final boolean isWhole;

  Dom(char[] chars, Nodes nodes, Attributes attributes, OwnNames ownNames, boolean isWhole) {
    this.chars = chars;
    this.nodes = nodes;
    this.attributes = attributes;
    this.ownNames = ownNames;
    this.isWhole = isWhole;
  }

  /**
   * Parses a page, as a browser does that does not run scripts.
   *
   * <p>Source: HTML Standard, section "Parsing HTML documents". Differs: see {@link NoscriptIsland}
   * and {@link ActiveFormatting}; a template's content is below it; an element that would be open
   * at {@code maxDepth} becomes a sibling of the one that would hold it.
   *
   * <p>Steps: one per character, per node and per element looked at in a walk. Cost: linear in the
   * page on ordinary pages, and never more than the steps. Nothing recurses.
   *
   * @param html the page, at most 2^30 characters
   * @param maxDepth how many elements may be open at once, in [16, 2^20]
   * @param maxSteps the budget; where it runs out the tree ends
   * @throws IllegalArgumentException if {@code maxDepth} is out of range
   */
  public static Dom parse(String html, int maxDepth, long maxSteps) {
    if (maxDepth < 16 || maxDepth > 1 << 20) {
      throw new IllegalArgumentException("maxDepth must be in [16, 2^20], was " + maxDepth);
    }
    return TreeBuilder.parse(html, maxDepth, maxSteps);
  }

  /** False if the budget of steps ran out before the end of the page. */
  public boolean isWhole() {
    return isWhole;
  }

  /** The document node, 0. */
  public int root() {
    return 0;
  }

  /** All nodes have ids below this; a few of them may be out of the tree. */
  public int size() {
    return nodes.size;
  }

  /** -1 for the document. */
  public int parent(int n) {
    return nodes.parent[n];
  }

  /** -1 if there is none. */
  public int firstChild(int n) {
    return nodes.firstChild[n];
  }

  /** -1 if there is none. */
  public int lastChild(int n) {
    return nodes.lastChild[n];
  }

  /** -1 if there is none. */
  public int nextSibling(int n) {
    return nodes.next[n];
  }

  /** -1 if there is none. */
  public int previousSibling(int n) {
    return nodes.previous[n];
  }

  /** The node after {@code n} in tree order below {@code top}, -1 at the end: a walk is linear. */
  public int following(int n, int top) {
    int at = nodes.firstChild[n];
    int from = n;
    while (at < 0 && from != top) {
      at = nodes.next[from];
      from = nodes.parent[from];
    }
    return at;
  }

  /** Neither text nor the document. */
  public boolean isElement(int n) {
    return nodes.name[n] >>> 30 == 0;
  }

  /** Whether this is a text. */
  public boolean isText(int n) {
    return nodes.name[n] >>> 30 == 1;
  }

  /** An id of {@link Names}, one from {@link Names#KNOWN} on, or {@link Names#NONE}. */
  public int name(int n) {
    return nodes.name[n] & Nodes.ID;
  }

  /** The lower-case name of an element, "" of anything else. */
  public String nameOf(int n) {
    int id = name(n);
    return id == Names.NONE ? "" : id < Names.KNOWN ? Names.of(id) : ownNames.of(id);
  }

  /** The id that {@link #name} has for a lower-case name on this page, -1 if no element has it. */
  public int id(String name) {
    int id = Names.id(name);
    return id > 0 ? id : ownNames.id(name);
  }

  /** Whether an element is in the namespace of SVG or MathML. */
  public boolean isForeign(int n) {
    return (nodes.name[n] & Nodes.FOREIGN) != 0;
  }

  /** What texts and attributes are ranges of. Not to be changed; longer than they need. */
  public char[] chars() {
    return chars;
  }

  /** Where a text starts in {@link #chars()}. */
  public int textStart(int n) {
    return isText(n) ? nodes.start[n] : 0;
  }

  /** Where a text ends in {@link #chars()}, exclusive. */
  public int textEnd(int n) {
    return isText(n) ? nodes.end[n] : 0;
  }

  /** A text, character references decoded; "" for anything else. */
  public String text(int n) {
    return new String(chars, textStart(n), textEnd(n) - textStart(n));
  }

  /** All text in and below a node, in tree order. */
  public String wholeText(int n) {
    StringBuilder text = new StringBuilder();
    for (int at = n; at >= 0; at = following(at, n)) {
      text.append(chars, textStart(at), textEnd(at) - textStart(at));
    }
    return text.toString();
  }

  /** Whether an element has any attribute. */
  public boolean hasAttributes(int n) {
    return attributeCount(n) > 0;
  }

  /** How many attributes the source gives; a name may be among them more than once. */
  public int attributeCount(int n) {
    return isElement(n) ? nodes.end[n] - nodes.start[n] : 0;
  }

  /** The lower-case name of the i-th attribute. */
  public String attributeName(int n, int i) {
    return attributes.name(nodes.start[n] + i, chars);
  }

  /** The decoded value of the i-th attribute. */
  public String attributeValue(int n, int i) {
    return value(nodes.start[n] + i);
  }

  /**
   * Whether an attribute with this id of {@link AttributeNames} is there; linear in their number.
   */
  public boolean has(int n, int attribute) {
    return find(n, attribute) >= 0;
  }

  /** The decoded value, "" if absent; the first counts where a name is given twice. */
  public String attribute(int n, int attribute) {
    int i = find(n, attribute);
    return i < 0 ? "" : value(i);
  }

  /** The decoded value of an attribute by its name in any ASCII case, "" if absent. */
  public String attribute(int n, String name) {
    String lower = Decoding.lower(name);
    int id = AttributeNames.id(lower);
    if (id > 0) {
      return attribute(n, id);
    }
    int i = isElement(n) ? attributes.find(nodes.start[n], nodes.end[n], lower, chars) : -1;
    return i < 0 ? "" : value(i);
  }

  /**
   * Where a value stands in {@link #chars()}: start in the high half, end in the low; -1 if absent.
   * References are not decoded: the range is the value iff it has neither {@code &} nor NUL.
   */
  public long attributeRange(int n, int attribute) {
    int i = find(n, attribute);
    return i < 0 ? -1 : (long) attributes.start[i] << 32 | attributes.end[i];
  }

  /** Whether an attribute is there with this lower-case value, in any ASCII case, undecoded. */
  public boolean attributeIs(int n, int attribute, String lower) {
    int i = find(n, attribute);
    if (i < 0 || attributes.end[i] - attributes.start[i] != lower.length()) {
      return false;
    }
    for (int k = 0; k < lower.length(); k++) {
      if (KnownNames.lower(chars[attributes.start[i] + k]) != lower.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private int find(int n, int attribute) {
    return isElement(n) ? attributes.find(nodes.start[n], nodes.end[n], attribute) : -1;
  }

  private String value(int i) {
    return attributes.value(i, chars);
  }
}
