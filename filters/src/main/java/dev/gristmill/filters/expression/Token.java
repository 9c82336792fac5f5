// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

/**
 * A piece of an expression's source.
 *
 * @param text a text's content without its quotes, else the piece as written
 * @param column where it begins, in UTF-16 units from 1
 */
record Token(Kind kind, String text, int column) {
  /** Words such as {@code and} are signs. */
  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** The token in a message. */
  String quoted() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
