// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Puts elements and texts where they belong.
 *
 * <p>Source: HTML Standard, "Creating and inserting nodes", with foster parenting, and "Reconstruct
 * the active formatting elements". Differs: an element that would be deeper than the limit becomes
 * a sibling of the deepest open element, which is closed. Cost: O(1) per node, but for the walk to
 * the table, whose elements are steps.
 */
final class Insertion {
  final Nodes nodes = new Nodes();
  final Attributes attributes;
  final OpenElements open;
  final ActiveFormatting formatting;
  final AttributeSets sets;
  private final char[] chars;
  private final Budget budget;
  private final int maxDepth;
  private final DepthLimit limit;

  /** Attributes below this belong to elements of the tree. */
  int usedAttributes;

  /** Whether content that is not in its place goes before the table. */
  boolean isFostering;

  /** Told of what the limit of depth closes. */
  interface DepthLimit {
    void closed(int element);
  }

  Insertion(char[] chars, Attributes attributes, Budget budget, int maxDepth, DepthLimit limit) {
    this.chars = chars;
    this.attributes = attributes;
    this.budget = budget;
    this.maxDepth = maxDepth;
    this.limit = limit;
    open = new OpenElements(nodes, budget);
    sets = new AttributeSets(nodes, attributes, chars, budget);
    formatting = new ActiveFormatting(nodes, sets, budget);
  }

  /** Inserts an HTML element, which becomes the current node. */
  int element(int word, int from, int to) {
    while (open.size() >= maxDepth) {
      int closed = open.pop();
      formatting.remove(closed);
      limit.closed(closed);
    }
    int n = nodes.create(word, from, to);
    budget.node(nodes.size);
    usedAttributes = Math.max(usedAttributes, to);
    place(n, open.top());
    open.push(n);
    return n;
  }

  /** Inserts an element without attributes. */
  int element(int word) {
    return element(word, 0, 0);
  }

  /** Inserts an element that has no content. */
  void voidElement(int word, int from, int to) {
    element(word, from, to);
    open.pop();
  }

  /** Inserts characters of the buffer at the current node. */
  void text(int from, int to) {
    if (from >= to) {
      return;
    }
    int under = open.top();
    int table = fosterTable(under);
    int before = Nodes.NONE;
    if (table > 0) {
      before = nodes.previous[table];
    } else {
      under = table == Nodes.NONE ? under : ~table;
      before = nodes.lastChild[under];
    }
    if (before != Nodes.NONE && nodes.name[before] == Nodes.TEXT && joins(before, from, to)) {
      return;
    }
    int n = nodes.create(Nodes.TEXT, from, to);
    budget.node(nodes.size);
    if (table > 0) {
      nodes.insertBefore(table, n);
    } else {
      nodes.append(under, n);
    }
  }

  /** Lengthens a text by what follows it, moving it down over markup that left no trace. */
  private boolean joins(int text, int from, int to) {
    int end = nodes.end[text];
    if (end != from) {
      if (text != nodes.size - 1 || end < attributes.lastEnd()) {
        return false;
      }
      System.arraycopy(chars, from, chars, end, to - from);
    }
    nodes.end[text] = end + to - from;
    return true;
  }

  /** Puts a node without parent at the appropriate place for a target. */
  void place(int n, int target) {
    int table = fosterTable(target);
    if (table > 0) {
      nodes.insertBefore(table, n);
    } else {
      nodes.append(table == Nodes.NONE ? target : ~table, n);
    }
  }

  /**
   * Where to put what goes into a target: {@link Nodes#NONE} into it; n > 0 before the table n;
   * else into the node {@code ~n}, which is not the document.
   */
  private int fosterTable(int target) {
    if (!isFostering || (Traits.of(nodes.name[target]) & Traits.FOSTERS) == 0) {
      return Nodes.NONE;
    }
    for (int i = open.size() - 1; i > 0; i--) {
      int n = open.at(i);
      budget.spend(1);
      if (nodes.name[n] == Names.TEMPLATE) {
        return ~n;
      }
      if (nodes.name[n] == Names.TABLE) {
        return nodes.parent[n] == Nodes.NONE ? ~open.at(i - 1) : n;
      }
    }
    return ~open.at(0);
  }

  /** Gives an element those of the newest attributes, from {@code from} on, that it has not. */
  void merge(int n, int from) {
    sets.merge(n, from);
    usedAttributes = Math.max(usedAttributes, nodes.end[n]);
  }

  /** Whether attributes [from, to) say that an input is hidden. */
  boolean isHidden(int from, int to) {
    int i = attributes.find(from, to, AttributeNames.TYPE);
    return i >= 0 && Decoding.lower(attributes.value(i, chars)).equals("hidden");
  }

  /** A new element like another, outside the tree. */
  int copy(int n) {
    int copy = nodes.create(nodes.name[n], nodes.start[n], nodes.end[n]);
    budget.node(nodes.size);
    return copy;
  }

  /** Opens again the formatting elements that ended with the block they were in. */
  void reconstructFormatting() {
    int i = formatting.size() - 1;
    if (i < 0 || isSettled(formatting.at(i))) {
      return;
    }
    while (i > 0 && !isSettled(formatting.at(i - 1))) {
      i--;
    }
    budget.spend(formatting.size() - i);
    for (; i < formatting.size() && !budget.isOver(); i++) {
      int n = formatting.at(i);
      int size = formatting.size();
      int copy = element(nodes.name[n], nodes.start[n], nodes.end[n]);
      // The limit of depth may have taken entries out of the list.
      i -= size - formatting.size();
      if (i >= 0 && i < formatting.size() && formatting.at(i) == n) {
        formatting.replace(i, copy);
      }
    }
  }

  private boolean isSettled(int entry) {
    return entry == ActiveFormatting.MARKER || open.isOpen(entry);
  }
}
