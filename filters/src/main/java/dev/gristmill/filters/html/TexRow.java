// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.html.TexPiece.Kind;
import java.util.List;

/** Sets pieces of a formula side by side, with the spaces that TeX or a reader needs. */
final class TexRow {
  private final StringBuilder out = new StringBuilder();
  private Kind previous = Kind.OPEN;

  private TexRow() {}

  /** One piece of many; a single one stays what it is. Cost: linear. */
  static TexPiece join(List<TexPiece> pieces) {
    TexPiece only = TexPiece.NOTHING;
    int shown = 0;
    for (TexPiece piece : pieces) {
      if (!piece.isNothing()) {
        only = piece;
        shown++;
      }
    }
    if (shown <= 1) {
      return only;
    }
    TexRow row = new TexRow();
    for (int i = 0; i < pieces.size(); i++) {
      TexPiece table = fencedTable(pieces, i);
      if (table.isNothing()) {
        row.add(pieces.get(i));
      } else {
        row.add(table);
        i += i + 2 < pieces.size() ? 2 : 1;
      }
    }
    return TexPiece.row(row.out.toString().strip());
  }

  /** A table or binomial with its brackets, if that is what starts at {@code i}; else nothing. */
  private static TexPiece fencedTable(List<TexPiece> pieces, int i) {
    boolean isLast = i + 1 >= pieces.size();
    if (isLast || pieces.get(i + 1).source().isEmpty() || pieces.get(i).source().isEmpty()) {
      return TexPiece.NOTHING;
    }
    boolean isBinomial = pieces.get(i + 1).source().equals(TexPiece.BINOMIAL);
    if (!isBinomial && pieces.get(i + 1).kind() != Kind.TABLE) {
      return TexPiece.NOTHING;
    }
    boolean hasClose = i + 2 < pieces.size();
    String close = hasClose ? pieces.get(i + 2).source() : "";
    if (pieces.get(i + 1).kind() != Kind.TABLE) {
      return (pieces.get(i).source() + close).equals("()") ? pieces.get(i + 1) : TexPiece.NOTHING;
    }
    String name =
        switch (pieces.get(i).source() + close) {
          case "()" -> "pmatrix";
          case "[]" -> "bmatrix";
          case "{}" -> "Bmatrix";
          case "||" -> "vmatrix";
          case "\u2016\u2016", "\u2225\u2225" -> "Vmatrix";
          case "{" -> hasClose && !pieces.get(i + 2).isNothing() ? "" : "cases";
          default -> "";
        };
    return name.isEmpty()
        ? TexPiece.NOTHING
        : TexPiece.atom(
            "\\begin{" + name + "} " + pieces.get(i + 1).source() + " \\end{" + name + "}");
  }

  private void add(TexPiece piece) {
    if (piece.isNothing()) {
      return;
    }
    switch (piece.kind()) {
      case RELATION -> put(" " + piece.tex() + " ");
      case INFIX -> {
        boolean isPrefix =
            switch (previous) {
              case INFIX, RELATION, OPEN, PUNCTUATION, FUNCTION -> true;
              default -> false;
            };
        put(isPrefix ? piece.tex() : " " + piece.tex() + " ");
      }
      case PUNCTUATION -> put(piece.tex() + " ");
      case FUNCTION -> {
        put(piece.tex());
      }
      default -> {
        boolean isArgument = previous == Kind.FUNCTION && piece.kind() != Kind.OPEN;
        put(isArgument ? " " + piece.tex() : piece.tex());
      }
    }
    previous = piece.kind();
  }

  private void put(String tex) {
    int length = out.length();
    boolean isSpace = length == 0 || out.charAt(length - 1) == ' ';
    if (isSpace && tex.charAt(0) == ' ') {
      out.append(tex, 1, tex.length());
    } else {
      // A command ends where no letter follows.
      if (!isSpace && Tex.isLetter(tex.charAt(0)) && endsInCommand()) {
        out.append(' ');
      }
      out.append(tex);
    }
  }

  private boolean endsInCommand() {
    int i = out.length();
    while (i > 0 && Tex.isLetter(out.charAt(i - 1))) {
      i--;
    }
    return i < out.length() && i > 0 && out.charAt(i - 1) == '\\';
  }
}
