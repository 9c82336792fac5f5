// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes presentation MathML as TeX.
 *
 * <p>Source: MathML Core and MathML 3, section 3 (presentation markup); commands are those of LaTeX
 * with amsmath. Spaces are not kept but set anew: around relations and infix operators, after
 * commas. Invisible operators, {@code mspace} and {@code mphantom} give nothing.
 *
 * <p>Iterative. Cost: linear in the nodes times the depth, at most 20,000 nodes; what comes after
 * is left out. Not thread-safe.
 */
final class MathMlTex {
  private static final int MAX_NODES = 20_000;

  /** An element that is open, and what its children so far have become. */
  private record Open(int node, List<TexPiece> children) {}

  private final Dom dom;

  MathMlTex(Dom dom) {
    this.dom = dom;
  }

  /** The TeX of a math element, "" if it shows nothing. */
  String of(int math) {
    Deque<Open> stack = new ArrayDeque<>();
    stack.push(new Open(math, new ArrayList<>()));
    int next = dom.firstChild(math);
    for (int visited = 0; visited < MAX_NODES; visited++) {
      if (next < 0) {
        Open done = stack.pop();
        if (stack.isEmpty()) {
          return TexRow.join(done.children()).tex();
        }
        stack.peek().children().add(closed(done));
        next = dom.nextSibling(done.node());
      } else if (dom.isText(next)) {
        String stray = dom.text(next).strip();
        if (!stray.isEmpty()) {
          stack.peek().children().add(TexPiece.atom(TexSymbols.escaped(stray)));
        }
        next = dom.nextSibling(next);
      } else if (isLeaf(next)) {
        stack.peek().children().add(leaf(next));
        next = dom.nextSibling(next);
      } else {
        stack.push(new Open(next, new ArrayList<>()));
        next = dom.firstChild(next);
      }
    }
    while (stack.size() > 1) {
      Open done = stack.pop();
      stack.peek().children().add(closed(done));
    }
    return TexRow.join(stack.pop().children()).tex();
  }

  /** The name without a namespace prefix. */
  private int name(int node) {
    int id = dom.name(node);
    if (id < Names.KNOWN) {
      return id;
    }
    String name = dom.nameOf(node);
    return Names.id(name.substring(name.indexOf(':') + 1));
  }

  private boolean isLeaf(int node) {
    return switch (name(node)) {
      case Names.MI,
          Names.MN,
          Names.MO,
          Names.MS,
          Names.MTEXT,
          Names.MSPACE,
          Names.MPHANTOM,
          Names.ANNOTATION,
          Names.ANNOTATION_XML,
          Names.MPRESCRIPTS ->
          true;
      default -> isNone(node);
    };
  }

  private boolean isNone(int node) {
    String name = dom.nameOf(node);
    return name.equals("none") || name.endsWith(":none");
  }

  private TexPiece leaf(int node) {
    String text = dom.wholeText(node).strip();
    return switch (name(node)) {
      case Names.MI -> TexSymbols.identifier(text, dom.attribute(node, "mathvariant"));
      case Names.MN -> TexSymbols.number(text, dom.attribute(node, "mathvariant"));
      case Names.MO -> TexSymbols.operator(text);
      case Names.MS, Names.MTEXT -> TexSymbols.words(dom.wholeText(node));
      case Names.MPRESCRIPTS -> TexPiece.PRESCRIPTS;
      default -> TexPiece.NOTHING;
    };
  }

