// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import dev.gristmill.filters.text.Whitespace;
import java.security.MessageDigest;

/** Lower-cases, folds white space, and feeds the UTF-8 bytes to a digest, piece by piece. */
final class Utf8Folder {
  private static final int REPLACEMENT = 0xfffd;
  private static final int MAX_BYTES = 5; // a space and a code point of four bytes

  private final MessageDigest sink;
  private final byte[] buffer = new byte[8192];
  private int used;
  private boolean started;
  private boolean spaceDue;

  Utf8Folder(MessageDigest sink) {
    this.sink = sink;
  }

  void fold(String piece) {
    int i = 0;
    while (i < piece.length()) {
      int codePoint = piece.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint < 0x10000 && Whitespace.isSpace((char) codePoint)) {
        spaceDue = started;
        continue;
      }
      if (used > buffer.length - MAX_BYTES) {
        flush();
      }
      if (spaceDue) {
        buffer[used++] = ' ';
        spaceDue = false;
      }
      started = true;
      boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      encode(lone ? REPLACEMENT : Character.toLowerCase(codePoint));
    }
  }

  /** RFC 3629, section 3. */
  private void encode(int c) {
    if (c < 0x80) {
      buffer[used++] = (byte) c;
      return;
    }
    if (c < 0x800) {
      buffer[used++] = (byte) (0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        buffer[used++] = (byte) (0xe0 | c >> 12);
      } else {
        buffer[used++] = (byte) (0xf0 | c >> 18);
        buffer[used++] = (byte) (0x80 | (c >> 12 & 0x3f));
      }
      buffer[used++] = (byte) (0x80 | (c >> 6 & 0x3f));
    }
    buffer[used++] = (byte) (0x80 | (c & 0x3f));
  }

  void flush() {
    sink.update(buffer, 0, used);
    used = 0;
  }
}
