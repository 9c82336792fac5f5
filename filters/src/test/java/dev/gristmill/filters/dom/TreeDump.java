// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tree as lines in the manner of the html5lib tests: neighbouring texts joined, attributes
 * sorted, white space outside of head and body left out.
 */
final class TreeDump {
  private final Dom dom;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder text = new StringBuilder();

  private final boolean isStripped;

  private TreeDump(Dom dom, boolean isStripped) {
    this.dom = dom;
    this.isStripped = isStripped;
  }

  static String of(Dom dom) {
    return of(dom, false);
  }

  /** Without the white space at the ends of texts, and without texts of white space. */
  static String stripped(Dom dom) {
    return of(dom, true);
  }

  private static String of(Dom dom, boolean isStripped) {
    TreeDump dump = new TreeDump(dom, isStripped);
    int depth = 0;
    int n = 0;
    while (true) {
      int next = dom.firstChild(n);
      if (next >= 0) {
        depth++;
      }
      while (next < 0 && n > 0) {
        next = dom.nextSibling(n);
        if (next < 0) {
          n = dom.parent(n);
          dump.flush(n, depth);
          depth--;
        }
      }
      if (next < 0) {
        return dump.out.toString();
      }
      n = next;
      dump.add(n, depth);
    }
  }

  private void add(int n, int depth) {
    if (dom.isText(n)) {
      text.append(dom.chars(), dom.textStart(n), dom.textEnd(n) - dom.textStart(n));
      return;
    }
    flush(dom.parent(n), depth);
    out.append("  ".repeat(Math.min(depth, 40) - 1)).append('<');
    if (dom.isForeign(n)) {
      out.append("foreign ");
    }
    out.append(dom.nameOf(n));
    Map<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < dom.attributeCount(n); i++) {
      sorted.putIfAbsent(dom.attributeName(n, i), dom.attributeValue(n, i));
    }
    sorted.forEach(
        (name, value) -> out.append(' ').append(name).append("=\"").append(value).append('"'));
    out.append(">\n");
  }

  private void flush(int under, int depth) {
    boolean isOutside = under == 0 || dom.name(under) == Names.HTML;
    String words = text.toString();
    if (isStripped || (isOutside && words.isBlank())) {
      words = words.strip();
    }
    if (!words.isEmpty()) {
      out.append("  ".repeat(Math.min(depth, 40) - 1)).append('"').append(words).append("\"\n");
    }
    text.setLength(0);
  }
}
