// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/** What the elements around a text say of it, as bits that accumulate from the outside in. */
final class Style {
  static final int LINK = 1;

  /** White space counts. */
  static final int PRE = 2;

  /** Links in code lead to definitions; they say nothing about boilerplate. */
  static final int CODE = 4;

  /** Bold or italics. */
  static final int STRONG = 8;

  private Style() {}

  static boolean isLink(int style) {
    return (style & (LINK | CODE)) == LINK;
  }
}
