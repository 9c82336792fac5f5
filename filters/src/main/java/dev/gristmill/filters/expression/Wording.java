// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.List;
import java.util.function.Consumer;

/** A text. */
sealed interface Wording extends Node {
  /** Its value for one document. */
  String text(Expression.Facts facts);

  @Override
  default String kind() {
    return "a text";
  }

  @Override
  default List<Node> parts() {
    return List.of();
  }

  /** A literal. */
  record Quoted(String string) implements Wording {
    @Override
    public String text(Expression.Facts facts) {
      return string;
    }
  }

  /** A fact, such as the language. */
  record Fact(Name name) implements Wording {
    @Override
    public String text(Expression.Facts facts) {
      return facts.text(name.name());
    }

    @Override
    public void names(Consumer<Name> sink) {
      sink.accept(name);
    }
  }
}
