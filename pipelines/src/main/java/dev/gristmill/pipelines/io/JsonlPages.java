// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads the pages of a file of JSON lines, one object a line.
 *
 * <p>A line's {@code text} or else {@code html} must be a string, its {@code id} may be a string or
 * a number; {@code url}, {@code date} (ISO 8601), {@code language} and {@code title} count when
 * they are strings. Names must be unique and NaN is refused (RFC 8259, read strictly); a lone
 * surrogate in an escape becomes U+FFFD. Lines end at LF only. Blank lines are passed over, a byte
 * order mark in front as well. A file in UTF-16 is one bad unit. Compression is told by the bytes;
 * a compressed file is read whole by the range that holds byte 0, and its offsets count
 * decompressed bytes.
 */
public final class JsonlPages {
  private static final int WINDOW_BYTES = 256 << 10;
  private static final byte[] LINE_END = {'\n'};

  private JsonlPages() {}

  /**
   * Reads the lines that start in {@code [from, to)}, in file order.
   *
   * <p>Disjoint ranges that cover a file report each line exactly once. Cost: linear in the range.
   * Memory: about ten times the longest line, at most {@code maxLineBytes} each.
   *
   * @param channel stays open; its position is moved
   * @throws IllegalArgumentException unless {@code 0 <= from <= to}
   * @throws IOException from the channel only
   */
  public static void read(
      SeekableByteChannel channel, long from, long to, ReadLimits limits, PageSink sink)
      throws IOException {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("range must be ordered, was [" + from + ", " + to + ")");
    }
    FileBytes bytes = new FileBytes(channel);
    if (from == 0 && bytes.bytes() == 0) {
      sink.noted("empty_file", 0);
    }
    if (from == to || from >= bytes.bytes()) {
      return;
    }
    byte[] head = bytes.head(Format.HEAD_BYTES);
    Compression compression = Compression.detect(head);
    if (compression == Compression.NONE && !isUtf16(FirstBytes.of(head, 2))) {
      lines(bytes, from, to, limits, sink);
    } else if (from == 0) {
      whole(channel, head, limits, sink);
    }
  }

  private static void lines(FileBytes bytes, long from, long to, ReadLimits limits, PageSink sink)
      throws IOException {
    ByteFeed feed = new ByteFeed(bytes, WINDOW_BYTES);
    if (from > 0) {
      // The line that the byte before belongs to is not ours.
      feed.seek(from - 1);
      if (!feed.find(LINE_END)) {
        return;
      }
      feed.skip(1);
    }
    new JsonLines(feed, limits, sink).read(to);
  }

  private static void whole(
      SeekableByteChannel channel, byte[] head, ReadLimits limits, PageSink sink)
      throws IOException {
    Compression compression = Compression.detect(head);
    long bytes = channel.size();
    if (!compression.isReadable()) {
      sink.bad(unreadable(bytes, "unsupported_compression", compression.refusal()));
    } else if (isUtf16(FirstBytes.of(head, 2))) {
      sink.bad(unreadable(bytes, "json_utf16", "the file is in UTF-16; JSON lines are UTF-8"));
    } else if (compression == Compression.ZSTD) {
      try (ZstdSource source = ZstdSource.open(channel)) {
        stream(source, "zstd_damaged", limits, sink);
      }
    } else {
      ByteFeed file = new ByteFeed(new FileBytes(channel), WINDOW_BYTES);
      try (GzipMembers source = new GzipMembers(file)) {
        stream(source, "gzip_damaged", limits, sink);
      }
    }
  }

  private static void stream(
      ByteFeed.Source source, String damaged, ReadLimits limits, PageSink sink) throws IOException {
    JsonLines lines = new JsonLines(new ByteFeed(source, WINDOW_BYTES), limits, sink);
    try {
      lines.read(Long.MAX_VALUE);
    } catch (DamagedStreamException damage) {
      // What follows the damage cannot be told from the middle of a line.
      sink.bad(new BadUnit(lines.lineStart(), 0, "", "", damaged, damage.getMessage(), ""));
    }
  }

  private static BadUnit unreadable(long bytes, String reason, String message) {
    return new BadUnit(0, bytes, "", "", reason, message, "");
  }

  private static boolean isUtf16(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    int first = (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
    return first == 0xFFFE || first == 0xFEFF || first == '{' || first == '{' << 8;
  }
}
