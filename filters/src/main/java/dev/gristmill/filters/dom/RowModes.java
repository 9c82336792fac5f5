// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The insertion modes of table bodies, rows and cells. Each method says whether the token is used;
 * if not, it belongs to the mode now set.
 */
final class RowModes {
  private final TreeBuilder tree;
  private final TableModes tables;
  private final BodyStartTags bodyStart;
  private final BodyEndTags bodyEnd;
  private final Insertion insertion;
  private final OpenElements open;

  RowModes(TreeBuilder tree, TableModes tables, BodyStartTags bodyStart, BodyEndTags bodyEnd) {
    this.tree = tree;
    this.tables = tables;
    this.bodyStart = bodyStart;
    this.bodyEnd = bodyEnd;
    insertion = tree.insertion;
    open = tree.open;
  }

  private void clearToTableBody() {
    open.popTo(Names.TBODY, Names.TFOOT, Names.THEAD, Names.TEMPLATE);
  }

  private void clearToRow() {
    open.popTo(Names.TR, Names.TEMPLATE, Names.TR, Names.TR);
  }

  boolean inTableBody(int name, int from, int to, boolean isSelfClosing) {
    switch (name) {
      case Names.TR -> {
        clearToTableBody();
        insertion.element(name, from, to);
        tree.mode = Mode.IN_ROW;
        return true;
      }
      case Names.TD, Names.TH -> {
        clearToTableBody();
        insertion.element(Names.TR);
        tree.mode = Mode.IN_ROW;
        return false;
      }
      case Names.CAPTION, Names.COL, Names.COLGROUP, Names.TBODY, Names.TFOOT, Names.THEAD -> {
        return !leaveTableBody();
      }
      default -> {
        return tables.inTable(name, from, to, isSelfClosing);
      }
    }
  }

  boolean inTableBodyEnd(int name) {
    switch (name) {
      case Names.TBODY, Names.TFOOT, Names.THEAD -> {
        if (open.inTableScope(name)) {
          clearToTableBody();
          popPart();
          tree.mode = Mode.IN_TABLE;
        }
        return true;
      }
      case Names.TABLE -> {
        return !leaveTableBody();
      }
      case Names.BODY,
          Names.CAPTION,
          Names.COL,
          Names.COLGROUP,
          Names.HTML,
          Names.TD,
          Names.TH,
          Names.TR -> {
        return true;
      }
      default -> {
        return tables.inTableEnd(name);
      }
    }
  }

  private boolean leaveTableBody() {
    if (!open.inTableScope(Names.TBODY)
        && !open.inTableScope(Names.THEAD)
        && !open.inTableScope(Names.TFOOT)) {
      return false;
    }
    clearToTableBody();
    popPart();
    tree.mode = Mode.IN_TABLE;
    return true;
  }

  private void popPart() {
    if (open.size() > 1) {
      open.pop();
    }
  }

  boolean inRow(int name, int from, int to, boolean isSelfClosing) {
    if (name == Names.TD || name == Names.TH) {
      clearToRow();
      insertion.element(name, from, to);
      tree.mode = Mode.IN_CELL;
      insertion.formatting.addMarker();
      return true;
    }
    return TableModes.isPart(name) ? !leaveRow() : tables.inTable(name, from, to, isSelfClosing);
  }

  boolean inRowEnd(int name) {
    switch (name) {
      case Names.TR -> leaveRow();
      case Names.TABLE -> {
        return !leaveRow();
      }
      case Names.TBODY, Names.TFOOT, Names.THEAD -> {
        return !open.inTableScope(name) || !leaveRow();
      }
      case Names.BODY,
          Names.CAPTION,
          Names.COL,
          Names.COLGROUP,
          Names.HTML,
          Names.TD,
          Names.TH -> {}
      default -> {
        return tables.inTableEnd(name);
      }
    }
    return true;
  }

  private boolean leaveRow() {
    if (!open.inTableScope(Names.TR)) {
      return false;
    }
    clearToRow();
    popPart();
    tree.mode = Mode.IN_TABLE_BODY;
    return true;
  }

  boolean inCell(int name, int from, int to, boolean isSelfClosing) {
    if (TableModes.isPart(name)) {
      return !leaveCell();
    }
    bodyStart.startTag(name, from, to, isSelfClosing);
    return true;
  }

  boolean inCellEnd(int name) {
    switch (name) {
      case Names.TD, Names.TH -> {
        if (open.inTableScope(name)) {
          closeCell(name);
        }
      }
      case Names.BODY, Names.CAPTION, Names.COL, Names.COLGROUP, Names.HTML -> {}
      case Names.TABLE, Names.TBODY, Names.TFOOT, Names.THEAD, Names.TR -> {
        return !open.inTableScope(name) || !leaveCell();
      }
      default -> bodyEnd.endTag(name);
    }
    return true;
  }

  private boolean leaveCell() {
    if (open.inTableScope(Names.TD)) {
      closeCell(Names.TD);
    } else if (open.inTableScope(Names.TH)) {
      closeCell(Names.TH);
    } else {
      return false;
    }
    return true;
  }

  private void closeCell(int name) {
    open.generateImpliedEndTags(Names.NONE);
    open.popThrough(name);
    insertion.formatting.clearToMarker();
    tree.mode = Mode.IN_ROW;
  }
}
