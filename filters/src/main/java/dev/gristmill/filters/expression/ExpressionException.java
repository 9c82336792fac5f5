// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

/** An expression that is none, or that asks for something nobody measures. */
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int column;

  /** A problem at a column, counted in UTF-16 units from 1. */
  ExpressionException(int column, String problem) {
    super("column " + column + ": " + problem);
    this.column = column;
  }

  /** Where the problem is, in UTF-16 units from 1. */
  public int column() {
    return column;
  }
}
