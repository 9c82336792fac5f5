// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Character references and NULs in texts and attribute values.
 *
 * <p>Source: HTML Standard, tokenization, "Character reference state" and those after it. A
 * reference is never shorter than what it stands for, so texts are decoded in place. Linear.
 */
final class Decoding {
  private static final char REPLACEMENT = '\uFFFD';

  /** The standard's table for the numeric references 0x80..0x9F. */
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private final char[] chars;
  private int read;
  private int write;
  private final int end;

  private Decoding(char[] chars, int from, int to, int end) {
    this.chars = chars;
    this.read = from;
    this.write = to;
    this.end = end;
  }

  /** Decodes chars[from, to) in place; the new end. NULs stay. */
  static int text(char[] chars, int from, int to) {
    Decoding decoding = new Decoding(chars, from, from, to);
    decoding.run(false);
    return decoding.write;
  }

  /** The value of chars[from, to) as an attribute's; chars are not changed. */
  static String attribute(char[] chars, int from, int to) {
    boolean isPlain = true;
    for (int i = from; i < to; i++) {
      if (chars[i] == '&' || chars[i] == 0) {
        isPlain = false;
        break;
      }
    }
    if (isPlain) {
      return new String(chars, from, to - from);
    }
    char[] copy = new char[to - from];
    System.arraycopy(chars, from, copy, 0, copy.length);
    replaceNuls(copy, 0, copy.length);
    Decoding decoding = new Decoding(copy, 0, 0, copy.length);
    decoding.run(true);
    return new String(copy, 0, decoding.write);
  }

  /** Drops the NULs of chars[from, to) in place; the new end. */
  static int dropNuls(char[] chars, int from, int to) {
    int write = from;
    for (int i = from; i < to; i++) {
      if (chars[i] != 0) {
        chars[write++] = chars[i];
      }
    }
    return write;
  }

  static void replaceNuls(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == 0) {
        chars[i] = REPLACEMENT;
      }
    }
  }

  /** ASCII letters only, whatever the locale. */
  static String lower(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
        char[] chars = name.toCharArray();
        for (int k = i; k < chars.length; k++) {
          chars[k] = KnownNames.lower(chars[k]);
        }
        return new String(chars);
      }
    }
    return name;
  }

  private void run(boolean isAttribute) {
    while (read < end) {
      char c = chars[read++];
      boolean isNumber = c == '&' && read < end && chars[read] == '#';
      if (c != '&' || !(isNumber ? number() : name(isAttribute))) {
        chars[write++] = c;
      }
    }
  }

  /** After an ampersand: reads and writes a named reference, or nothing. */
  private boolean name(boolean isAttribute) {
    long match = CharacterReferences.HTML.longest(chars, read, end);
    if (match == 0) {
      return false;
    }
    int after = read + (int) (match >>> 32);
    boolean isOpenEnded = chars[after - 1] != ';';
    if (isAttribute && isOpenEnded && after < end && continuesValue(chars[after])) {
      return false;
    }
    int units = (int) match;
    read = after;
    chars[write++] = (char) units;
    if (units >>> 16 != 0) {
      chars[write++] = (char) (units >>> 16);
    }
    return true;
  }

  /** What keeps {@code ?a=b&copy=1} as it is written. */
  private static boolean continuesValue(char c) {
    char lower = KnownNames.lower(c);
    return c == '=' || (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
  }

  /** At the number sign after an ampersand: reads and writes a numeric reference, or nothing. */
  private boolean number() {
    int at = read + 1;
    boolean isHex = at < end && (chars[at] | 0x20) == 'x';
    if (isHex) {
      at++;
    }
    int radix = isHex ? 16 : 10;
    int first = at;
    int code = 0;
    while (at < end && chars[at] < 128) {
      int digit = Character.digit(chars[at], radix);
      if (digit < 0) {
        break;
      }
      code = Math.min(code * radix + digit, 0x110000);
      at++;
    }
    if (at == first) {
      return false;
    }
    if (at < end && chars[at] == ';') {
      at++;
    }
    read = at;
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
      code = REPLACEMENT;
    } else if (code >= 0x80 && code <= 0x9F) {
      code = WINDOWS_1252.charAt(code - 0x80);
    }
    write += Character.toChars(code, chars, write);
    return true;
  }
}
