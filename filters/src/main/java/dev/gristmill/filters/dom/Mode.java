// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The insertion modes. Source: HTML Standard, "The insertion mode". "In table text" is not needed,
 * as texts come in whole runs; "in head noscript" is {@link NoscriptIsland}.
 */
enum Mode {
  INITIAL,
  BEFORE_HTML,
  BEFORE_HEAD,
  IN_HEAD,
  AFTER_HEAD,
  IN_BODY,
  TEXT,
  IN_TABLE,
  IN_CAPTION,
  IN_COLUMN_GROUP,
  IN_TABLE_BODY,
  IN_ROW,
  IN_CELL,
  IN_TEMPLATE,
  AFTER_BODY,
  IN_FRAMESET,
  AFTER_FRAMESET,
  AFTER_AFTER_BODY,
  AFTER_AFTER_FRAMESET
}
