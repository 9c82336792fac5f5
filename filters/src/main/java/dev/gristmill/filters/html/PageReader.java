// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Arrays;

/**
 * Walks a parsed page once, without recursion, and cuts its visible text into blocks.
 *
 * <p>Cost: one visit per node plus one per character, counted as steps. Not thread-safe.
 */
final class PageReader {
  private final Dom dom;
  private final PageText text = new PageText();
  private final Page page = new Page(text);
  private final Cues cues;
  private final Maths maths;
  private final long maxSteps;
  private long steps;

  /** Per open node: the block element it is in, and the {@link Style} of the nodes around it. */
  private int[] elementOf = new int[64];

  private int[] styleOf = new int[64];
  private int depth;
  private int deepest;

  /** The level of the heading that is open, else 0. */
  private int headingLevel;

  PageReader(Dom dom, long maxSteps) {
    this.dom = dom;
    this.maxSteps = maxSteps;
    cues = new Cues(dom);
    maths = new Maths(dom);
  }

  /** Reads the whole page; false if the budget ran out first. */
  boolean read() {
    int root = dom.root();
    open(page.addElement(-1, root, Tag.BLOCK, 0, 0), 0);
    int node = root;
    while (true) {
      if (++steps > maxSteps) {
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
    return deepest;
  }

  /** Handles a node; true if its children are to be read and {@link #leave} called after them. */
  private boolean enter(int node) {
    int style = styleOf[depth - 1];
    if (dom.isText(node)) {
      steps += dom.textEnd(node) - dom.textStart(node);
      text.append(dom.chars(), dom.textStart(node), dom.textEnd(node), style);
      return false;
    }
    Tag tag = Tag.of(dom, node);
    switch (tag) {
      case SKIPPED -> {
        return false;
      }
      case SCRIPT, MATH, IMAGE -> {
        if (tag == Tag.IMAGE) {
          page.addImage();
        }
        String tex = maths.tex(node, tag);
        if (!tex.isEmpty()) {
          steps += tex.length();
          text.append(tex, style & Style.STRONG);
        }
        return false;
      }
      case BREAK -> {
        lineBreak((style & Style.PRE) != 0);
        return false;
      }
      case RULE -> {
        flush();
        return false;
      }
      default -> {}
    }
    if (Hidden.is(dom, node) || maths.isRendering(node)) {
      return false;
    }
    if (tag == Tag.PRE) {
      style |= Style.PRE;
    } else if ((style & Style.PRE) != 0 && tag.isBlock()) {
      // Lines of code wrapped in blocks stay lines of one block.
      text.newline();
      tag = Tag.INLINE;
    }
    if (tag.isBlock()) {
      openBlock(node, tag, style);
    } else {
      open(elementOf[depth - 1], style | inlineStyle(node));
    }
    return true;
  }

  private void openBlock(int node, Tag tag, int style) {
    flush();
    int name = dom.name(node);
    if (tag == Tag.HEADING) {
      headingLevel = 1 + name - Names.H1;
    }
    boolean isAround = name == Names.BODY || name == Names.HTML;
    int elementCues = isAround ? 0 : cues.of(node);
    int within = (elementCues & Cue.CODE.bit()) != 0 ? style | Style.CODE : style;
    long signature = cues.classHash(node) * 31 + dom.name(node);
    int parent = elementOf[depth - 1];
    open(page.addElement(parent, node, tag, elementCues, signature), within);
  }

  private int inlineStyle(int node) {
    return switch (dom.name(node)) {
      case Names.A -> dom.has(node, AttributeNames.HREF) ? Style.LINK : 0;
      case Names.CODE, Names.SAMP, Names.KBD, Names.TT -> Style.CODE;
      case Names.B, Names.STRONG, Names.EM, Names.I -> Style.STRONG;
      default -> 0;
    };
  }

  private void leave(int node) {
    depth--;
    int inside = elementOf[depth];
    if (inside != elementOf[depth - 1]) {
      flushInto(inside);
      page.closeElement(inside);
      if (page.tag(inside) == Tag.HEADING) {
        headingLevel = 0;
      }
    } else if ((styleOf[depth] & Style.PRE) != 0 && Tag.of(dom, node).isBlock()) {
      text.newline();
    }
  }

  private void open(int element, int style) {
    if (depth == elementOf.length) {
      elementOf = Arrays.copyOf(elementOf, depth * 2);
      styleOf = Arrays.copyOf(styleOf, depth * 2);
    }
    elementOf[depth] = element;
    styleOf[depth] = style;
    depth++;
    deepest = Math.max(deepest, depth);
  }

  private void lineBreak(boolean isPre) {
    if (isPre) {
      text.append("\n", Style.PRE);
    } else if (text.isAtLineStart()) {
      flush();
    } else {
      text.newline();
    }
  }

  private void flush() {
    flushInto(elementOf[depth - 1]);
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
