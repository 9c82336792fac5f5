// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads a file that is one HTML page, plain, gzip or zstd as its bytes tell.
 *
 * <p>The page has neither id nor URL nor date: what a document is called must not depend on the
 * path of its file, so the same page in two files has one id. A file of no bytes, or that
 * decompresses to none, is noted as {@code empty_file}.
 */
public final class HtmlPages {
  private static final int FIRST_BYTES = 64 << 10;
  private static final int WINDOW_BYTES = 256 << 10;

  private HtmlPages() {}

  /**
   * Reads the page at offset 0, or reports the file as bad: {@code body_too_large}, {@code
   * gzip_damaged}, {@code zstd_damaged}, {@code unsupported_compression}.
   *
   * <p>Cost: linear in the page, at most {@code maxBodyBytes}. Memory: twice the page.
   *
   * @param channel stays open; its position is moved
   * @throws IOException from the channel only
   */
  public static void read(SeekableByteChannel channel, ReadLimits limits, PageSink sink)
      throws IOException {
    FileBytes bytes = new FileBytes(channel);
    Compression compression = Compression.detect(bytes.head(Format.HEAD_BYTES));
    String damaged = compression == Compression.ZSTD ? "zstd_damaged" : "gzip_damaged";
    try {
      byte[] body = body(channel, compression, limits.maxBodyBytes());
      if (body.length == 0) {
        sink.noted("empty_file", 0);
      } else {
        sink.page(page(body), 0);
      }
    } catch (BadRecordException unreadable) {
      sink.bad(bad(bytes, unreadable.reason(), unreadable.getMessage()));
    } catch (DamagedStreamException damage) {
      sink.bad(bad(bytes, damaged, damage.getMessage()));
    }
  }

  private static byte[] body(SeekableByteChannel channel, Compression compression, int maxBytes)
      throws IOException, BadRecordException {
    FileBytes bytes = new FileBytes(channel);
    return switch (compression) {
      case NONE -> all(bytes, maxBytes);
      case GZIP -> {
        try (GzipMembers members = new GzipMembers(new ByteFeed(bytes, WINDOW_BYTES))) {
          yield all(members, maxBytes);
        }
      }
      case ZSTD -> {
        try (ZstdSource frames = ZstdSource.open(channel)) {
          yield all(frames, maxBytes);
        }
      }
      default -> throw new BadRecordException("unsupported_compression", compression.refusal());
    };
  }

  private static byte[] all(ByteFeed.Source source, int maxBytes)
      throws IOException, BadRecordException {
    byte[] body = new byte[Math.min(FIRST_BYTES, maxBytes + 1)];
    int held = 0;
    int got;
    while ((got = source.read(held, body, held, body.length - held)) >= 0) {
      held += got;
      if (held > maxBytes) {
        throw new BadRecordException(
            "body_too_large", "body is larger than " + maxBytes + " bytes");
      }
      if (held == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(maxBytes + 1L, 2L * held));
      }
    }
    return Arrays.copyOf(body, held);
  }

  private static Page page(byte[] body) {
    return new Page("", "", "", Page.UNKNOWN_DATE, Page.Kind.HTML, body, "", "", "", "");
  }

  private static BadUnit bad(FileBytes file, String reason, String message) {
    return new BadUnit(0, file.bytes(), "", "", reason, message, "");
  }
}
