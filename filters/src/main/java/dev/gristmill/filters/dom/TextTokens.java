// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/** Takes each run of characters to the content it is in: text, noscript, SVG or MathML, HTML. */
final class TextTokens {
  private final TreeBuilder tree;
  private final Modes modes;
  private final ForeignContent foreign;
  private final NoscriptIsland noscript;
  private final char[] chars;
  private boolean isLineFeedIgnored;

  TextTokens(
      TreeBuilder tree,
      Modes modes,
      ForeignContent foreign,
      NoscriptIsland noscript,
      char[] chars) {
    this.tree = tree;
    this.modes = modes;
    this.foreign = foreign;
    this.noscript = noscript;
    this.chars = chars;
  }

  /** Whether a line feed that the next token starts with is not part of its text. */
  void ignoreLineFeed(boolean isIgnored) {
    isLineFeedIgnored = isIgnored;
  }

  void text(int from, int to, boolean hasNul) {
    int start = isLineFeedIgnored && chars[from] == '\n' ? from + 1 : from;
    isLineFeedIgnored = false;
    if (tree.mode == Mode.TEXT) {
      tree.insertion.text(start, to);
    } else if (noscript.isOpen()) {
      int end = hasNul ? Decoding.dropNuls(chars, start, to) : to;
      framesetNotOkAfter(start, end);
      tree.insertion.text(start, end);
    } else if (tree.isForeign() && foreign.takesText()) {
      foreignText(start, to, hasNul);
    } else if (hasNul) {
      textWithNuls(start, to);
    } else if (start < to) {
      modes.text(start, to);
    }
  }

  private void foreignText(int from, int to, boolean hasNul) {
    framesetNotOkAfter(from, to);
    if (hasNul) {
      Decoding.replaceNuls(chars, from, to);
    }
    tree.insertion.text(from, to);
  }

  /** In HTML a NUL is no character of the text, but it is none of the white space before it. */
  private void textWithNuls(int start, int to) {
    int from = start;
    int first = from;
    while (first < to && chars[first] != 0) {
      first++;
    }
    int end = Decoding.dropNuls(chars, first, to);
    if (first < to && modes.isBeforeNul()) {
      if (from < first) {
        modes.text(from, first);
      }
      modes.nul();
      from = first;
    }
    if (from < end) {
      modes.text(from, end);
    }
  }

  /** Any character but white space means that a frameset can no longer replace the body. */
  void framesetNotOkAfter(int from, int to) {
    if (tree.isFramesetOk && Text.start(chars, from, to) < to) {
      tree.isFramesetOk = false;
    }
  }
}