  private TexPiece closed(Open open) {
    List<TexPiece> parts = open.children();
    int node = open.node();
    int n = parts.size();
    if (n == 0) {
      return TexPiece.NOTHING;
    }
    TexPiece first = parts.get(0);
    TexPiece second = n > 1 ? parts.get(1) : TexPiece.NOTHING;
    TexPiece third = n > 2 ? parts.get(2) : TexPiece.NOTHING;
    return switch (name(node)) {
      case Names.SEMANTICS, Names.MACTION -> first;
      case Names.MFRAC -> fraction(node, first, second);
      case Names.MSQRT -> TexPiece.atom("\\sqrt" + TexRow.join(parts).group());
      case Names.MROOT -> TexPiece.atom("\\sqrt[" + second.tex() + "]" + first.group());
      case Names.MSUB -> TexScripts.script(first, second, TexPiece.NOTHING);
      case Names.MSUP -> TexScripts.script(first, TexPiece.NOTHING, second);
      case Names.MSUBSUP -> TexScripts.script(first, second, third);
      case Names.MUNDER -> TexScripts.under(first, second);
      case Names.MOVER -> TexScripts.over(first, second);
      case Names.MUNDEROVER -> TexScripts.underOver(first, second, third);
      case Names.MMULTISCRIPTS -> TexScripts.multi(parts);
      case Names.MFENCED -> fenced(node, parts);
      case Names.MENCLOSE -> enclosed(node, TexRow.join(parts));
      case Names.MTABLE -> table(node, parts);
      case Names.MTR -> TexPiece.row(String.join(" & ", texts(parts)));
      case Names.MTD -> TexPiece.cell(TexRow.join(parts).tex());
      default -> dom.nameOf(node).endsWith("mlabeledtr") ? labeled(parts) : TexRow.join(parts);
    };
  }

  private TexPiece fraction(int node, TexPiece above, TexPiece below) {
    String thickness = dom.attribute(node, "linethickness");
    boolean isBinomial = thickness.startsWith("0") && !thickness.startsWith("0.");
    String parts = above.group() + below.group();
    return isBinomial
        ? new TexPiece("\\binom" + parts, TexPiece.Kind.ATOM, TexPiece.BINOMIAL)
        : TexPiece.atom("\\frac" + parts);
  }

  private TexPiece fenced(int node, List<TexPiece> parts) {
    String open = dom.attribute(node, "open");
    String close = dom.attribute(node, "close");
    String separators = dom.attribute(node, "separators").replace(" ", "");
    boolean hasSeparators = dom.attribute(node, "separators").isEmpty() || !separators.isEmpty();
    separators = separators.isEmpty() ? "," : separators;
    List<TexPiece> row = new ArrayList<>();
    row.add(TexSymbols.fence(has(node, "open") ? open : "(", true));
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && hasSeparators) {
        int at = Math.min(i - 1, separators.length() - 1);
        row.add(TexSymbols.operator(separators.substring(at, at + 1)));
      }
      row.add(parts.get(i));
    }
    row.add(TexSymbols.fence(has(node, "close") ? close : ")", false));
    return TexRow.join(row);
  }

  private boolean has(int node, String attribute) {
    for (int i = 0; i < dom.attributeCount(node); i++) {
      if (dom.attributeName(node, i).equals(attribute)) {
        return true;
      }
    }
    return false;
  }

  private TexPiece enclosed(int node, TexPiece content) {
    String notation = dom.attribute(node, "notation");
    if (notation.contains("box")) {
      return TexPiece.atom("\\boxed" + content.group());
    }
    if (notation.contains("radical")) {
      return TexPiece.atom("\\sqrt" + content.group());
    }
    return notation.contains("diagonalstrike")
        ? TexPiece.atom("\\cancel" + content.group())
        : content;
  }

  private TexPiece table(int node, List<TexPiece> rows) {
    String columns = dom.attribute(node, "columnalign");
    String body = String.join(" \\\\ ", texts(rows));
    if (rows.size() == 1 && !body.contains(" & ")) {
      return TexPiece.row(body);
    }
    return columns.startsWith("right left")
        ? TexPiece.atom("\\begin{aligned} " + body + " \\end{aligned}")
        : TexPiece.table(body);
  }

  /** A row whose first cell is the number of the equation. */
  private static TexPiece labeled(List<TexPiece> cells) {
    String label = cells.get(0).tex();
    if (label.startsWith("\\text{") && label.endsWith("}")) {
      label = label.substring(6, label.length() - 1);
    }
    if (label.startsWith("(") && label.endsWith(")")) {
      label = label.substring(1, label.length() - 1);
    }
    String row = String.join(" & ", texts(cells.subList(1, cells.size())));
    return TexPiece.row(row + " \\tag{" + label + "}");
  }

  private static List<String> texts(List<TexPiece> parts) {
    List<String> texts = new ArrayList<>();
    for (TexPiece part : parts) {
      texts.add(part.tex());
    }
    return texts;
  }
}
