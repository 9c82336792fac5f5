// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** What a {@link Tokenizer} tells of a page, in source order. */
interface Tokens {

  /** A start tag; its attributes are {@code [from, to)} of the tokenizer's. */
  void startTag(int name, int from, int to, boolean isSelfClosing);

  /** An end tag. */
  void endTag(int name);

  /** A maximal run of characters of the buffer, decoded; never empty. */
  void text(int from, int to, boolean hasNul);

  /** A comment; characters of the buffer, NULs not replaced. */
  void comment(int from, int to);

  /** A document type; null stands for a missing part. */
  void doctype(String name, String publicId, String systemId, boolean isForceQuirks);

  /** Whether the adjusted current node is in the namespace of SVG or MathML. */
  boolean isForeign();

  /** The end of the page. */
  void end();
}
