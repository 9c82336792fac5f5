// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.util.List;

/**
 * IP addresses as hosts, in one spelling.
 *
 * <p>Source: WHATWG URL Standard, section 3.5: the IPv4 parser (1 to 4 numbers, decimal, octal or
 * hexadecimal, so {@code 0x7f.1} is {@code 127.0.0.1}) and the IPv6 parser without zones; IPv6 is
 * written as RFC 5952, section 4, says.
 */
final class IpAddress {
  private static final int PIECES = 8;

  private IpAddress() {}

  /** True for a canonical host that is an address; no name ends in a number. */
  static boolean isCanonical(String host) {
    char last = host.charAt(host.length() - 1);
    return last == ']' || isNumber(host.substring(host.lastIndexOf('.') + 1));
  }

  /** True for digits only, and for {@code 0x} before hexadecimal digits or nothing. */
  static boolean isNumber(String label) {
    return number(label) >= 0 || (!label.isEmpty() && allIn(label, 0, 10));
  }

  /** The address of these labels, or "" if they are none. */
  static String v4(List<String> labels) {
    if (labels.size() > 4) {
      return "";
    }
    long address = 0;
    for (int i = 0; i < labels.size(); i++) {
      long number = number(labels.get(i));
      boolean last = i == labels.size() - 1;
      int bits = last ? 8 * (5 - labels.size()) : 8;
      if (number < 0 || number >= 1L << bits) {
        return "";
      }
      address = address << bits | number;
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** The address in brackets, or "" if it is none. */
  static String v6(String text) {
    int gap = text.indexOf("::");
    int[] pieces = new int[PIECES];
    int head = pieces(gap < 0 ? text : text.substring(0, gap), pieces, gap < 0);
    if (gap < 0) {
      return head == PIECES ? written(pieces) : "";
    }
    int[] tail = new int[PIECES];
    int tailSize = pieces(text.substring(gap + 2), tail, true);
    if (head < 0 || tailSize < 0 || head + tailSize >= PIECES) {
      return "";
    }
    System.arraycopy(tail, 0, pieces, PIECES - tailSize, tailSize);
    return written(pieces);
  }

  /** The number of pieces read, or -1 for a syntax error. */
  private static int pieces(String text, int[] pieces, boolean mayEndInV4) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    if (parts.length > PIECES) {
      return -1;
    }
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (mayEndInV4 && i == parts.length - 1 && part.indexOf('.') > 0) {
        String[] bytes = v4(List.of(part.split("\\.", -1))).split("\\.", -1);
        if (bytes.length != 4 || size > PIECES - 2 || !String.join(".", bytes).equals(part)) {
          return -1;
        }
        pieces[size++] = Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]);
        pieces[size++] = Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]);
      } else if (part.isEmpty() || part.length() > 4 || !allIn(part, 0, 16)) {
        return -1;
      } else {
        pieces[size++] = Integer.parseInt(part, 16);
      }
    }
    return size;
  }

  /** The longest run of two or more zeros, the first of equals, is written {@code ::}. */
  private static String written(int[] pieces) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < PIECES; i++) {
      int end = i;
      while (end < PIECES && pieces[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < PIECES; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = i == 0 || (start >= 0 && i == start + length);
        out.append(first ? "" : ":").append(Integer.toHexString(pieces[i]));
      }
    }
    return out.append(']').toString();
  }

  /** The value of a number, capped at 2^32, or -1 if it is none. */
  private static long number(String label) {
    boolean hex = label.startsWith("0x");
    int radix = hex ? 16 : label.length() > 1 && label.startsWith("0") ? 8 : 10;
    int from = hex ? 2 : 0;
    if (label.isEmpty() || !allIn(label, from, radix)) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < label.length(); i++) {
      value = Math.min(1L << 32, value * radix + Character.digit(label.charAt(i), radix));
    }
    return value;
  }

  private static boolean allIn(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }
}
