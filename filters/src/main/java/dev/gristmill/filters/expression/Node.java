// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** A part of an expression: a condition, a number or a text. */
sealed interface Node extends Serializable permits Condition, Quantity, Wording {
  /** The parts below, from left to right. */
  List<? extends Node> parts();

  /** What the part is called in messages. */
  String kind();

  /** Gives all names from left to right. */
  default void names(Consumer<Name> sink) {
    parts().forEach(part -> part.names(sink));
  }

  /** 1 for a part without parts. */
  default int depth() {
    int depth = 0;
    for (Node part : parts()) {
      depth = Math.max(depth, part.depth());
    }
    return depth + 1;
  }

  /**
   * A name in an expression.
   *
   * @param text whether it stands for a text
   * @param column where it begins, from 1
   */
  record Name(String name, boolean text, int column) implements Serializable {}
}
