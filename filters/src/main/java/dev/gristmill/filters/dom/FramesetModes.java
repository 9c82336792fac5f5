// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The insertion modes after the body, and of pages that are sets of frames. Each method says
 * whether the token is used; if not, it belongs to the mode now set.
 */
final class FramesetModes {
  private final TreeBuilder tree;
  private final HeadModes heads;
  private final OpenElements open;

  FramesetModes(TreeBuilder tree, HeadModes heads) {
    this.tree = tree;
    this.heads = heads;
    open = tree.open;
  }

  boolean afterBody(int name, int from) {
    if (name == Names.HTML) {
      heads.mergeIntoHtml(from);
      return true;
    }
    tree.mode = Mode.IN_BODY;
    return false;
  }

  boolean afterBodyEnd(int name) {
    if (name == Names.HTML && tree.mode == Mode.AFTER_BODY) {
      tree.mode = Mode.AFTER_AFTER_BODY;
      return true;
    }
    tree.mode = Mode.IN_BODY;
    return false;
  }

  boolean inFrameset(int name, int from, int to) {
    switch (name) {
      case Names.HTML -> heads.mergeIntoHtml(from);
      case Names.FRAMESET -> tree.insertion.element(name, from, to);
      case Names.FRAME -> tree.insertion.voidElement(name, from, to);
      case Names.NOFRAMES -> heads.inHead(name, from, to);
      default -> {}
    }
    return true;
  }

  boolean inFramesetEnd(int name) {
    if (name == Names.FRAMESET && open.size() > 1) {
      open.pop();
      if (!open.isTop(Names.FRAMESET)) {
        tree.mode = Mode.AFTER_FRAMESET;
      }
    }
    return true;
  }

  boolean afterFrameset(int name, int from, int to) {
    if (name == Names.HTML) {
      heads.mergeIntoHtml(from);
    } else if (name == Names.NOFRAMES) {
      heads.inHead(name, from, to);
    }
    return true;
  }

  boolean afterFramesetEnd(int name) {
    if (name == Names.HTML && tree.mode == Mode.AFTER_FRAMESET) {
      tree.mode = Mode.AFTER_AFTER_FRAMESET;
    }
    return true;
  }
}
