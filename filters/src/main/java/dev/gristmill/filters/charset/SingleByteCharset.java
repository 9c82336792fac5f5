// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A charset of one byte per character, as the WHATWG Encoding Standard maps it.
 *
 * <p>Source: WHATWG Encoding Standard, section 9 (legacy single-byte encodings), on top of the
 * JDK's tables. Differs from the JDK: in the {@code windows-*} charsets an undefined byte 0x80 to
 * 0x9F is the C1 control of the same number; KOI8-U has the Belarusian letters (as KOI8-RU),
 * windows-1255 has U+05BA at 0xCA, the Ukrainian Macintosh charset has the euro sign at 0xFF. Other
 * undefined bytes are U+FFFD.
 *
 * <p>Thread-safe.
 */
public final class SingleByteCharset {
  private static final String[] NAMES = {
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-windows-874",
    "ISO-8859-2",
    "ISO-8859-3",
    "ISO-8859-4",
    "ISO-8859-5",
    "ISO-8859-6",
    "ISO-8859-7",
    "ISO-8859-8",
    "ISO-8859-13",
    "ISO-8859-15",
    "ISO-8859-16",
    "IBM866",
    "KOI8-R",
    "KOI8-U",
    "x-MacRoman",
    "x-MacUkraine"
  };

  private static final Map<String, SingleByteCharset> CHARSETS = charsets();

  private final String name;
  private final char[] chars;

  private SingleByteCharset(String name, char[] chars) {
    this.name = name;
    this.chars = chars;
  }

  private static Map<String, SingleByteCharset> charsets() {
    Map<String, SingleByteCharset> charsets = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (Charset.isSupported(name)) {
        charsets.put(name, new SingleByteCharset(name, table(name)));
      }
    }
    return charsets;
  }

  private static char[] table(String name) {
    byte[] bytes = new byte[256];
    for (int b = 0; b < 256; b++) {
      bytes[b] = (byte) b;
    }
    char[] chars = new String(bytes, Charset.forName(name)).toCharArray();
    for (char b = 0x80; b < 0xA0; b++) {
      if (chars[b] == '\uFFFD' && name.contains("windows")) {
        chars[b] = b;
      }
    }
    switch (name) {
      case "KOI8-U" -> {
        chars[0xAE] = '\u045E';
        chars[0xBE] = '\u040E';
      }
      case "windows-1255" -> chars[0xCA] = '\u05BA';
      case "x-MacUkraine" -> chars[0xFF] = '\u20AC';
      default -> {}
    }
    return chars;
  }

  /** The charset of that canonical Java name, empty if it is not one or the JDK lacks it. */
  public static Optional<SingleByteCharset> of(String javaName) {
    return Optional.ofNullable(CHARSETS.get(javaName));
  }

  /** The canonical Java name. */
  String name() {
    return name;
  }

  /** What a byte, 0 to 255, stands for; U+FFFD if nothing. */
  char charOf(int unsignedByte) {
    return chars[unsignedByte];
  }

  /** The characters of {@code body[from, to)}, one per byte. Cost: one pass. */
  public String decode(byte[] body, int from, int to) {
    char[] out = new char[to - from];
    for (int i = from; i < to; i++) {
      out[i - from] = chars[body[i] & 0xFF];
    }
    return new String(out);
  }
}
