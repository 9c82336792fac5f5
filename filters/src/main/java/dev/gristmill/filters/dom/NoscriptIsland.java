// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The content of a noscript element, kept apart from the page around it: its tags open and close
 * elements inside it only, and only {@code </noscript>} ends it.
 *
 * <p>Source: jsoup 1.24, HtmlTreeBuilder. Differs from the standard with scripting disabled, where
 * a picture in the head's noscript opens the body. Pages are written for browsers that script, to
 * which the content is one text; so this tree has what such a browser's has outside of noscript.
 */
final class NoscriptIsland {
  private final TreeBuilder tree;
  private int boundary = -1;
  private int savedForm;

  NoscriptIsland(TreeBuilder tree) {
    this.tree = tree;
  }

  boolean isOpen() {
    return boundary >= 0;
  }

  void start(int from, int to) {
    boundary = tree.insertion.element(Names.NOSCRIPT, from, to);
    savedForm = tree.form;
    tree.form = -1;
  }

  void startTag(int name, int from, int to, boolean isSelfClosing) {
    tree.isFramesetOk = false;
    Tokenizer.Content content = content(name);
    if (content != Tokenizer.Content.DATA && !isSelfClosing) {
      tree.textElement(name, from, to, content);
    } else if ((Traits.of(name) & Traits.VOID) != 0 || content != Tokenizer.Content.DATA) {
      tree.insertion.voidElement(name, from, to);
    } else {
      tree.insertion.element(name, from, to);
    }
  }

  private static Tokenizer.Content content(int name) {
    return switch (name) {
      case Names.TITLE, Names.TEXTAREA -> Tokenizer.Content.RCDATA;
      case Names.STYLE, Names.XMP, Names.IFRAME, Names.NOEMBED, Names.NOFRAMES ->
          Tokenizer.Content.RAWTEXT;
      case Names.SCRIPT -> Tokenizer.Content.SCRIPT;
      default -> Tokenizer.Content.DATA;
    };
  }

  void endTag(int name) {
    if (name == Names.NOSCRIPT) {
      end();
      return;
    }
    OpenElements open = tree.open;
    if (!open.has(name)) {
      return;
    }
    for (int i = open.size() - 1; i > 0 && open.at(i) != boundary; i--) {
      if (tree.nodes.name[open.at(i)] == name) {
        open.popThrough(name);
        return;
      }
    }
  }

  /** Leaves the element, with all open inside it. */
  void end() {
    if (boundary >= 0) {
      if (tree.open.isOpen(boundary)) {
        tree.open.popThroughElement(boundary);
      }
      boundary = -1;
      tree.form = savedForm;
    }
  }

  /** The limit of depth closed an element. */
  void closed(int element) {
    if (element == boundary) {
      boundary = -1;
      tree.form = savedForm;
    }
  }
}
