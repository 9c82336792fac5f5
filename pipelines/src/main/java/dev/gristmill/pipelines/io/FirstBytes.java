// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the first bytes of a file decompress to, as far as they go. */
final class FirstBytes {
  private FirstBytes() {}

  /** Decompresses a head; damage ends the result early. Memory: {@code maxBytes}. */
  static byte[] of(byte[] head, int maxBytes) {
    return switch (Compression.detect(head)) {
      case GZIP -> gunzip(head, maxBytes);
      case ZSTD -> unzstd(head, maxBytes);
      default -> head;
    };
  }

  /** The start of a gzip file's first member that is not empty. */
  static byte[] gunzip(byte[] head, int maxBytes) {
    byte[] text = new byte[maxBytes];
    Inflater inflater = new Inflater(true);
    try {
      int got = 0;
      for (int at = 0; got == 0 && at < head.length; ) {
        int header = GzipMember.headerBytes(head, at, head.length);
        if (header <= 0) {
          break;
        }
        inflater.reset();
        inflater.setInput(head, at + header, head.length - at - header);
        got = inflater.inflate(text);
        if (!inflater.finished()) {
          break;
        }
        at = head.length - inflater.getRemaining() + GzipMember.TRAILER_BYTES;
      }
      return Arrays.copyOf(text, got);
    } catch (DataFormatException damaged) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private static byte[] unzstd(byte[] head, int maxBytes) {
    byte[] text = new byte[maxBytes];
    int held = 0;
    try (ZstdInputStreamNoFinalizer in =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(head))) {
      int got;
      while (held < maxBytes && (got = in.read(text, held, maxBytes - held)) > 0) {
        held += got;
      }
    } catch (IOException cutOrDamaged) {
      return Arrays.copyOf(text, held);
    }
    return Arrays.copyOf(text, held);
  }
}
