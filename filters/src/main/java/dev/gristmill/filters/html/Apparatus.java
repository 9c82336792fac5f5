// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Locale;

/**
 * Tells what a page adds to its text for use on screen: links of a heading to itself, links to edit
 * a section, marks of footnotes and links back from them, line numbers and copy buttons of code.
 *
 * <p>Line numbers are only what reads as such: an element that merely has a class like theirs stays
 * if it holds anything but digits. Cost: at most {@value #MAX_NUMBER_CHARS} characters an element,
 * counted in {@link #steps}. Not thread-safe.
 */
final class Apparatus {
  private static final int MAX_NUMBER_CHARS = 1 << 20;

  /** A longer text of a link is no mark. */
  private static final int MAX_LABEL_CHARS = 40;

  private static final int MAX_LABEL_NODES = 12;

  private static final String MARKS = "\u00B6\u00A7#\u2693\u21A9\u21B5\u2191\u2934^\uFE0E\uFE0F";

  private final Dom dom;
  private final ToolClasses tools;
  private long steps;

  Apparatus(Dom dom, ToolClasses tools) {
    this.dom = dom;
    this.tools = tools;
  }

  /** Characters looked at so far. */
  long steps() {
    return steps;
  }

  /**
   * Whether an element is dropped with all below it.
   *
   * @param bits of {@link ToolClasses}
   * @param isHeading whether it is inside a heading or the term of a definition
   */
  boolean is(int node, int bits, boolean isHeading) {
    if ((bits & (ToolClasses.EDIT | ToolClasses.TOOLS)) != 0) {
      return true;
    }
    if ((bits & ToolClasses.BAR) != 0 && isInViewer(node)) {
      return true;
    }
    if ((bits & ToolClasses.NUMBERS) != 0 && isNumbers(node)) {
      return true;
    }
    return switch (dom.name(node)) {
      case Names.A -> isMarkLink(node, bits, isHeading);
      case Names.SUP -> isNoteMark(node, bits);
      default -> false;
    };
  }

  private boolean isInViewer(int node) {
    int parent = dom.parent(node);
    int next = dom.nextSibling(node);
    return parent > 0
        && ((tools.of(parent) & ToolClasses.VIEWER) != 0
            || dom.name(parent) == Names.PRE
            || (next >= 0 && dom.name(next) == Names.PRE));
  }

  private boolean isNumbers(int node) {
    // Code that is all digits, under the class that asks for line numbers.
    int name = dom.name(node);
    int parentName = dom.name(dom.parent(node));
    boolean isCode = name == Names.PRE && parentName != Names.TD && parentName != Names.DIV;
    if (isCode || name == Names.CODE) {
      return false;
    }
    int read = 0;
    for (int n = node; n >= 0; n = dom.following(n, node)) {
      steps++;
      for (int i = dom.textStart(n); i < dom.textEnd(n); i++) {
        steps++;
        if (++read > MAX_NUMBER_CHARS || !isOfNumbers(dom.chars()[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOfNumbers(char c) {
    return (c >= '0' && c <= '9')
        || c <= ' '
        || c == '\u00A0'
        || ".:|+-\u2026\u200B".indexOf(c) >= 0;
  }

  private boolean isMarkLink(int node, int bits, boolean isHeading) {
    boolean isNote =
        (bits & ToolClasses.NOTE) != 0
            || dom.attributeIs(node, AttributeNames.ROLE, "doc-noteref")
            || dom.attributeIs(node, AttributeNames.ROLE, "doc-backlink");
    boolean isLocal = isLocal(node);
    if (!isLocal && !isNote && (bits & ToolClasses.ANCHOR) == 0) {
      return false;
    }
    String label = label(node);
    if (label.length() > MAX_LABEL_CHARS) {
      return false;
    }
    if (isNote && isNoteLabel(label)) {
      return true;
    }
    boolean isRaised =
        isLocal && dom.name(dom.firstChild(node) < 0 ? node : dom.firstChild(node)) == Names.SUP;
    if (isRaised && isNoteLabel(label)) {
      return true;
    }
    if (!label.isEmpty() && isOnlyMarks(label)) {
      return true;
    }
    return isHeading
        && (bits & ToolClasses.ANCHOR) != 0
        && (label.isEmpty() || isAnchorWord(label));
  }

  private static boolean isAnchorWord(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return lower.equals("link")
        || lower.equals("anchor")
        || lower.equals("copy link")
        || lower.startsWith("permalink")
        || lower.startsWith("direct link")
        || lower.startsWith("link to ");
  }

  private boolean isLocal(int link) {
    long range = dom.attributeRange(link, AttributeNames.HREF);
    int end = (int) range;
    for (int i = (int) (range >>> 32); range >= 0 && i < end; i++) {
      if (dom.chars()[i] == '#') {
        return true;
      }
    }
    return false;
  }

  private boolean isNoteMark(int sup, int bits) {
    if ((bits & ToolClasses.NOTE) != 0) {
      return true;
    }
    boolean hasLink = false;
    int visited = 0;
    for (int n = sup; n >= 0 && visited < MAX_LABEL_NODES; n = dom.following(n, sup)) {
      visited++;
      hasLink |= dom.name(n) == Names.A && isLocal(n);
    }
    return hasLink && isNoteLabel(label(sup));
  }

  /** A number, a letter or two, a dagger; or anything short in brackets. */
  private static boolean isNoteLabel(String label) {
    if (label.isEmpty()) {
      return false;
    }
    boolean isBracketed = label.startsWith("[") && label.endsWith("]");
    return isBracketed ? label.length() <= 24 : label.length() <= 4;
  }

  private static boolean isOnlyMarks(String label) {
    for (int i = 0; i < label.length(); ) {
      int c = label.codePointAt(i);
      // The chain of a link comes with emoji.
      if (MARKS.indexOf(c) < 0 && c != 0x1F517 && c != ' ') {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** The text of a small element, stripped; too long a string if there is too much of it. */
  private String label(int node) {
    StringBuilder label = new StringBuilder();
    int visited = 0;
    for (int n = node; n >= 0; n = dom.following(n, node)) {
      if (++visited > MAX_LABEL_NODES || dom.textEnd(n) - dom.textStart(n) > 4 * MAX_LABEL_CHARS) {
        return " ".repeat(MAX_LABEL_CHARS + 1);
      }
      label.append(dom.chars(), dom.textStart(n), dom.textEnd(n) - dom.textStart(n));
    }
    steps += visited;
    return label.toString().replace("\u200B", "").strip();
  }
}
