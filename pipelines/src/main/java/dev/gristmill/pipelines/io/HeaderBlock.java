// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A start line and named fields, as WARC and HTTP write them.
 *
 * <p>Source: ISO 28500:2017, section 4 (header syntax); RFC 9112, sections 2.2 and 5. Tolerant:
 * lines may end in LF alone, values may be folded, a line without a colon is passed over.
 *
 * @param startLine the first line, without its end
 * @param names field names in lower case
 * @param values field values, trimmed, aligned with {@code names}
 */
record HeaderBlock(String startLine, List<String> names, List<String> values) {

  /** Parses {@code bytes[from, to)}; malformed UTF-8 becomes U+FFFD. Cost: linear. */
  static HeaderBlock parse(byte[] bytes, int from, int to) {
    List<String> names = new ArrayList<>();
    List<StringBuilder> values = new ArrayList<>();
    String startLine = null;
    for (int at = from; at < to; ) {
      int next = lineEnd(bytes, at, to);
      int textEnd = next;
      while (textEnd > at && (bytes[textEnd - 1] == '\n' || bytes[textEnd - 1] == '\r')) {
        textEnd--;
      }
      String line = new String(bytes, at, textEnd - at, StandardCharsets.UTF_8);
      boolean isFolded = bytes[at] == ' ' || bytes[at] == '\t';
      int colon = line.indexOf(':');
      if (startLine == null) {
        startLine = line.strip();
      } else if (isFolded && !values.isEmpty()) {
        values.get(values.size() - 1).append(' ').append(line.strip());
      } else if (colon > 0) {
        names.add(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        values.add(new StringBuilder(line.substring(colon + 1).strip()));
      }
      at = next;
    }
    List<String> texts = new ArrayList<>(values.size());
    for (StringBuilder value : values) {
      texts.add(value.toString());
    }
    return new HeaderBlock(startLine == null ? "" : startLine, names, texts);
  }

  /**
   * Length of the block that starts at {@code from}, with the blank line that ends it; -1 if there
   * is no blank line before {@code to}.
   */
  static int blockBytes(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (i + 1 < to && bytes[i + 1] == '\n') {
        return i + 2 - from;
      }
      if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
        return i + 3 - from;
      }
    }
    return -1;
  }

  /** First value of a field, or empty. */
  String first(String lowerCaseName) {
    int at = names.indexOf(lowerCaseName);
    return at < 0 ? "" : values.get(at);
  }

  /** First value of a field without the angle brackets that some writers put around URIs. */
  String firstUri(String lowerCaseName) {
    String value = first(lowerCaseName);
    boolean isBracketed = value.length() >= 2 && value.startsWith("<") && value.endsWith(">");
    return isBracketed ? value.substring(1, value.length() - 1) : value;
  }

  /** All values of a field, in order. */
  List<String> all(String lowerCaseName) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(lowerCaseName)) {
        found.add(values.get(i));
      }
    }
    return found;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }
}
