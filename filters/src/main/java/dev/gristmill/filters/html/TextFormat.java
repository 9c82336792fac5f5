// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/** What main text is written as. */
public enum TextFormat {
  /** Words and white space only: the default, since a model trained on marks repeats them. */
  TEXT,
  /** CommonMark with pipe tables and {@code $} around formulae. */
  MARKDOWN
}
