// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** Takes each token of HTML to the rules of the insertion mode, until one of them has used it. */
final class Modes {
  private final TreeBuilder tree;
  private final char[] chars;
  private final HeadModes heads;
  private final BodyStartTags bodyStart;
  private final BodyEndTags bodyEnd;
  private final TableModes tables;
  private final RowModes rows;
  private final FramesetModes framesets;

  Modes(TreeBuilder tree, char[] chars) {
    this.tree = tree;
    this.chars = chars;
    heads = new HeadModes(tree);
    bodyEnd = new BodyEndTags(tree);
    bodyStart = new BodyStartTags(tree, heads, bodyEnd);
    tables = new TableModes(tree, heads, bodyStart, bodyEnd);
    rows = new RowModes(tree, tables, bodyStart, bodyEnd);
    framesets = new FramesetModes(tree, heads);
  }

  void startTag(int name, int from, int to, boolean isSelfClosing) {
    boolean isUsed = false;
    while (!isUsed) {
      isUsed =
          switch (tree.mode) {
            case INITIAL -> heads.noDoctype();
            case BEFORE_HTML -> heads.beforeHtml(name, from, to);
            case BEFORE_HEAD -> heads.beforeHead(name, from, to);
            case IN_HEAD -> heads.inHead(name, from, to);
            case AFTER_HEAD -> heads.afterHead(name, from, to);
            case IN_TABLE -> tables.inTable(name, from, to, isSelfClosing);
            case IN_CAPTION -> tables.inCaption(name, from, to, isSelfClosing);
            case IN_COLUMN_GROUP -> tables.inColumnGroup(name, from, to);
            case IN_TABLE_BODY -> rows.inTableBody(name, from, to, isSelfClosing);
            case IN_ROW -> rows.inRow(name, from, to, isSelfClosing);
            case IN_CELL -> rows.inCell(name, from, to, isSelfClosing);
            case IN_TEMPLATE -> inTemplate(name, from, to);
            case AFTER_BODY, AFTER_AFTER_BODY -> framesets.afterBody(name, from);
            case IN_FRAMESET -> framesets.inFrameset(name, from, to);
            case AFTER_FRAMESET, AFTER_AFTER_FRAMESET -> framesets.afterFrameset(name, from, to);
            case IN_BODY, TEXT -> {
              bodyStart.startTag(name, from, to, isSelfClosing);
              yield true;
            }
          };
    }
  }

  void endTag(int name) {
    boolean isUsed = false;
    while (!isUsed) {
      isUsed =
          switch (tree.mode) {
            case INITIAL -> heads.noDoctype();
            case BEFORE_HTML -> heads.beforeHtmlEnd(name);
            case BEFORE_HEAD -> heads.beforeHeadEnd(name);
            case IN_HEAD -> heads.inHeadEnd(name);
            case AFTER_HEAD -> heads.afterHeadEnd(name);
            case IN_TABLE -> tables.inTableEnd(name);
            case IN_CAPTION -> tables.inCaptionEnd(name);
            case IN_COLUMN_GROUP -> tables.inColumnGroupEnd(name);
            case IN_TABLE_BODY -> rows.inTableBodyEnd(name);
            case IN_ROW -> rows.inRowEnd(name);
            case IN_CELL -> rows.inCellEnd(name);
            case IN_TEMPLATE -> {
              if (name == Names.TEMPLATE) {
                heads.endTemplate();
              }
              yield true;
            }
            case AFTER_BODY, AFTER_AFTER_BODY -> framesets.afterBodyEnd(name);
            case IN_FRAMESET -> framesets.inFramesetEnd(name);
            case AFTER_FRAMESET, AFTER_AFTER_FRAMESET -> framesets.afterFramesetEnd(name);
            case IN_BODY, TEXT -> {
              bodyEnd.endTag(name);
              yield true;
            }
          };
    }
  }

  void text(int from, int to) {
    int first = from;
    while (true) {
      switch (tree.mode) {
        case INITIAL, BEFORE_HTML, BEFORE_HEAD -> {
          first = Text.start(chars, first, to);
          if (first == to) {
            return;
          }
          heads.skip();
        }
        case IN_HEAD, AFTER_HEAD, IN_COLUMN_GROUP -> {
          int start = Text.start(chars, first, to);
          tree.insertion.text(first, start);
          first = start;
          if (first == to) {
            return;
          }
          if (tree.mode == Mode.IN_COLUMN_GROUP && !tables.leaveColumnGroup()) {
            tree.insertion.text(first, Text.keepSpace(chars, first, to));
            return;
          }
          heads.skip();
        }
        case IN_TABLE, IN_TABLE_BODY, IN_ROW -> {
          tableText(first, to);
          return;
        }
        case IN_FRAMESET, AFTER_FRAMESET, AFTER_AFTER_FRAMESET -> {
          tree.insertion.text(first, Text.keepSpace(chars, first, to));
          return;
        }
        case AFTER_BODY, AFTER_AFTER_BODY -> {
          if (Text.start(chars, first, to) < to) {
            tree.mode = Mode.IN_BODY;
          }
          bodyText(first, to);
          return;
        }
        default -> {
          bodyText(first, to);
          return;
        }
      }
    }
  }

  /** Whether a NUL ends the mode, as any character does that is not white space. */
  boolean isBeforeNul() {
    return switch (tree.mode) {
      case INITIAL,
          BEFORE_HTML,
          BEFORE_HEAD,
          IN_HEAD,
          AFTER_HEAD,
          IN_COLUMN_GROUP,
          AFTER_BODY,
          AFTER_AFTER_BODY ->
          true;
      default -> false;
    };
  }

  void nul() {
    if (tree.mode == Mode.IN_COLUMN_GROUP) {
      tables.leaveColumnGroup();
    } else if (tree.mode == Mode.AFTER_BODY || tree.mode == Mode.AFTER_AFTER_BODY) {
      tree.mode = Mode.IN_BODY;
    }
    end();
  }

  private void bodyText(int from, int to) {
    tree.insertion.reconstructFormatting();
    tree.insertion.text(from, to);
    tree.framesetNotOkAfter(from, to);
  }

  /** Source: "In table text": white space stays, anything else goes before the table. */
  private void tableText(int from, int to) {
    boolean isInPlace = (Traits.of(tree.open.topWord()) & Traits.FOSTERS) != 0;
    if (isInPlace && Text.start(chars, from, to) == to) {
      tree.insertion.text(from, to);
      return;
    }
    tree.insertion.isFostering = true;
    bodyText(from, to);
    tree.insertion.isFostering = false;
  }

  private boolean inTemplate(int name, int from, int to) {
    switch (name) {
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
        return heads.inHead(name, from, to);
      }
      case Names.CAPTION, Names.COLGROUP, Names.TBODY, Names.TFOOT, Names.THEAD ->
          tree.changeTemplate(Mode.IN_TABLE);
      case Names.COL -> tree.changeTemplate(Mode.IN_COLUMN_GROUP);
      case Names.TR -> tree.changeTemplate(Mode.IN_TABLE_BODY);
      case Names.TD, Names.TH -> tree.changeTemplate(Mode.IN_ROW);
      default -> tree.changeTemplate(Mode.IN_BODY);
    }
    return false;
  }

  /** The end of the page: every page has an html, a head and a body or frameset. */
  void end() {
    while (tree.mode.compareTo(Mode.AFTER_HEAD) <= 0) {
      heads.skip();
    }
  }
}
