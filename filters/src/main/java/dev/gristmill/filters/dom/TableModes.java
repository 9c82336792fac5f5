// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The insertion modes of tables, captions and column groups; {@link RowModes} are those further
 * inside. Each method says whether the token is used; if not, it belongs to the mode now set.
 */
final class TableModes {
  private final TreeBuilder tree;
  private final HeadModes heads;
  private final BodyStartTags bodyStart;
  private final BodyEndTags bodyEnd;
  private final Insertion insertion;
  private final OpenElements open;

  TableModes(TreeBuilder tree, HeadModes heads, BodyStartTags bodyStart, BodyEndTags bodyEnd) {
    this.tree = tree;
    this.heads = heads;
    this.bodyStart = bodyStart;
    this.bodyEnd = bodyEnd;
    insertion = tree.insertion;
    open = tree.open;
  }

  private void clearToTable() {
    open.popTo(Names.TABLE, Names.TEMPLATE, Names.TABLE, Names.TABLE);
  }

  boolean inTable(int name, int from, int to, boolean isSelfClosing) {
    switch (name) {
      case Names.CAPTION -> {
        clearToTable();
        insertion.formatting.addMarker();
        insertion.element(name, from, to);
        tree.mode = Mode.IN_CAPTION;
      }
      case Names.COLGROUP -> {
        clearToTable();
        insertion.element(name, from, to);
        tree.mode = Mode.IN_COLUMN_GROUP;
      }
      case Names.COL -> {
        clearToTable();
        insertion.element(Names.COLGROUP);
        tree.mode = Mode.IN_COLUMN_GROUP;
        return false;
      }
      case Names.TBODY, Names.TFOOT, Names.THEAD -> {
        clearToTable();
        insertion.element(name, from, to);
        tree.mode = Mode.IN_TABLE_BODY;
      }
      case Names.TD, Names.TH, Names.TR -> {
        clearToTable();
        insertion.element(Names.TBODY);
        tree.mode = Mode.IN_TABLE_BODY;
        return false;
      }
      case Names.TABLE -> {
        return !endTable();
      }
      case Names.STYLE, Names.SCRIPT, Names.TEMPLATE -> heads.inHead(name, from, to);
      case Names.NOSCRIPT -> tree.startNoscript(from, to);
      case Names.INPUT -> {
        if (!insertion.isHidden(from, to)) {
          misplaced(name, from, to, isSelfClosing);
        } else {
          insertion.voidElement(name, from, to);
        }
      }
      case Names.FORM -> {
        if (tree.form < 0 && !open.has(Names.TEMPLATE)) {
          tree.form = insertion.element(name, from, to);
          open.pop();
        }
      }
      default -> misplaced(name, from, to, isSelfClosing);
    }
    return true;
  }

  private void misplaced(int name, int from, int to, boolean isSelfClosing) {
    insertion.isFostering = true;
    bodyStart.startTag(name, from, to, isSelfClosing);
    insertion.isFostering = false;
  }

  boolean inTableEnd(int name) {
    switch (name) {
      case Names.TABLE -> endTable();
      case Names.BODY,
          Names.CAPTION,
          Names.COL,
          Names.COLGROUP,
          Names.HTML,
          Names.TBODY,
          Names.TD,
          Names.TFOOT,
          Names.TH,
          Names.THEAD,
          Names.TR -> {}
      case Names.TEMPLATE -> heads.endTemplate();
      default -> {
        insertion.isFostering = true;
        bodyEnd.endTag(name);
        insertion.isFostering = false;
      }
    }
    return true;
  }

  /** Closes the table; false if none is in table scope. */
  private boolean endTable() {
    if (!open.inTableScope(Names.TABLE)) {
      return false;
    }
    open.popThrough(Names.TABLE);
    tree.resetMode();
    return true;
  }

  boolean inCaption(int name, int from, int to, boolean isSelfClosing) {
    if (isPart(name)) {
      return !endCaption();
    }
    bodyStart.startTag(name, from, to, isSelfClosing);
    return true;
  }

  boolean inCaptionEnd(int name) {
    switch (name) {
      case Names.CAPTION -> endCaption();
      case Names.TABLE -> {
        return !endCaption();
      }
      case Names.BODY,
          Names.COL,
          Names.COLGROUP,
          Names.HTML,
          Names.TBODY,
          Names.TD,
          Names.TFOOT,
          Names.TH,
          Names.THEAD,
          Names.TR -> {}
      default -> bodyEnd.endTag(name);
    }
    return true;
  }

  private boolean endCaption() {
    if (!open.inTableScope(Names.CAPTION)) {
      return false;
    }
    open.generateImpliedEndTags(Names.NONE);
    open.popThrough(Names.CAPTION);
    insertion.formatting.clearToMarker();
    tree.mode = Mode.IN_TABLE;
    return true;
  }

  /** Whether a start tag cannot be inside a cell or caption. */
  static boolean isPart(int name) {
    return switch (name) {
      case Names.CAPTION,
          Names.COL,
          Names.COLGROUP,
          Names.TBODY,
          Names.TD,
          Names.TFOOT,
          Names.TH,
          Names.THEAD,
          Names.TR ->
          true;
      default -> false;
    };
  }

  boolean inColumnGroup(int name, int from, int to) {
    switch (name) {
      case Names.HTML -> heads.mergeIntoHtml(from);
      case Names.COL -> insertion.voidElement(name, from, to);
      case Names.TEMPLATE -> heads.inHead(name, from, to);
      default -> {
        return !leaveColumnGroup();
      }
    }
    return true;
  }

  boolean inColumnGroupEnd(int name) {
    switch (name) {
      case Names.COLGROUP -> leaveColumnGroup();
      case Names.COL -> {}
      case Names.TEMPLATE -> heads.endTemplate();
      default -> {
        return !leaveColumnGroup();
      }
    }
    return true;
  }

  /** Closes the column group; false if the current node is none. */
  boolean leaveColumnGroup() {
    if (!open.isTop(Names.COLGROUP)) {
      return false;
    }
    open.pop();
    tree.mode = Mode.IN_TABLE;
    return true;
  }
}
