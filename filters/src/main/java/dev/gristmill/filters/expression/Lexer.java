// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts the source of an expression into tokens. One pass. */
final class Lexer {
  private static final List<String> WORDS = List.of("and", "or", "not", "in");
  private static final List<String> SIGNS =
      List.of("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /**
   * The tokens and one END.
   *
   * @throws ExpressionException if a character begins no token or a quote is left open
   */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.at < source.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Token.Kind.END, "", source.length() + 1));
    return lexer.tokens;
  }

  private void next() {
    char c = source.charAt(at);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      at++;
    } else if (isLetter(c)) {
      name();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(at + 1)))) {
      number();
    } else if (c == '\'' || c == '"') {
      text(c);
    } else {
      sign();
    }
  }

  /** A dot belongs to a name only between its characters; a hyphen is always a minus. */
  private void name() {
    int end = at + 1;
    while (isNamePart(peek(end)) || (peek(end) == '.' && isNamePart(peek(end + 1)))) {
      end++;
    }
    String name = source.substring(at, end);
    add(WORDS.contains(name) ? Token.Kind.SIGN : Token.Kind.NAME, name, end);
  }

  private void number() {
    int end = digits(at);
    if (peek(end) == '.') {
      end = digits(end + 1);
    }
    if (peek(end) == 'e' || peek(end) == 'E') {
      int exponent = peek(end + 1) == '-' || peek(end + 1) == '+' ? end + 2 : end + 1;
      if (!isDigit(peek(exponent))) {
        throw problem("the number has no exponent after \"e\"");
      }
      end = digits(exponent);
    }
    if (isNamePart(peek(end)) || peek(end) == '.') {
      throw new ExpressionException(end + 1, "a number ends here, or a name begins with a digit");
    }
    add(Token.Kind.NUMBER, source.substring(at, end), end);
  }

  private void text(char quote) {
    int end = source.indexOf(quote, at + 1);
    if (end < 0) {
      throw problem("the text has no closing " + quote);
    }
    tokens.add(new Token(Token.Kind.TEXT, source.substring(at + 1, end), at + 1));
    at = end + 1;
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (source.startsWith(sign, at)) {
        add(Token.Kind.SIGN, sign, at + sign.length());
        return;
      }
    }
    throw problem(
        switch (source.charAt(at)) {
          case '=' -> "equality is written ==";
          case '&' -> "conjunction is written and";
          case '|' -> "disjunction is written or";
          case '!' -> "negation is written not";
          default -> "unexpected character \"" + Character.toString(source.codePointAt(at)) + "\"";
        });
  }

  private void add(Token.Kind kind, String text, int end) {
    tokens.add(new Token(kind, text, at + 1));
    at = end;
  }

  private ExpressionException problem(String message) {
    return new ExpressionException(at + 1, message);
  }

  private int digits(int from) {
    int end = from;
    while (isDigit(peek(end))) {
      end++;
    }
    return end;
  }

  /** The character at i, or a blank behind the end. */
  private char peek(int i) {
    return i < source.length() ? source.charAt(i) : ' ';
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
