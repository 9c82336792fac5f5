// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Start tags in a body. Source: HTML Standard, "The in body insertion mode"; {@link OtherStartTags}
 * are those that are rarer.
 */
final class BodyStartTags {
  private final TreeBuilder tree;
  private final HeadModes heads;
  private final BodyEndTags ends;
  private final Insertion insertion;
  private final OpenElements open;
  private final OtherStartTags others;

  BodyStartTags(TreeBuilder tree, HeadModes heads, BodyEndTags ends) {
    this.tree = tree;
    this.heads = heads;
    this.ends = ends;
    insertion = tree.insertion;
    open = tree.open;
    others = new OtherStartTags(tree, ends);
  }

  void startTag(int name, int from, int to, boolean isSelfClosing) {
    switch (name) {
      case Names.DIV,
          Names.P,
          Names.UL,
          Names.OL,
          Names.SECTION,
          Names.ARTICLE,
          Names.HEADER,
          Names.FOOTER,
          Names.NAV,
          Names.ASIDE,
          Names.MAIN,
          Names.FIGURE,
          Names.FIGCAPTION,
          Names.ADDRESS,
          Names.BLOCKQUOTE,
          Names.CENTER,
          Names.DETAILS,
          Names.DIALOG,
          Names.DIR,
          Names.DL,
          Names.FIELDSET,
          Names.HGROUP,
          Names.MENU,
          Names.SEARCH,
          Names.SUMMARY -> {
        ends.closeParagraph();
        insertion.element(name, from, to);
      }
      case Names.A -> anchor(from, to);
      case Names.B,
          Names.BIG,
          Names.CODE,
          Names.EM,
          Names.FONT,
          Names.I,
          Names.S,
          Names.SMALL,
          Names.STRIKE,
          Names.STRONG,
          Names.TT,
          Names.U -> {
        insertion.reconstructFormatting();
        insertion.formatting.push(insertion.element(name, from, to));
      }
      case Names.LI -> item(name, Names.LI, Names.LI, from, to);
      case Names.DD, Names.DT -> item(name, Names.DD, Names.DT, from, to);
      case Names.AREA, Names.BR, Names.EMBED, Names.IMG, Names.KEYGEN, Names.WBR ->
          picture(name, from, to);
      case Names.IMAGE -> picture(Names.IMG, from, to);
      case Names.H1, Names.H2, Names.H3, Names.H4, Names.H5, Names.H6 -> {
        ends.closeParagraph();
        if ((Traits.of(open.topWord()) & Traits.HEADING) != 0) {
          open.pop();
        }
        insertion.element(name, from, to);
      }
      case Names.TABLE -> {
        if (!tree.isQuirks) {
          ends.closeParagraph();
        }
        insertion.element(name, from, to);
        tree.isFramesetOk = false;
        tree.mode = Mode.IN_TABLE;
      }
      case Names.FORM -> form(from, to);
      case Names.MATH, Names.SVG -> {
        insertion.reconstructFormatting();
        insertion.element(name | (name == Names.SVG ? Nodes.SVG : Nodes.MATH), from, to);
        if (isSelfClosing) {
          open.pop();
        }
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
          Names.TITLE ->
          heads.inHead(name, from, to);
      case Names.HTML -> heads.mergeIntoHtml(from);
      case Names.BODY -> body(from);
      case Names.FRAMESET -> frameset(from, to);
      case Names.CAPTION,
          Names.COL,
          Names.COLGROUP,
          Names.FRAME,
          Names.HEAD,
          Names.TBODY,
          Names.TD,
          Names.TFOOT,
          Names.TH,
          Names.THEAD,
          Names.TR -> {}
      default -> others.startTag(name, from, to);
    }
  }

  private void anchor(int from, int to) {
    int earlier = insertion.formatting.find(Names.A);
    if (earlier >= 0) {
      ends.adopt(Names.A);
      insertion.formatting.remove(earlier);
      open.remove(earlier);
    }
    insertion.reconstructFormatting();
    insertion.formatting.push(insertion.element(Names.A, from, to));
  }

  private void picture(int name, int from, int to) {
    insertion.reconstructFormatting();
    insertion.voidElement(name, from, to);
    tree.isFramesetOk = false;
  }

  private void item(int name, int first, int second, int from, int to) {
    tree.isFramesetOk = false;
    for (int i = open.size() - 1; i > 0; i--) {
      int word = tree.nodes.name[open.at(i)];
      open.walked(1);
      if (word == first || word == second) {
        open.generateImpliedEndTags(word);
        open.popThrough(word);
        break;
      }
      if ((Traits.of(word) & Traits.SPECIAL) != 0
          && word != Names.ADDRESS
          && word != Names.DIV
          && word != Names.P) {
        break;
      }
    }
    ends.closeParagraph();
    insertion.element(name, from, to);
  }

  private void form(int from, int to) {
    boolean isInTemplate = open.has(Names.TEMPLATE);
    if (tree.form >= 0 && !isInTemplate) {
      return;
    }
    ends.closeParagraph();
    int n = insertion.element(Names.FORM, from, to);
    if (!isInTemplate) {
      tree.form = n;
    }
  }

  /** A second body tag only adds attributes. */
  private void body(int from) {
    if (hasBody() && !open.has(Names.TEMPLATE)) {
      tree.isFramesetOk = false;
      insertion.merge(open.at(1), from);
    }
  }

  private boolean hasBody() {
    return open.size() > 1 && tree.nodes.name[open.at(1)] == Names.BODY;
  }

  /** A frameset in place of a body that has shown nothing yet. */
  private void frameset(int from, int to) {
    if (!hasBody() || !tree.isFramesetOk) {
      return;
    }
    tree.nodes.detach(open.at(1));
    while (open.size() > 1) {
      open.pop();
    }
    insertion.element(Names.FRAMESET, from, to);
    tree.mode = Mode.IN_FRAMESET;
  }
}
