// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks a parsed page once, without recursion, and cuts its visible text into blocks.
 *
 * <p>Cost: one visit per node plus one per character, counted as steps. Not thread-safe.
 */
final class PageReader {
  private static final int LINK = 1;
  private static final int PRE = 2;

  /** Links in code lead to definitions; they say nothing about boilerplate. */
  private static final int CODE = 4;

  private final PageText text = new PageText();
  private final Page page = new Page(text);
  private final Cues cues = new Cues();
  private final Maths maths = new Maths();
  private final long maxSteps;
  private long steps;

  /** Per open node: the block element it is in, and LINK and PRE of the nodes around it. */
  private int[] elementOf = new int[64];

  private int[] stateOf = new int[64];
  private int depth;
  private int deepest;

  /** The level of the heading that is open, else 0. */
  private int headingLevel;

  PageReader(long maxSteps) {
    this.maxSteps = maxSteps;
  }

  /** Reads the subtree of {@code root}; false if the budget ran out first. */
  boolean read(Element root) {
    open(page.addElement(-1, Tag.BLOCK, 0, 0), 0);
    Node node = root;
    while (true) {
      if (++steps > maxSteps) {
        return false;
      }
      boolean isOpen = enter(node);
      if (isOpen && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      if (isOpen) {
        leave(node);
      }
      Node next = node.equals(root) ? null : node.nextSibling();
      while (next == null && !node.equals(root)) {
        node = node.parent();
        leave(node);
        next = node.equals(root) ? null : node.nextSibling();
      }
      if (next == null) {
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
  private boolean enter(Node node) {
    int current = elementOf[depth - 1];
    int state = stateOf[depth - 1];
    if (node instanceof TextNode words) {
      String chars = words.getWholeText();
      steps += chars.length();
      text.append(chars, (state & (LINK | CODE)) == LINK, (state & PRE) != 0);
      return false;
    }
    if (!(node instanceof Element element)) {
      return false;
    }
    Tag tag = Tag.of(element.normalName());
    switch (tag) {
      case SKIPPED -> {
        return false;
      }
      case SCRIPT, MATH, IMAGE -> {
        String tex = maths.tex(element, tag);
        if (!tex.isEmpty()) {
          steps += tex.length();
          text.append(tex, false, false);
        }
        return false;
      }
      case BREAK -> {
        lineBreak((state & PRE) != 0);
        return false;
      }
      case RULE -> {
        flush();
        return false;
      }
      default -> {}
    }
    if (isHidden(element) || maths.isRendering(element)) {
      return false;
    }
    if (tag == Tag.PRE) {
      state |= PRE;
    } else if ((state & PRE) != 0 && tag.isBlock()) {
      // Lines of code wrapped in blocks stay lines of one block.
      text.newline();
      tag = Tag.INLINE;
    }
    if (!tag.isBlock()) {
      open(current, state | inlineState(element));
      return true;
    }
    flush();
    if (tag == Tag.HEADING) {
      headingLevel = element.normalName().charAt(1) - '0';
    }
    String names = element.attr("class");
    int elementCues = cues.of(names) | cues.of(element.attr("id")) | cues.of(element.attr("role"));
    elementCues |= cues.of(element.attr("itemprop"));
    if (element.normalName().indexOf('-') > 0) {
      elementCues |= cues.of(element.normalName());
    }
    if (element.normalName().equals("body") || element.normalName().equals("html")) {
      elementCues = 0;
    }
    state |= (elementCues & Cues.CODE) != 0 ? CODE : 0;
    int signature = element.normalName().hashCode() * 31 + names.hashCode();
    open(page.addElement(current, tag, elementCues, signature), state);
    return true;
  }

  private static int inlineState(Element element) {
    return switch (element.normalName()) {
      case "a" -> element.hasAttr("href") ? LINK : 0;
      case "code", "samp", "kbd", "tt" -> CODE;
      default -> 0;
    };
  }

  private void leave(Node node) {
    depth--;
    int inside = elementOf[depth];
    if (inside != elementOf[depth - 1]) {
      flushInto(inside);
      page.closeElement(inside);
      if (page.tag(inside) == Tag.HEADING) {
        headingLevel = 0;
      }
    } else if ((stateOf[depth] & PRE) != 0 && Tag.of(((Element) node).normalName()).isBlock()) {
      text.newline();
    }
  }

  private void open(int element, int state) {
    if (depth == elementOf.length) {
      elementOf = Arrays.copyOf(elementOf, depth * 2);
      stateOf = Arrays.copyOf(stateOf, depth * 2);
    }
    elementOf[depth] = element;
    stateOf[depth] = state;
    depth++;
    deepest = Math.max(deepest, depth);
  }

  private void lineBreak(boolean isPre) {
    if (isPre) {
      text.append("\n", false, true);
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

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() || style.length() > 4096) {
      return false;
    }
    String packed = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return packed.contains("display:none") || packed.contains("visibility:hidden");
  }
}
