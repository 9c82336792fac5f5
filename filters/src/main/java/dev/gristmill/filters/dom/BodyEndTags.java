// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** End tags in a body. Source: HTML Standard, "The in body insertion mode". */
final class BodyEndTags {
  private final TreeBuilder tree;
  private final Insertion insertion;
  private final OpenElements open;
  private final AdoptionAgency adoption;

  BodyEndTags(TreeBuilder tree) {
    this.tree = tree;
    insertion = tree.insertion;
    open = tree.open;
    adoption = new AdoptionAgency(tree.insertion);
  }

  void endTag(int name) {
    if (open.topWord() == name && (Traits.of(name) & Traits.PLAIN_END) != 0) {
      open.pop();
      return;
    }
    switch (name) {
      case Names.A,
          Names.B,
          Names.BIG,
          Names.CODE,
          Names.EM,
          Names.FONT,
          Names.I,
          Names.NOBR,
          Names.S,
          Names.SMALL,
          Names.STRIKE,
          Names.STRONG,
          Names.TT,
          Names.U ->
          adopt(name);
      case Names.P -> {
        if (!open.inButtonScope(Names.P)) {
          insertion.element(Names.P);
        }
        closeParagraph();
      }
      case Names.LI -> {
        if (open.inListScope(name)) {
          open.generateImpliedEndTags(name);
          open.popThrough(name);
        }
      }
      case Names.DD, Names.DT -> {
        if (open.inScope(name)) {
          open.generateImpliedEndTags(name);
          open.popThrough(name);
        }
      }
      case Names.ADDRESS,
          Names.ARTICLE,
          Names.ASIDE,
          Names.BLOCKQUOTE,
          Names.BUTTON,
          Names.CENTER,
          Names.DETAILS,
          Names.DIALOG,
          Names.DIR,
          Names.DIV,
          Names.DL,
          Names.FIELDSET,
          Names.FIGCAPTION,
          Names.FIGURE,
          Names.FOOTER,
          Names.HEADER,
          Names.HGROUP,
          Names.LISTING,
          Names.MAIN,
          Names.MENU,
          Names.NAV,
          Names.OL,
          Names.PRE,
          Names.SEARCH,
          Names.SECTION,
          Names.SELECT,
          Names.SUMMARY,
          Names.UL ->
          close(name);
      case Names.H1, Names.H2, Names.H3, Names.H4, Names.H5, Names.H6 -> heading();
      case Names.FORM -> form();
      case Names.BODY, Names.HTML -> {
        if (open.inScope(Names.BODY)) {
          tree.mode = name == Names.BODY ? Mode.AFTER_BODY : Mode.AFTER_AFTER_BODY;
        }
      }
      case Names.BR -> {
        insertion.reconstructFormatting();
        insertion.voidElement(Names.BR, 0, 0);
        tree.isFramesetOk = false;
      }
      case Names.APPLET, Names.MARQUEE, Names.OBJECT -> {
        if (close(name)) {
          insertion.formatting.clearToMarker();
        }
      }
      case Names.TEMPLATE -> {
        if (open.has(Names.TEMPLATE)) {
          tree.closeTemplate();
        }
      }
      default -> other(name);
    }
  }

  /** Closes a p element in button scope, if there is one. */
  void closeParagraph() {
    if (open.has(Names.P) && open.inButtonScope(Names.P)) {
      open.generateImpliedEndTags(Names.P);
      open.popThrough(Names.P);
    }
  }

  private boolean close(int name) {
    if (!open.inScope(name)) {
      return false;
    }
    open.generateImpliedEndTags(Names.NONE);
    open.popThrough(name);
    return true;
  }

  private void heading() {
    if (!open.isHeadingInScope()) {
      return;
    }
    open.generateImpliedEndTags(Names.NONE);
    boolean isClosed = false;
    while (!isClosed && open.size() > 1) {
      isClosed = (Traits.of(open.topWord()) & Traits.HEADING) != 0;
      open.pop();
    }
  }

  private void form() {
    if (open.has(Names.TEMPLATE)) {
      close(Names.FORM);
      return;
    }
    int form = tree.form;
    tree.form = -1;
    if (form >= 0 && open.isOpen(form) && open.isElementInScope(form)) {
      open.generateImpliedEndTags(Names.NONE);
      open.remove(form);
    }
  }

  /** The end tag of a formatting element. */
  void adopt(int name) {
    if (!adoption.run(name)) {
      other(name);
    }
  }

  /** Source: "Any other end tag". */
  private void other(int name) {
    if (!open.has(name)) {
      return;
    }
    for (int i = open.size() - 1; i > 0; i--) {
      int word = tree.nodes.name[open.at(i)];
      open.walked(1);
      if (word == name) {
        open.generateImpliedEndTags(name);
        open.popThroughElement(open.at(i));
        return;
      }
      if ((Traits.of(word) & Traits.SPECIAL) != 0) {
        return;
      }
    }
  }
}
