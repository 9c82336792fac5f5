// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-escapes of paths and queries.
 *
 * <p>Source: RFC 3986, section 2. Escapes of letters, digits and {@code - . _ ~} are resolved, all
 * others are written in upper case; what may not stand in a path or query is escaped as UTF-8; a
 * {@code %} that begins no escape becomes {@code %25}.
 */
final class PercentEscapes {
  private static final String HEX = "0123456789ABCDEF";
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String RESERVED = "!$&'()*+,;=:@/?";

  private PercentEscapes() {}

  /** The canonical form, in ASCII; stable under repetition. Cost: linear. */
  static String canonical(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        int octet = octetAt(text, i);
        if (octet < 0) {
          out.append("%25");
          i++;
          continue;
        }
        if (isUnreserved(octet)) {
          out.append((char) octet);
        } else {
          escape(octet, out);
        }
        i += 3;
      } else if (isUnreserved(c) || RESERVED.indexOf(c) >= 0) {
        out.append(c);
        i++;
      } else {
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint);
        boolean broken = codePoint >= 0xd800 && codePoint <= 0xdfff;
        escapeUtf8(broken ? 0xfffd : codePoint, out);
      }
    }
    return out.toString();
  }

  /** The text without escapes, octets read as UTF-8; broken UTF-8 gives U+FFFD. Cost: linear. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int octet = -1;
      if (raw[i] == '%' && i + 2 < raw.length) {
        octet = octet((char) (raw[i + 1] & 0xff), (char) (raw[i + 2] & 0xff));
      }
      bytes.write(octet < 0 ? raw[i] : octet);
      i += octet < 0 ? 0 : 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octetAt(String text, int i) {
    return i + 2 < text.length() ? octet(text.charAt(i + 1), text.charAt(i + 2)) : -1;
  }

  private static int octet(char high, char low) {
    int highValue = hex(high);
    int lowValue = hex(low);
    return highValue < 0 || lowValue < 0 ? -1 : highValue << 4 | lowValue;
  }

  /** Only ASCII digits count, unlike in {@link Character#digit}. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private static void escape(int octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
  }

  private static void escapeUtf8(int c, StringBuilder out) {
    if (c < 0x80) {
      escape(c, out);
    } else if (c < 0x800) {
      escape(0xc0 | c >> 6, out);
      escape(0x80 | (c & 0x3f), out);
    } else if (c < 0x10000) {
      escape(0xe0 | c >> 12, out);
      escape(0x80 | (c >> 6 & 0x3f), out);
      escape(0x80 | (c & 0x3f), out);
    } else {
      escape(0xf0 | c >> 18, out);
      escape(0x80 | (c >> 12 & 0x3f), out);
      escape(0x80 | (c >> 6 & 0x3f), out);
      escape(0x80 | (c & 0x3f), out);
    }
  }
}
