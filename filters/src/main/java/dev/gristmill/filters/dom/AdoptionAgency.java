// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The adoption agency algorithm: what becomes of a formatting element that ends inside a block
 * opened after it.
 *
 * <p>Source: HTML Standard, "The adoption agency algorithm". Cost: at most 8 rounds, each linear in
 * the depth and in the children that change parents, which are steps of the budget.
 */
final class AdoptionAgency {
  private static final int MAX_ROUNDS = 8;
  private static final int MAX_LISTED = 3;

  private final Insertion insertion;
  private final OpenElements open;
  private final ActiveFormatting formatting;
  private final Nodes nodes;

  AdoptionAgency(Insertion insertion) {
    this.insertion = insertion;
    open = insertion.open;
    formatting = insertion.formatting;
    nodes = insertion.nodes;
  }

  /** False if the end tag is to be treated as any other. */
  boolean run(int name) {
    int top = open.top();
    if (nodes.name[top] == name && !formatting.has(top)) {
      open.pop();
      return true;
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      int element = formatting.find(name);
      if (element < 0) {
        return false;
      }
      if (element == open.top()) {
        open.pop();
        formatting.remove(element);
        return true;
      }
      int position = open.indexOf(element);
      if (position < 0) {
        formatting.remove(element);
        return true;
      }
      if (!open.isElementInScope(element)) {
        return true;
      }
      int block = furthestBlock(position);
      if (block < 0) {
        open.popThroughElement(element);
        formatting.remove(element);
        return true;
      }
      adopt(element, position, block);
    }
    return true;
  }

  /** The position of the outermost special element inside, else -1. */
  private int furthestBlock(int position) {
    for (int i = position + 1; i < open.size(); i++) {
      if ((Traits.of(nodes.name[open.at(i)]) & Traits.SPECIAL) != 0) {
        return i;
      }
    }
    return -1;
  }

  private void adopt(int element, int position, int blockPosition) {
    int block = open.at(blockPosition);
    int ancestor = open.at(position - 1);
    int bookmark = formatting.indexOf(element);
    int last = block;
    int i = blockPosition;
    for (int inner = 1; true; inner++) {
      i--;
      int node = open.at(i);
      if (node == element) {
        break;
      }
      int entry = formatting.indexOf(node);
      if (entry >= 0 && inner > MAX_LISTED) {
        formatting.remove(node);
        if (entry < bookmark) {
          bookmark--;
        }
        entry = -1;
      }
      if (entry < 0) {
        open.removeAt(i);
        continue;
      }
      int copy = insertion.copy(node);
      formatting.replace(entry, copy);
      open.replace(i, copy);
      if (last == block) {
        bookmark = entry + 1;
      }
      nodes.detach(last);
      nodes.append(copy, last);
      last = copy;
    }
    nodes.detach(last);
    insertion.place(last, ancestor);
    int copy = insertion.copy(element);
    open.walked(nodes.moveChildren(block, copy));
    nodes.append(block, copy);
    int entry = formatting.indexOf(element);
    formatting.remove(element);
    formatting.insert(entry < bookmark ? bookmark - 1 : bookmark, copy);
    open.remove(element);
    open.insert(open.indexOf(block) + 1, copy);
  }
}
