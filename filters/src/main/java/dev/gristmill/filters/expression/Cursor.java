// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.List;

/** A place in a row of tokens, and how deep in the expression it is. */
final class Cursor {
  private final List<Token> tokens;
  private int at;
  private int nesting;

  /** At the first token; the last one is an END. */
  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    return tokens.get(at++);
  }

  /** Goes on if the sign is next. */
  boolean take(String sign) {
    boolean found = peek().is(sign);
    at += found ? 1 : 0;
    return found;
  }

  /** Goes on if both signs are next. */
  boolean take(String sign, String second) {
    boolean found = peek().is(sign) && tokens.get(at + 1).is(second);
    at += found ? 2 : 0;
    return found;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw unexpected("\"" + sign + "\"");
    }
  }

  /** One level down, because of this token. */
  void enter(Token token) {
    if (++nesting > Expression.MAX_DEPTH) {
      throw tooDeep(token);
    }
  }

  /** One level up. */
  void leave() {
    nesting--;
  }

  ExpressionException unexpected(String expected) {
    return new ExpressionException(
        peek().column(), "expected " + expected + ", was " + peek().quoted());
  }

  /** The node, unless it is too deep; a row of sums is as deep as it is long. */
  static <N extends Node> N bounded(N node, Token token) {
    if (node.depth() > Expression.MAX_DEPTH) {
      throw tooDeep(token);
    }
    return node;
  }

  private static ExpressionException tooDeep(Token token) {
    return new ExpressionException(
        token.column(), "nested deeper than " + Expression.MAX_DEPTH + " levels");
  }
}
