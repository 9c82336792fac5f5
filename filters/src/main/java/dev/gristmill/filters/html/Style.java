// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/** What the elements around a text say of it, as bits that accumulate from the outside in. */
final class Style {
  static final int LINK = 1;

  /** White space counts. */
  static final int PRE = 2;

  /** Links in code lead to definitions; they say nothing about boilerplate. */
  static final int CODE = 4;

  /** Bold or italics. */
  static final int STRONG = 8;

  /** In an element of class math: scripts are written as in TeX. */
  static final int MATHS = 16;

  /** The elements of a table that places a formula are lines and words of one block. */
  static final int ROWS = 32;

  /** In a heading or a term of a definition. */
  static final int TERM = 64;

  /** In an inline element of code: no-break spaces and all line breaks count. */
  static final int VERBATIM = 128;

  private Style() {}

  /** What a block adds. */
  static int ofBlock(Tag tag) {
    return switch (tag) {
      case PRE -> PRE;
      case HEADING, ITEM -> TERM;
      default -> 0;
    };
  }

  /** What an inline element adds. */
  static int ofInline(Dom dom, int node) {
    return switch (dom.name(node)) {
      case Names.A -> dom.has(node, AttributeNames.HREF) ? LINK : 0;
      case Names.CODE, Names.SAMP, Names.KBD, Names.TT ->
          CODE | (Listing.isPreformatted(dom, node) ? PRE : VERBATIM);
      case Names.B, Names.STRONG, Names.EM, Names.I -> STRONG;
      default -> 0;
    };
  }

  static boolean isLink(int style) {
    return (style & (LINK | CODE)) == LINK;
  }
}
