// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/**
 * Walks a parsed page once, without recursion, and cuts its visible text into blocks.
 *
 * <p>Cost: one visit per node plus one per character, counted as steps. Not thread-safe.
 */
final class PageReader {
  private final Dom dom;
  private final PageText text = new PageText();
  private final Page page = new Page(text);
  private final Marks marks;
  private final Cues cues;
  private final ToolClasses tools;
  private final Maths maths;
  private final Apparatus apparatus;
  private final RaisedText raised;
  private final long maxSteps;
  private long steps;

  private final OpenNodes open = new OpenNodes();

  /** The level of the heading that is open, else 0. */
  private int headingLevel;

  PageReader(Dom dom, long maxSteps) {
    this(dom, maxSteps, new Marks(false));
  }

  /** Also fills {@code marks}, if it keeps any. */
  PageReader(Dom dom, long maxSteps, Marks marks) {
    this.dom = dom;
    this.maxSteps = maxSteps;
    this.marks = marks;
    cues = new Cues(dom);
    tools = new ToolClasses(dom);
    maths = new Maths(dom, tools);
    apparatus = new Apparatus(dom, tools);
    raised = new RaisedText(dom);
  }

  /** Reads the whole page; false if the budget ran out first. */
  boolean read() {
    int root = dom.root();
    push(page.addElement(-1, root, Tag.BLOCK, 0, 0), 0, -1);
    int node = root;
    while (true) {
      if (++steps + maths.steps() + apparatus.steps() > maxSteps) {
        return false;
      }
      boolean isOpen = enter(node);
      if (isOpen && dom.firstChild(node) >= 0) {
        node = dom.firstChild(node);
        continue;
      }
      if (isOpen) {
        leave(node);
      }
      int next = node == root ? -1 : dom.nextSibling(node);
      while (next < 0 && node != root) {
        node = dom.parent(node);
        leave(node);
        next = node == root ? -1 : dom.nextSibling(node);
      }
      if (next < 0) {
        flush();
        page.closeElement(0);
        return true;
      }
      node = next;
    }
  }

  Page page() {
    return page;
  }

  /** The greatest depth of open elements met. */
  int deepest() {
    return open.deepest();
  }

  /** Handles a node; true if its children are to be read and {@link #leave} called after them. */
  private boolean enter(int node) {
    int style = open.style();
    if (dom.isText(node)) {
      if ((style & (Style.PRE | Style.ROWS)) == 0 || !Listing.isGap(dom, node)) {
        steps += dom.textEnd(node) - dom.textStart(node);
        text.append(dom.chars(), dom.textStart(node), dom.textEnd(node), style);
      }
      return false;
    }
    Tag tag = Tag.of(dom, node);
    switch (tag) {
      case SKIPPED -> {
        return false;
      }
      case BREAK -> {
        lineBreak(style);
        return false;
      }
      case RULE -> {
        flush();
        marks.point(Marks.Kind.RULE, node, text.end());
        return false;
      }
      default -> {}
    }
    int bits = dom.hasAttributes(node) ? tools.of(node) : 0;
    Maths.Formula formula = maths.of(node, tag, bits);
    if (formula.isTaken()) {
      write(formula, node, style);
    }
    if (tag == Tag.IMAGE) {
      page.addImage();
      if (!formula.isTaken()) {
        marks.point(Marks.Kind.IMAGE, node, text.end());
      }
    }
    if (formula.isTaken() || tag == Tag.SCRIPT || tag == Tag.IMAGE || Hidden.is(dom, node)) {
      return false;
    }
    if (apparatus.is(node, bits, (style & Style.TERM) != 0)) {
      text.gap();
      return false;
    }
    String script = raised.of(node, (style & Style.MATHS) != 0, text);
    if (!script.isEmpty()) {
      text.append(script, style);
      return false;
    }
    openElement(node, tag, style, bits);
    return true;
  }

