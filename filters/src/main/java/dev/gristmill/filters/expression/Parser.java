// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over tokens, with Python's precedence; the depth is bounded. */
final class Parser {
  private final Cursor tokens;

  private Parser(Cursor tokens) {
    this.tokens = tokens;
  }

  static Condition parse(String source) {
    Parser parser = new Parser(new Cursor(Lexer.tokens(source)));
    Token first = parser.tokens.peek();
    Node node = parser.disjunction();
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw parser.tokens.unexpected("an operator");
    }
    return condition(node, first);
  }

  private Node disjunction() {
    Token first = tokens.peek();
    Node node = conjunction();
    if (!tokens.peek().is("or")) {
      return node;
    }
    List<Condition> parts = new ArrayList<>(List.of(condition(node, first)));
    while (tokens.take("or")) {
      Token start = tokens.peek();
      parts.add(condition(conjunction(), start));
    }
    return Cursor.bounded(new Condition.Any(List.copyOf(parts)), first);
  }

  private Node conjunction() {
    Token first = tokens.peek();
    Node node = negation();
    if (!tokens.peek().is("and")) {
      return node;
    }
    List<Condition> parts = new ArrayList<>(List.of(condition(node, first)));
    while (tokens.take("and")) {
      Token start = tokens.peek();
      parts.add(condition(negation(), start));
    }
    return Cursor.bounded(new Condition.All(List.copyOf(parts)), first);
  }

  private Node negation() {
    Token sign = tokens.peek();
    if (!tokens.take("not")) {
      return comparison();
    }
    tokens.enter(sign);
    Token start = tokens.peek();
    Condition condition = condition(negation(), start);
    tokens.leave();
    return Cursor.bounded(new Condition.Not(condition), sign);
  }

  private Node comparison() {
    Node left = sum();
    Token sign = tokens.peek();
    Optional<Operator> operator = operator(sign);
    Condition condition;
    if (operator.isPresent()) {
      tokens.next();
      condition = Comparisons.compare(operator.get(), left, sum(), sign);
    } else if (tokens.take("in")) {
      condition = Comparisons.member(true, left, list(), sign);
    } else if (tokens.take("not", "in")) {
      condition = Comparisons.member(false, left, list(), sign);
    } else {
      return left;
    }
    Token after = tokens.peek();
    if (operator(after).isPresent() || after.is("in")) {
      throw new ExpressionException(after.column(), "comparisons do not chain; join them with and");
    }
    return Cursor.bounded(condition, sign);
  }

  private static Optional<Operator> operator(Token token) {
    return token.kind() == Token.Kind.SIGN ? Operator.of(token.text()) : Optional.empty();
  }

  private List<Token> list() {
    List<Token> items = new ArrayList<>();
    tokens.expect("[");
    do {
      Token sign = tokens.peek();
      boolean negative = tokens.take("-");
      Token item = tokens.peek();
      boolean number = item.kind() == Token.Kind.NUMBER;
      if (!number && (negative || item.kind() != Token.Kind.TEXT)) {
        throw tokens.unexpected("a number or a text in quotes");
      }
      items.add(negative ? new Token(Token.Kind.NUMBER, "-" + item.text(), sign.column()) : item);
      tokens.next();
    } while (tokens.take(","));
    tokens.expect("]");
    return items;
  }

  private Node sum() {
    Token first = tokens.peek();
    Node node = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Quantity left = quantity(node, first);
      Token sign = tokens.next();
      Token start = tokens.peek();
      node = arithmetic(sign, left, quantity(product(), start));
    }
    return node;
  }

  private Node product() {
    Token first = tokens.peek();
    Node node = factor();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Quantity left = quantity(node, first);
      Token sign = tokens.next();
      Token start = tokens.peek();
      node = arithmetic(sign, left, quantity(factor(), start));
    }
    return node;
  }

  private Node arithmetic(Token sign, Quantity left, Quantity right) {
    return Cursor.bounded(new Quantity.Arithmetic(sign.text().charAt(0), left, right), sign);
  }

  private Node factor() {
    Token token = tokens.peek();
    if (tokens.take("-")) {
      tokens.enter(token);
      Token start = tokens.peek();
      Quantity quantity = quantity(factor(), start);
      tokens.leave();
      return Cursor.bounded(new Quantity.Negative(quantity), token);
    }
    if (tokens.take("(")) {
      tokens.enter(token);
      Node node = disjunction();
      tokens.expect(")");
      tokens.leave();
      return node;
    }
    switch (token.kind()) {
      case NUMBER -> {
        tokens.next();
        return new Quantity.Constant(Comparisons.number(token));
      }
      case TEXT -> {
        tokens.next();
        return new Wording.Quoted(token.text());
      }
      case NAME -> {
        tokens.next();
        boolean text = Expression.TEXTS.contains(token.text());
        Node.Name name = new Node.Name(token.text(), text, token.column());
        return text ? new Wording.Fact(name) : new Quantity.Signal(name);
      }
      default -> throw tokens.unexpected("a name, a number or a text in quotes");
    }
  }

  private static Condition condition(Node node, Token start) {
    if (node instanceof Condition condition) {
      return condition;
    }
    throw new ExpressionException(start.column(), "expected a comparison here, was " + node.kind());
  }

  private static Quantity quantity(Node node, Token start) {
    if (node instanceof Quantity quantity) {
      return quantity;
    }
    throw new ExpressionException(start.column(), "expected a number here, was " + node.kind());
  }
}
