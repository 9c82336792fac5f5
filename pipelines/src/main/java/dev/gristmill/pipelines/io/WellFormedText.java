// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text without lone surrogates, and its way to and from UTF-8. */
public final class WellFormedText {
  private WellFormedText() {}

  /** The text with each lone surrogate replaced by U+FFFD; the same instance if it has none. */
  public static String of(String text) {
    int at = firstLoneSurrogate(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder fixed = new StringBuilder(text);
    for (int i = at; i >= 0; i = firstLoneSurrogate(text, i + 1)) {
      fixed.setCharAt(i, '\uFFFD');
    }
    return fixed.toString();
  }

  /** Index of the first lone surrogate at or behind {@code from}, or -1. */
  private static int firstLoneSurrogate(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(c) && !isPair) {
        return i;
      }
      i += isPair ? 2 : 1;
    }
    return -1;
  }

  /** Characters of {@code bytes[from, to)}, or empty if they are not well-formed UTF-8. */
  public static Optional<String> decode(byte[] bytes, int from, int to) {
    // String's own decoder is several times faster, but cannot say that it replaced something.
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** How many bytes the UTF-8 form of a well-formed text has. */
  public static long utf8Bytes(CharSequence text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A pair has four bytes: two for each half.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
