// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;

/** Tells elements that a browser would not show, as far as their own attributes say so. */
final class Hidden {
  /** A longer style is machine-made. */
  private static final int MAX_CHARS = 4096;

  private static final String[] DECLARATIONS = {"display:none", "visibility:hidden"};

  private Hidden() {}

  static boolean is(Dom dom, int element) {
    if (!dom.hasAttributes(element)) {
      return false;
    }
    if (dom.has(element, AttributeNames.HIDDEN)
        || dom.attributeIs(element, AttributeNames.ARIA_HIDDEN, "true")) {
      return true;
    }
    long range = dom.attributeRange(element, AttributeNames.STYLE);
    int start = (int) (range >>> 32);
    int end = (int) range;
    return range >= 0 && end - start <= MAX_CHARS && isHiding(dom.chars(), start, end);
  }

  private static boolean isHiding(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      int c = chars[i] | 32;
      if ((c == 'd' && declares(DECLARATIONS[0], chars, i, end))
          || (c == 'v' && declares(DECLARATIONS[1], chars, i, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the declaration stands here, in any case and with any spaces. */
  private static boolean declares(String declaration, char[] chars, int at, int end) {
    int matched = 0;
    for (int i = at; i < end && matched < declaration.length(); i++) {
      if (chars[i] == ' ') {
        continue;
      }
      char lower = chars[i] >= 'A' && chars[i] <= 'Z' ? (char) (chars[i] | 32) : chars[i];
      if (lower != declaration.charAt(matched++)) {
        return false;
      }
    }
    return matched == declaration.length();
  }
}
