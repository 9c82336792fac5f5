// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * What a page's text is marked with, as ranges of its characters: emphasis, links, code, formulae;
 * and as points: images and rules.
 *
 * <p>Ranges start in order and nest. Kept apart from the text, so that what is judged and what is
 * written as plain text does not depend on them. Memory: about 16 bytes a mark. Not thread-safe.
 */
final class Marks {
  /** What a mark means. */
  enum Kind {
    STRONG,
    EMPHASIS,
    CODE,
    LINK,
    MATHS,
    DISPLAY_MATHS,
    IMAGE,
    RULE
  }

  private final boolean isKept;
  private int size;
  private int[] start = new int[16];
  private int[] end = new int[16];
  private int[] node = new int[16];
  private Kind[] kind = new Kind[16];

  /**
   * Empty.
   *
   * @param isKept false if only formulae are to be kept
   */
  Marks(boolean isKept) {
    this.isKept = isKept;
  }

  /** Starts a range; what {@link #close} wants, -1 if it is not kept. */
  int open(Kind kindOf, int elementNode, int at) {
    if (!isKept && kindOf != Kind.MATHS && kindOf != Kind.DISPLAY_MATHS) {
      return -1;
    }
    if (size == start.length) {
      start = Arrays.copyOf(start, size * 2);
      end = Arrays.copyOf(end, size * 2);
      node = Arrays.copyOf(node, size * 2);
      kind = Arrays.copyOf(kind, size * 2);
    }
    start[size] = at;
    end[size] = at;
    node[size] = elementNode;
    kind[size] = kindOf;
    return size++;
  }

  void close(int mark, int at) {
    if (mark >= 0) {
      end[mark] = at;
    }
  }

  void point(Kind kindOf, int elementNode, int at) {
    open(kindOf, elementNode, at);
  }

  int size() {
    return size;
  }

  /** Whether a mark is an image or a rule. */
  boolean isPoint(int mark) {
    return kind[mark] == Kind.IMAGE || kind[mark] == Kind.RULE;
  }

  int start(int mark) {
    return start[mark];
  }

  int end(int mark) {
    return end[mark];
  }

  int node(int mark) {
    return node[mark];
  }

  Kind kind(int mark) {
    return kind[mark];
  }
}
