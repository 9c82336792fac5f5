// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A start line and named fields, as WARC and HTTP write them.
 *
 * <p>Source: ISO 28500:2017, section 4 (header syntax); RFC 9112, sections 2.2 and 5. Tolerant:
 * lines may end in LF alone, values may be folded, a line without a colon is passed over.
 *
 * <p>A record has some thirty fields and few are asked for, so values are made when they are.
 */
final class HeaderBlock {
  private static final int FIRST_FIELDS = 24;

  /** Name from, name to, value from, value to: so many numbers for each field. */
  private static final int SPANS = 4;

  private final byte[] bytes;
  private final int startLineTo;
  private int[] spans = new int[FIRST_FIELDS * SPANS];
  private int fields;

  private HeaderBlock(byte[] bytes) {
    this.bytes = bytes;
    int next = lineEnd(0);
    this.startLineTo = next;
    boolean isField = false;
    for (int at = next; at < bytes.length; at = next) {
      next = lineEnd(at);
      if (bytes[at] != ' ' && bytes[at] != '\t') {
        isField = addField(at, next);
      } else if (isField) {
        spans[fields * SPANS - 1] = next;
      }
    }
  }

  /** Parses {@code bytes[from, to)}; malformed UTF-8 becomes U+FFFD. Cost: linear. */
  static HeaderBlock parse(byte[] bytes, int from, int to) {
    return new HeaderBlock(Arrays.copyOfRange(bytes, from, to));
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

  /** The first line, without its end. */
  String startLine() {
    return text(0, startLineTo).strip();
  }

  /** First value of a field, or empty. */
  String first(String lowerCaseName) {
    for (int field = 0; field < fields; field++) {
      if (isNamed(field, lowerCaseName)) {
        return value(field);
      }
    }
    return "";
  }

  /** First value of a field without the angle brackets that some writers put around URIs. */
  String firstUri(String lowerCaseName) {
    String value = first(lowerCaseName);
    boolean isBracketed = value.length() >= 2 && value.startsWith("<") && value.endsWith(">");
    return isBracketed ? value.substring(1, value.length() - 1) : value;
  }

  /** All values of a field, in order. */
  List<String> all(String lowerCaseName) {
    List<String> found = new ArrayList<>(1);
    for (int field = 0; field < fields; field++) {
      if (isNamed(field, lowerCaseName)) {
        found.add(value(field));
      }
    }
    return found;
  }

  private boolean addField(int from, int to) {
    int colon = from;
    while (colon < to && bytes[colon] != ':') {
      colon++;
    }
    if (colon == from || colon == to) {
      return false;
    }
    int nameTo = colon;
    while (nameTo > from && (bytes[nameTo - 1] == ' ' || bytes[nameTo - 1] == '\t')) {
      nameTo--;
    }
    if ((fields + 1) * SPANS > spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    int at = fields++ * SPANS;
    spans[at] = from;
    spans[at + 1] = nameTo;
    spans[at + 2] = colon + 1;
    spans[at + 3] = to;
    return true;
  }

  private boolean isNamed(int field, String lowerCaseName) {
    int from = spans[field * SPANS];
    int length = lowerCaseName.length();
    if (spans[field * SPANS + 1] - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int b = bytes[from + i];
      int lower = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
      if (lower != lowerCaseName.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String value(int field) {
    String raw = text(spans[field * SPANS + 2], spans[field * SPANS + 3]).strip();
    if (raw.indexOf('\n') < 0) {
      return raw;
    }
    StringBuilder unfolded = new StringBuilder();
    for (String line : raw.split("\n", -1)) {
      unfolded.append(unfolded.isEmpty() ? "" : " ").append(line.strip());
    }
    return unfolded.toString();
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private int lineEnd(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return bytes.length;
  }
}
