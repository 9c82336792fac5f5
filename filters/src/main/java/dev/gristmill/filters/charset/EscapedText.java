// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Recognises the seven-bit charsets, whose bytes are valid ASCII: ISO-2022-JP, -KR and -CN by their
 * escape sequences, HZ by its tildes.
 *
 * <p>Source: RFC 1468, RFC 1557, RFC 1922, RFC 1843. The WHATWG Encoding Standard decodes all but
 * ISO-2022-JP to a single U+FFFD, for the safety of browsers; a corpus has no scripts to protect.
 * UTF-7 is never decoded. Cost: linear.
 */
public final class EscapedText {
  /** Fewer ideographs than this may be chance in source code that writes tildes and braces. */
  private static final int MIN_HZ_CHARACTERS = 4;

  private static final char SHIFT_OUT = 0x0E;

  private EscapedText() {}

  /** The ISO-2022 charset whose escape sequences an ASCII page holds, if the JDK has it. */
  public static Optional<Charset> iso2022(String ascii) {
    if (ascii.indexOf('\u001B') < 0) {
      return Optional.empty();
    }
    boolean isShifted = ascii.indexOf(SHIFT_OUT) >= 0;
    if (ascii.contains("\u001B$B") || ascii.contains("\u001B$@") || ascii.contains("\u001B(I")) {
      return supported("x-windows-iso2022jp");
    }
    if (isShifted && ascii.contains("\u001B$)C")) {
      return supported("ISO-2022-KR");
    }
    return isShifted && ascii.contains("\u001B$)A") ? supported("ISO-2022-CN") : Optional.empty();
  }

  private static Optional<Charset> supported(String name) {
    return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
  }

  /**
   * The characters of an ASCII page in HZ; empty if it is not, that is, if a stretch between its
   * two markers, tilde and brace, holds anything but pairs of GB 2312, or no such stretch is there.
   */
  public static Optional<String> hz(String ascii) {
    if (!ascii.contains("~{") || !Charset.isSupported("GB18030")) {
      return Optional.empty();
    }
    byte[] bytes = new byte[ascii.length()];
    int length = 0;
    int characters = 0;
    int i = 0;
    while (i < ascii.length()) {
      char c = ascii.charAt(i);
      char next = i + 1 < ascii.length() ? ascii.charAt(i + 1) : 0;
      if (c != '~' || (next != '{' && next != '~' && next != '\n')) {
        bytes[length++] = (byte) c;
        i++;
        continue;
      }
      i += 2;
      if (next == '~') {
        bytes[length++] = '~';
      } else if (next == '{') {
        int end = ascii.indexOf("~}", i);
        if (end < 0 || (end - i) % 2 != 0) {
          return Optional.empty();
        }
        for (; i < end; i++) {
          char b = ascii.charAt(i);
          if (b < 0x21 || b > 0x7E) {
            return Optional.empty();
          }
          bytes[length++] = (byte) (b | 0x80);
          characters++;
        }
        i += 2;
      }
    }
    String decoded = MultiByteDecoder.decode(Charset.forName("GB18030"), bytes, 0, length);
    boolean isText = characters >= 2 * MIN_HZ_CHARACTERS && decoded.indexOf('\uFFFD') < 0;
    return isText ? Optional.of(decoded) : Optional.empty();
  }
}
