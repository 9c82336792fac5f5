// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes a source file: byte order mark, UTF-8, else windows-1252 where it looks like text.
 *
 * <p>Source files declare no charset, and nearly all of them are UTF-8; of the rest, comments in
 * Western languages are what windows-1252 gets right. Bytes that are neither are binary, and so is
 * anything with NUL, as for git. A page's rules (see {@code filters.html.Charsets}) would take any
 * bytes for some text.
 */
final class SourceText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** One control character in so many characters makes a file binary. */
  private static final int CHARS_PER_CONTROL = 50;

  /** One byte above ASCII in so many bytes is the most that Western text in code has. */
  private static final int BYTES_PER_LETTER_1252 = 4;

  private SourceText() {}

  /** The text without its byte order mark, or empty if the bytes are no text. Cost: linear. */
  static Optional<String> decode(byte[] body) {
    Optional<String> text;
    if (LittleEndian.isAt(body, 0, 0xEF, 0xBB, 0xBF)) {
      text = WellFormedText.decode(body, 3, body.length);
    } else if (LittleEndian.isAt(body, 0, 0xFE, 0xFF)) {
      text = utf16(body, StandardCharsets.UTF_16BE);
    } else if (LittleEndian.isAt(body, 0, 0xFF, 0xFE)) {
      text = utf16(body, StandardCharsets.UTF_16LE);
    } else {
      text = WellFormedText.decode(body, 0, body.length);
      if (text.isEmpty() && mayBe1252(body)) {
        text = Optional.of(new String(body, WINDOWS_1252));
      }
    }
    return text.filter(SourceText::isText);
  }

  private static Optional<String> utf16(byte[] body, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body, 2, body.length - 2))
              .toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  private static boolean mayBe1252(byte[] body) {
    int high = 0;
    for (byte b : body) {
      int unsigned = b & 0xFF;
      if (unsigned >= 0x80) {
        high++;
        // Not assigned in windows-1252.
        if (unsigned == 0x81
            || unsigned == 0x8D
            || unsigned == 0x8F
            || unsigned == 0x90
            || unsigned == 0x9D) {
          return false;
        }
      }
    }
    return (long) high * BYTES_PER_LETTER_1252 <= body.length;
  }

  private static boolean isText(String text) {
    long controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      // Backspace to carriage return, and escape, stand in real source files.
      if (c < 0x20 && !(c >= '\b' && c <= '\r') && c != 0x1B) {
        controls++;
      }
    }
    return controls * CHARS_PER_CONTROL <= text.length();
  }
}