  private void openElement(int node, Tag tag, int style, int bits) {
    boolean isListing =
        (style & Style.PRE) == 0
            && ((bits & ToolClasses.CODE) != 0 || tag == Tag.PRE || Listing.isBlockCode(dom, node));
    if ((style & (Style.PRE | Style.ROWS)) != 0 && tag.isBlock()) {
      // Lines of code wrapped in blocks stay lines of one block.
      if (tag == Tag.CELL) {
        text.gap();
      } else {
        text.newline();
      }
      push(open.element(), style, -1);
      return;
    }
    boolean isMaths = (bits & ToolClasses.MATHS) != 0 && maths.isBare(node);
    int within = style | (isMaths ? Style.MATHS : 0);
    if (tag.isBlock() || isListing) {
      within |= (bits & ToolClasses.EQUATION) != 0 ? Style.ROWS : 0;
      openBlock(node, isListing ? Tag.PRE : tag, within, isMaths);
    } else {
      push(open.element(), within | Style.ofInline(dom, node), mark(node, style, isMaths));
    }
  }

  private void push(int element, int style, int mark) {
    open.push(element, style, text.end(), mark);
  }

  private void write(Maths.Formula formula, int node, int style) {
    if (formula.tex().isEmpty()) {
      return;
    }
    steps += formula.tex().length();
    boolean isLine = formula.isDisplay() && (style & Style.ROWS) == 0;
    if (isLine) {
      text.newline();
    }
    int mark =
        marks.open(
            formula.isDisplay() ? Marks.Kind.DISPLAY_MATHS : Marks.Kind.MATHS, node, text.end());
    text.append(formula.tex(), style & Style.STRONG);
    marks.close(mark, text.end());
    if (isLine) {
      text.newlineLater();
    }
  }

  private void openBlock(int node, Tag tag, int style, boolean isMaths) {
    flush();
    int name = dom.name(node);
    if (tag == Tag.HEADING) {
      headingLevel = 1 + name - Names.H1;
    }
    boolean isAround = name == Names.BODY || name == Names.HTML;
    int elementCues = isAround ? 0 : cues.of(node);
    int within = style | Style.ofBlock(tag);
    within |= (elementCues & Cue.CODE.bit()) != 0 ? Style.CODE : 0;
    long signature = cues.classHash(node) * 31 + dom.name(node);
    int parent = open.element();
    boolean isFormula = isMaths && name == Names.DIV && maths.isTexOnly(node);
    int mark = isFormula ? marks.open(Marks.Kind.DISPLAY_MATHS, node, text.end()) : -1;
    push(page.addElement(parent, node, tag, elementCues, signature), within, mark);
  }

  /** Opens the mark of an inline element, if it has one where it stands. */
  private int mark(int node, int style, boolean isMaths) {
    if ((style & (Style.PRE | Style.MATHS | Style.ROWS)) != 0) {
      return -1;
    }
    if (isMaths) {
      return marks.open(Marks.Kind.MATHS, node, text.end());
    }
    return switch (dom.name(node)) {
      case Names.A -> marks.open(Marks.Kind.LINK, node, text.end());
      case Names.CODE, Names.SAMP, Names.KBD, Names.TT ->
          marks.open(Marks.Kind.CODE, node, text.end());
      case Names.B, Names.STRONG -> marks.open(Marks.Kind.STRONG, node, text.end());
      case Names.EM, Names.I -> marks.open(Marks.Kind.EMPHASIS, node, text.end());
      default -> -1;
    };
  }

  private void leave(int node) {
    open.pop();
    int inside = open.closedElement();
    marks.close(open.closedMark(), text.end());
    if (inside != open.element()) {
      flushInto(inside);
      page.closeElement(inside);
      if (page.tag(inside) == Tag.HEADING) {
        headingLevel = 0;
      }
    } else if ((open.style() & Style.PRE) != 0 && Listing.isLine(Tag.of(dom, node))) {
      text.endLine(open.closedStart());
    } else if ((open.style() & Style.ROWS) != 0 && Tag.of(dom, node) == Tag.ROW) {
      text.newline();
    }
  }

  private void lineBreak(int style) {
    if ((style & (Style.PRE | Style.VERBATIM)) != 0) {
      text.append("\n", Style.PRE);
    } else if (text.isAtLineStart()) {
      flush();
    } else {
      text.newline();
    }
  }

  private void flush() {
    flushInto(open.element());
  }

  private void flushInto(int element) {
    if (text.isBlockEmpty()) {
      text.dropBlock();
    } else {
      page.addBlock(element, headingLevel);
      text.startBlock();
    }
  }
}
