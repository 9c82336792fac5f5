// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The insertion modes from "initial" to "after head". Each method says whether the token is used;
 * if not, it belongs to the mode now set.
 */
final class HeadModes {
  private final TreeBuilder tree;
  private final Insertion insertion;
  private final OpenElements open;

  HeadModes(TreeBuilder tree) {
    this.tree = tree;
    insertion = tree.insertion;
    open = tree.open;
  }

  boolean noDoctype() {
    tree.isQuirks = true;
    tree.mode = Mode.BEFORE_HTML;
    return false;
  }

  /** What "anything else" does in each of these modes: goes one mode on. */
  boolean skip() {
    switch (tree.mode) {
      case INITIAL -> noDoctype();
      case BEFORE_HTML -> {
        insertion.element(Names.HTML);
        tree.mode = Mode.BEFORE_HEAD;
      }
      case BEFORE_HEAD -> {
        tree.head = insertion.element(Names.HEAD);
        tree.mode = Mode.IN_HEAD;
      }
      case IN_HEAD -> {
        if (open.size() > 1) {
          open.pop();
        }
        tree.mode = Mode.AFTER_HEAD;
      }
      case AFTER_HEAD -> {
        insertion.element(Names.BODY);
        tree.mode = Mode.IN_BODY;
      }
      default -> {}
    }
    return false;
  }

  boolean beforeHtml(int name, int from, int to) {
    if (name != Names.HTML) {
      return skip();
    }
    insertion.element(Names.HTML, from, to);
    tree.mode = Mode.BEFORE_HEAD;
    return true;
  }

  boolean beforeHtmlEnd(int name) {
    return (name != Names.HEAD && !isEndOfMore(name)) || skip();
  }

  /** These end tags are as good as the start of the body; others before it are ignored. */
  private static boolean isEndOfMore(int name) {
    return name == Names.BODY || name == Names.HTML || name == Names.BR;
  }

  boolean beforeHead(int name, int from, int to) {
    if (name == Names.HTML) {
      mergeIntoHtml(from);
      return true;
    }
    if (name != Names.HEAD) {
      return skip();
    }
    tree.head = insertion.element(Names.HEAD, from, to);
    tree.mode = Mode.IN_HEAD;
    return true;
  }

  boolean beforeHeadEnd(int name) {
    return beforeHtmlEnd(name);
  }

  /** A second html tag only adds attributes. */
  void mergeIntoHtml(int from) {
    if (!open.has(Names.TEMPLATE)) {
      insertion.merge(open.at(0), from);
    }
  }

  boolean inHead(int name, int from, int to) {
    switch (name) {
      case Names.HTML -> mergeIntoHtml(from);
      case Names.BASE, Names.BASEFONT, Names.BGSOUND, Names.LINK, Names.META ->
          insertion.voidElement(name, from, to);
      case Names.TITLE -> tree.textElement(name, from, to, Tokenizer.Content.RCDATA);
      case Names.NOFRAMES, Names.STYLE ->
          tree.textElement(name, from, to, Tokenizer.Content.RAWTEXT);
      case Names.SCRIPT -> tree.textElement(name, from, to, Tokenizer.Content.SCRIPT);
      case Names.NOSCRIPT -> tree.startNoscript(from, to);
      case Names.TEMPLATE -> {
        insertion.element(name, from, to);
        insertion.formatting.addMarker();
        tree.isFramesetOk = false;
        tree.pushTemplate(Mode.IN_TEMPLATE);
      }
      case Names.HEAD -> {}
      default -> {
        return skip();
      }
    }
    return true;
  }

  boolean inHeadEnd(int name) {
    if (name == Names.HEAD) {
      skip();
    } else if (isEndOfMore(name)) {
      return skip();
    } else if (name == Names.TEMPLATE) {
      endTemplate();
    }
    return true;
  }

  void endTemplate() {
    if (open.has(Names.TEMPLATE)) {
      tree.closeTemplate();
    }
  }

  boolean afterHead(int name, int from, int to) {
    switch (name) {
      case Names.HTML -> mergeIntoHtml(from);
      case Names.BODY -> {
        insertion.element(name, from, to);
        tree.isFramesetOk = false;
        tree.mode = Mode.IN_BODY;
      }
      case Names.FRAMESET -> {
        insertion.element(name, from, to);
        tree.mode = Mode.IN_FRAMESET;
      }
      case Names.BASE,
          Names.BASEFONT,
          Names.BGSOUND,
          Names.LINK,
          Names.META,
          Names.NOFRAMES,
          Names.SCRIPT,
          Names.STYLE,
          Names.TEMPLATE,
          Names.TITLE -> {
        open.push(tree.head);
        inHead(name, from, to);
        open.remove(tree.head);
      }
      case Names.HEAD -> {}
      default -> {
        return skip();
      }
    }
    return true;
  }

  boolean afterHeadEnd(int name) {
    if (isEndOfMore(name)) {
      return skip();
    }
    if (name == Names.TEMPLATE) {
      endTemplate();
    }
    return true;
  }
}
