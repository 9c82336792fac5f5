// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Locale;

/** What is particular to listings of source code: their lines, white space and language. */
final class Listing {
  /** Elements around the code that may name its language. */
  private static final int MAX_UP = 6;

  private static final String[] PREFIXES = {
    "language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush:"
  };

  /** Follow a prefix but are no languages. */
  private static final String NO_LANGUAGES =
      " none default text plain plaintext nohighlight wrapper block source ";

  private Listing() {}

  /** Whether elements of a tag are lines of code where white space counts. */
  static boolean isLine(Tag tag) {
    return switch (tag) {
      case CELL, ROWS, TABLE, LIST -> false;
      default -> tag.isBlock();
    };
  }

  /** Whether a text is only the white space that the source has between two lines' elements. */
  static boolean isGap(Dom dom, int textNode) {
    int before = dom.previousSibling(textNode);
    int after = dom.nextSibling(textNode);
    boolean isBetween =
        (before >= 0 || after >= 0)
            && (before < 0 || isBlock(dom, before))
            && (after < 0 || isBlock(dom, after));
    for (int i = dom.textStart(textNode); isBetween && i < dom.textEnd(textNode); i++) {
      isBetween = dom.chars()[i] <= ' ';
    }
    return isBetween;
  }

  private static boolean isBlock(Dom dom, int node) {
    return dom.isElement(node) && Tag.of(dom, node).isBlock();
  }

  /** Whether the style of an inline code element keeps its white space. */
  static boolean isPreformatted(Dom dom, int code) {
    String style = dom.attribute(code, AttributeNames.STYLE).replace(" ", "");
    return style.contains("white-space:pre") && !style.contains("white-space:pre-line");
  }

  /** Whether an inline code element is set as a block whose white space counts. */
  static boolean isBlockCode(Dom dom, int node) {
    return dom.name(node) == Names.CODE
        && dom.attribute(node, AttributeNames.STYLE).replace(" ", "").contains("display:block")
        && isPreformatted(dom, node);
  }

  /** The language of the code in an element, by its class or an attribute; "" if none is named. */
  static String language(Dom dom, int pre) {
    int inner = dom.firstChild(pre);
    while (inner >= 0 && !dom.isElement(inner)) {
      inner = dom.nextSibling(inner);
    }
    String language = inner >= 0 && dom.name(inner) == Names.CODE ? named(dom, inner, true) : "";
    int node = pre;
    for (int up = 0; up < MAX_UP && node > 0 && language.isEmpty(); up++) {
      language = named(dom, node, up < 2);
      node = dom.parent(node);
    }
    return language;
  }

  private static String named(Dom dom, int node, boolean isNear) {
    for (int attribute : new int[] {AttributeNames.DATA_LANG, AttributeNames.DATA_LANGUAGE}) {
      String value = dom.attribute(node, attribute).strip();
      if (isNear && isLanguage(value)) {
        return value.toLowerCase(Locale.ROOT);
      }
    }
    String[] words = dom.attribute(node, AttributeNames.CLASS).strip().split("\\s+", 64);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      for (String prefix : PREFIXES) {
        String rest = word.startsWith(prefix) ? word.substring(prefix.length()) : "";
        // The language of a text is written much like that of code.
        rest = isNear || !prefix.equals("lang-") ? rest : "";
        // In "brush: java; gutter: false" the name is the next word.
        rest = word.equals("brush:") && i + 1 < words.length ? words[i + 1] : rest;
        int end = rest.indexOf(';');
        rest = end < 0 ? rest : rest.substring(0, end);
        if (isLanguage(rest)) {
          return rest;
        }
      }
      boolean isMarked =
          words[0].equals("sourceCode")
              || words[0].equals("hljs")
              || words[0].equals("syntaxhighlighter")
              || (words[0].equals("highlight") && dom.name(node) == Names.FIGURE);
      if (i == 1 && isMarked && isLanguage(word)) {
        return word;
      }
    }
    return "";
  }

  private static boolean isLanguage(String name) {
    if (name.isEmpty() || name.length() > 20 || NO_LANGUAGES.contains(" " + name + " ")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Tex.isLetter(c) && !(c >= '0' && c <= '9') && "+-#._".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
