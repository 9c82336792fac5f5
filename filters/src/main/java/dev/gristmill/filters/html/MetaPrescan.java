// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the charset that a page declares inside itself, without parsing it.
 *
 * <p>Source: WHATWG HTML, section 13.2.3.2 "prescan a byte stream to determine its encoding",
 * including its XML declaration step. Cost: one pass over the prefix. Not thread-safe.
 */
final class MetaPrescan {
  private final byte[] body;
  private final int end;
  private int at;
  private String attributeName = "";
  private String attributeValue = "";

  private MetaPrescan(byte[] body, int from, int end) {
    this.body = body;
    this.at = from;
    this.end = end;
  }

  /** The declared charset within {@code maxBytes} of {@code from}, empty if there is none. */
  static Optional<Charset> of(byte[] body, int from, int to, int maxBytes) {
    return new MetaPrescan(body, from, from + Math.min(maxBytes, to - from)).scan();
  }

  private Optional<Charset> scan() {
    if (looksAt("<?xml")) {
      int close = find('>', at);
      Optional<Charset> declared = xmlEncoding(ascii(at, close));
      if (declared.isPresent()) {
        return declared;
      }
    }
    while (at < end) {
      if (body[at] != '<') {
        at++;
      } else if (looksAt("<!--")) {
        skipComment();
      } else if (looksAt("<meta") && at + 5 < end && isSpaceOrSlash(body[at + 5])) {
        at += 5;
        Optional<Charset> declared = meta();
        if (declared.isPresent()) {
          return declared;
        }
      } else if (at + 1 < end && (isLetter(body[at + 1]) || body[at + 1] == '/')) {
        at++;
        while (at < end && !isSpaceOrSlash(body[at]) && body[at] != '>') {
          at++;
        }
        while (attribute()) {
          // Only the quoting matters here: a '>' inside a value does not end the tag.
        }
      } else {
        at = find('>', at);
      }
    }
    return Optional.empty();
  }

  private void skipComment() {
    int i = at + 2;
    while (i + 2 < end && !(body[i] == '-' && body[i + 1] == '-' && body[i + 2] == '>')) {
      i++;
    }
    at = i + 3;
  }

  private Optional<Charset> meta() {
    boolean isContentType = false;
    Optional<Charset> charset = Optional.empty();
    Optional<Charset> content = Optional.empty();
    while (attribute()) {
      switch (attributeName) {
        case "http-equiv" -> isContentType |= attributeValue.equalsIgnoreCase("content-type");
        case "charset" -> charset = CharsetLabels.inPage(attributeValue);
        case "content" -> content = inContent(attributeValue);
        default -> {}
      }
    }
    return charset.isPresent() || !isContentType ? charset : content;
  }

  private static Optional<Charset> inContent(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    int i = lower.indexOf("charset");
    if (i < 0) {
      return Optional.empty();
    }
    String rest = lower.substring(i + "charset".length()).stripLeading();
    if (!rest.startsWith("=")) {
      return Optional.empty();
    }
    return CharsetLabels.inPage(label(rest.substring(1).stripLeading()));
  }

  private static Optional<Charset> xmlEncoding(String declaration) {
    int i = declaration.indexOf("encoding");
    int equals = i < 0 ? -1 : declaration.indexOf('=', i);
    return equals < 0
        ? Optional.empty()
        : CharsetLabels.inPage(label(declaration.substring(equals + 1).stripLeading()));
  }

  /** A label, quoted or up to the next space or semicolon. */
  private static String label(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char quote = text.charAt(0);
    boolean quoted = quote == '"' || quote == '\'';
    int from = quoted ? 1 : 0;
    int to = from;
    while (to < text.length()
        && (quoted ? text.charAt(to) != quote : " ;\t\r\n?".indexOf(text.charAt(to)) < 0)) {
      to++;
    }
    return text.substring(from, to);
  }

  /** Reads one attribute into the fields; false at the end of the tag. */
  private boolean attribute() {
    while (at < end && isSpaceOrSlash(body[at])) {
      at++;
    }
    if (at >= end || body[at] == '>') {
      at++;
      return false;
    }
    int nameFrom = at++;
    while (at < end && body[at] != '=' && body[at] != '>' && !isSpaceOrSlash(body[at])) {
      at++;
    }
    attributeName = ascii(nameFrom, at).toLowerCase(Locale.ROOT);
    attributeValue = "";
    while (at < end && isSpace(body[at])) {
      at++;
    }
    if (at >= end || body[at] != '=') {
      return true;
    }
    at++;
    while (at < end && isSpace(body[at])) {
      at++;
    }
    if (at < end && (body[at] == '"' || body[at] == '\'')) {
      int close = find((char) body[at], at + 1);
      attributeValue = ascii(at + 1, close);
      at = Math.min(end, close + 1);
    } else {
      int valueFrom = at;
      while (at < end && !isSpace(body[at]) && body[at] != '>') {
        at++;
      }
      attributeValue = ascii(valueFrom, at);
    }
    return true;
  }

  private boolean looksAt(String lower) {
    if (at + lower.length() > end) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int b = body[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int find(char c, int from) {
    int i = from;
    while (i < end && body[i] != c) {
      i++;
    }
    return i;
  }

  private String ascii(int from, int to) {
    StringBuilder chars = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      chars.append((char) (body[i] & 0x7F));
    }
    return chars.toString();
  }

  private static boolean isLetter(int b) {
    return (b | 32) >= 'a' && (b | 32) <= 'z';
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f';
  }

  private static boolean isSpaceOrSlash(int b) {
    return isSpace(b) || b == '/';
  }
}
