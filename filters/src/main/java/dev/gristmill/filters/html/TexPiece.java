// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * A part of a formula.
 *
 * @param tex how it is written
 * @param kind how it goes with its neighbours
 * @param source of an operator its characters, of a table its rows, else ""
 */
record TexPiece(String tex, Kind kind, String source) {
  /** How a piece goes with its neighbours. */
  enum Kind {
    /** Takes a script as it is. */
    ATOM,
    /** Needs braces to take one. */
    ROW,
    INFIX,
    RELATION,
    OPEN,
    CLOSE,
    PUNCTUATION,
    /** Followed by its argument. */
    FUNCTION,
    TABLE,
    /** Where the scripts before the base begin. */
    PRESCRIPTS
  }

  /** The source of a binomial coefficient, which brings its brackets. */
  static final String BINOMIAL = "binomial";

  static final TexPiece NOTHING = new TexPiece("", Kind.ATOM, "");
  static final TexPiece PRESCRIPTS = new TexPiece("", Kind.PRESCRIPTS, "");

  static TexPiece atom(String tex) {
    return new TexPiece(tex, Kind.ATOM, "");
  }

  static TexPiece row(String tex) {
    return new TexPiece(tex, Kind.ROW, "");
  }

  /** A cell of a table; empty cells count. */
  static TexPiece cell(String tex) {
    return row(tex);
  }

  static TexPiece table(String rows) {
    return new TexPiece("\\begin{matrix} " + rows + " \\end{matrix}", Kind.TABLE, rows);
  }

  boolean isNothing() {
    return tex.isEmpty();
  }

  /** In braces, as the argument of a command. */
  String group() {
    return "{" + tex + "}";
  }

  /** As a script: one character or one command stands without braces. */
  String script() {
    return isShort() ? tex : "{" + tight() + "}";
  }

  /** Without the spaces around signs, as scripts are written. */
  private String tight() {
    String tight = tex;
    for (String sign : new String[] {"=", "+", "-", "<", ">"}) {
      tight = tex.contains("\\text") ? tight : tight.replace(" " + sign + " ", sign);
    }
    return tight;
  }

  /** As what scripts are put on. */
  String base() {
    boolean isWhole = kind != Kind.ROW && kind != Kind.TABLE && !tex.isEmpty();
    return isWhole || isBracketed() ? tex : group();
  }

  /** Whether the first bracket is closed by the last character. */
  private boolean isBracketed() {
    int open = 0;
    for (int i = 0; i < tex.length() && tex.charAt(0) == '('; i++) {
      char c = tex.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0) {
        return i == tex.length() - 1;
      }
    }
    return false;
  }

  /** One character or one command. */
  boolean isShort() {
    if (tex.codePointCount(0, tex.length()) == 1) {
      return true;
    }
    if (tex.length() < 2 || tex.charAt(0) != '\\') {
      return false;
    }
    for (int i = 1; i < tex.length(); i++) {
      if (!Tex.isLetter(tex.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
