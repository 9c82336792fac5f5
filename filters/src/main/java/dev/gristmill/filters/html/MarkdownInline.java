// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.html.BlockSpans.Span;
import dev.gristmill.filters.html.Marks.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes the characters of one block after another with markdown's marks for emphasis, links, code
 * and formulae.
 *
 * <p>Where CommonMark would not read a pair of asterisks as emphasis, because of what stands next
 * to them, none are written. Formulae between TeX's own marks stay as they stand. Blocks must come
 * in their order. Not thread-safe.
 */
final class MarkdownInline {
  /** A longer address is data. */
  private static final int MAX_ADDRESS = 2000;

  private final Page page;
  private final Dom dom;
  private final BlockForm form;
  private final Marks marks;
  private final BlockSpans blockSpans;

  MarkdownInline(Page page, Dom dom, Marks marks, BlockForm form) {
    this.page = page;
    this.dom = dom;
    this.marks = marks;
    this.form = form;
    blockSpans = new BlockSpans(page, marks);
  }

  /** Whether all of a block is one piece of code in several lines. */
  boolean isCodeBlock(int b) {
    for (Span span : blockSpans.of(b)) {
      if (span.kind() == Kind.CODE && span.start() == first(b) && span.end() == last(b)) {
        return new String(page.chars(), span.start(), span.end() - span.start()).indexOf('\n') >= 0;
      }
    }
    return false;
  }

  /** A block that is the content of a table's cell. */
  String cell(int b) {
    return text(b).replace("\\\n", " ").replace('\n', ' ').strip().replace("|", "\\|");
  }

  String text(int b) {
    List<Span> spans = blockSpans.of(b);
    int from = first(b);
    int to = last(b);
    MarkdownEscapes escapes = new MarkdownEscapes(new String(page.chars(), from, to - from));
    StringBuilder out = new StringBuilder();
    Deque<Span> open = new ArrayDeque<>();
    boolean isFormulaLine = false;
    int at = 0;
    int i = from;
    while (i < to) {
      close(out, open, i);
      int start = i;
      while (at < spans.size() && spans.get(at).start() <= start && i == start) {
        Span span = spans.get(at++);
        isFormulaLine |= span.kind() == Kind.DISPLAY_MATHS;
        i = span.start() < start ? start : begin(out, span, open, b);
      }
      if (i == start) {
        int formulaEnd = escapes.formulaEnd(i - from);
        boolean isLineOfFormula =
            at < spans.size()
                && spans.get(at).start() == i + 1
                && spans.get(at).kind() == Kind.DISPLAY_MATHS;
        if (formulaEnd > 0) {
          out.append(page.chars(), i, from + formulaEnd - i);
          i = from + formulaEnd;
        } else if (page.chars()[i++] == '\n') {
          out.append(isLineOfFormula || isFormulaLine ? "\n" : "\\\n");
          isFormulaLine = false;
        } else {
          escapes.append(out, i - 1 - from);
        }
      }
    }
    close(out, open, to);
    return out.toString();
  }

  private int first(int b) {
    int i = page.start(b);
    while (i < page.end(b) && page.chars()[i] <= ' ') {
      i++;
    }
    return i;
  }

  private int last(int b) {
    int i = page.end(b);
    while (i > page.start(b) && page.chars()[i - 1] <= ' ') {
      i--;
    }
    return Math.max(i, first(b));
  }

  private void close(StringBuilder out, Deque<Span> open, int i) {
    while (!open.isEmpty() && open.peek().end() <= i) {
      Span span = open.pop();
      out.append(
          switch (span.kind()) {
            case STRONG -> "**";
            case EMPHASIS -> "*";
            default -> "](" + destination(address(span)) + ")";
          });
    }
  }

  /** Begins a span; returns where to go on: behind it if it is written whole. */
  private int begin(StringBuilder out, Span span, Deque<Span> open, int b) {
    String raw = new String(page.chars(), span.start(), span.end() - span.start());
    switch (span.kind()) {
      case MATHS -> out.append('$').append(raw).append('$');
      case DISPLAY_MATHS -> out.append("$$").append(raw).append("$$");
      case CODE -> out.append(code(raw.replace('\n', ' ')));
      case IMAGE, RULE -> image(out, form.point(span.mark()), span.start());
      default -> {
        if (isMarked(span, open, b)) {
          open.push(span);
          out.append(span.kind() == Kind.LINK ? "[" : span.kind() == Kind.STRONG ? "**" : "*");
        }
        return span.start();
      }
    }
    return span.end();
  }

  private void image(StringBuilder out, String point, int at) {
    boolean isAfterText = out.length() > 0 && out.charAt(out.length() - 1) > ' ';
    if (!point.isEmpty()) {
      boolean isBeforeText = page.chars()[at] > ' ';
      out.append(isAfterText ? " " : "").append(point).append(isBeforeText ? " " : "");
    }
  }

  private boolean isMarked(Span span, Deque<Span> open, int b) {
    for (Span around : open) {
      if (around.kind() == span.kind()) {
        return false;
      }
    }
    if (span.kind() == Kind.LINK) {
      return isAddress(address(span));
    }
    char before = span.start() > page.start(b) ? page.chars()[span.start() - 1] : ' ';
    char after = span.end() < page.end(b) ? page.chars()[span.end()] : ' ';
    boolean opens = !isMark(page.chars()[span.start()]) || before <= ' ' || isMark(before);
    boolean closes = !isMark(page.chars()[span.end() - 1]) || after <= ' ' || isMark(after);
    return page.headingLevel(b) == 0 && opens && closes;
  }

  /** Punctuation or a symbol, as CommonMark counts them. */
  private static boolean isMark(char c) {
    return c > ' ' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
  }

  private String address(Span span) {
    return dom.attribute(marks.node(span.mark()), AttributeNames.HREF).strip();
  }

  private static boolean isAddress(String address) {
    return !address.isEmpty()
        && address.length() <= MAX_ADDRESS
        && address.charAt(0) != '#'
        && !address.regionMatches(true, 0, "javascript:", 0, 11)
        && !address.regionMatches(true, 0, "data:", 0, 5);
  }

  /** An address as it stands in a link. */
  static String destination(String address) {
    String clean = PageText.folded(address).replace("<", "%3C").replace(">", "%3E");
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == ' ' || c == '(' || c == ')') {
        return "<" + clean + ">";
      }
    }
    return clean;
  }

  private static String code(String raw) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < raw.length(); i++) {
      run = raw.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean isPadded = raw.startsWith("`") || raw.endsWith("`");
    return isPadded ? fence + " " + raw + " " + fence : fence + raw + fence;
  }
}
