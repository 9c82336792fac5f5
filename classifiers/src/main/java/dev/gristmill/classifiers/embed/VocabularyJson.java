// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the vocabulary, {@code model.vocab}, out of a {@code tokenizer.json} of Hugging Face
 * tokenizers. The whole file must be JSON as in RFC 8259; all else in it is passed over.
 *
 * <p>Cost: one pass. Nesting over {@value #MAX_DEPTH} is refused.
 */
final class VocabularyJson {
  private static final int MAX_DEPTH = 32;

  private final String json;
  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private int at;

  private VocabularyJson(String json) {
    this.json = json;
  }

  /**
   * The ids of all pieces, in the file's order.
   *
   * @throws IOException if the file is not JSON or has no such vocabulary
   */
  static Map<String, Integer> read(String json) throws IOException {
    VocabularyJson scan = new VocabularyJson(json);
    scan.object(0, "");
    scan.skipSpace();
    scan.require(scan.at == json.length(), "more after the end");
    scan.require(!scan.vocabulary.isEmpty(), "no model.vocab");
    return scan.vocabulary;
  }

  private void object(int depth, String path) throws IOException {
    require(depth < MAX_DEPTH, "nested too deeply");
    expect('{');
    if (next('}')) {
      return;
    }
    do {
      skipSpace();
      String key = string();
      expect(':');
      if (path.equals("model.vocab")) {
        require(vocabulary.put(key, integer()) == null, "piece given twice: " + key);
      } else {
        // Only the way to model.vocab is remembered, however long other keys are.
        value(depth, depth < 2 ? (depth == 0 ? key : path + "." + key) : "");
      }
    } while (next(','));
    expect('}');
  }

  private void array(int depth) throws IOException {
    require(depth < MAX_DEPTH, "nested too deeply");
    expect('[');
    if (next(']')) {
      return;
    }
    do {
      value(depth, "");
    } while (next(','));
    expect(']');
  }

  private void value(int depth, String path) throws IOException {
    skipSpace();
    require(at < json.length(), "ends early");
    char c = json.charAt(at);
    switch (c) {
      case '{' -> object(depth + 1, path);
      case '[' -> array(depth + 1);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void word(String word) throws IOException {
    require(json.startsWith(word, at), "no value");
    at += word.length();
  }

  private int integer() throws IOException {
    skipSpace();
    int start = at;
    while (at < json.length() && isDigit(json.charAt(at))) {
      at++;
    }
    require(at > start && at - start <= 9, "no id");
    require(at - start == 1 || json.charAt(start) != '0', "leading zero");
    return Integer.parseInt(json, start, at, 10);
  }

  private void number() throws IOException {
    at += json.charAt(at) == '-' ? 1 : 0;
    int start = at;
    digits();
    require(at - start == 1 || json.charAt(start) != '0', "leading zero");
    if (at < json.length() && json.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < json.length() && (json.charAt(at) == 'e' || json.charAt(at) == 'E')) {
      at++;
      at += at < json.length() && (json.charAt(at) == '+' || json.charAt(at) == '-') ? 1 : 0;
      digits();
    }
  }

  private void digits() throws IOException {
    int start = at;
    while (at < json.length() && isDigit(json.charAt(at))) {
      at++;
    }
    require(at > start, "no value");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String string() throws IOException {
    require(at < json.length() && json.charAt(at) == '"', "no string");
    StringBuilder out = new StringBuilder();
    for (at++; ; at++) {
      require(at < json.length(), "string does not end");
      char c = json.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      require(c >= ' ', "control character in a string");
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() throws IOException {
    at++;
    require(at < json.length(), "string does not end");
    return switch (json.charAt(at)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new IOException("damaged vocabulary at " + at + ": unknown escape");
    };
  }

  private char unicode() throws IOException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = at < json.length() ? Character.digit(json.charAt(at), 16) : -1;
      require(digit >= 0 && json.charAt(at) < 128, "no \\u escape");
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private boolean next(char c) {
    skipSpace();
    boolean there = at < json.length() && json.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) throws IOException {
    require(next(c), "no " + c);
  }

  private void skipSpace() {
    while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private void require(boolean condition, String message) throws IOException {
    if (!condition) {
      throw new IOException("damaged vocabulary at " + at + ": " + message);
    }
  }
}
