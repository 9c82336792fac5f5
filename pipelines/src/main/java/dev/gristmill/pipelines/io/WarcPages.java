// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads the pages of a WARC, WET or ARC file.
 *
 * <p>Compression is told by the bytes: gzip per record (the usual), gzip over the whole file, zstd
 * without a dictionary (read whole by the range that holds byte 0), or none.
 */
public final class WarcPages {
  private static final int MIN_WINDOW_BYTES = 128 << 10;
  private static final int HEAD_BYTES = 4096;

  private WarcPages() {}

  /**
   * Reads the records whose gzip member (or, uncompressed, who themselves) start in {@code [from,
   * to)}, in file order.
   *
   * <p>Disjoint ranges that cover a file report each page, skip and bad unit exactly once. A
   * damaged stretch belongs to the range of the last record before it and may be read past {@code
   * to}.
   *
   * <p>Cost: linear in the range; the search for its first record reads on from {@code from}.
   * Memory: twice {@code maxRecordBytes} at most, and the body of one page.
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
    byte[] head = bytes.head(HEAD_BYTES);
    int window = Math.max(MIN_WINDOW_BYTES, limits.maxHeaderBytes() + HEAD_BYTES);
    switch (Compression.detect(head)) {
      case GZIP -> {
        boolean readsArc = isArc(FirstBytes.gunzip(head, HEAD_BYTES));
        try (GzipRecords records = new GzipRecords(bytes, limits, readsArc, sink, window)) {
          records.read(from, to);
        }
      }
      case ZSTD -> {
        if (from == 0) {
          zstd(channel, bytes, limits, sink, window);
        }
      }
      case NONE -> new PlainRecords(bytes, limits, isArc(head), sink, window).read(from, to);
      default -> {
        if (from == 0) {
          String message = Compression.detect(head).refusal();
          sink.bad(new BadUnit(0, bytes.bytes(), "", "", "unsupported_compression", message, ""));
        }
      }
    }
  }

  private static boolean isArc(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("filedesc:");
  }

  private static void zstd(
      SeekableByteChannel channel, FileBytes bytes, ReadLimits limits, PageSink sink, int window)
      throws IOException {
    RecordPages pages = new RecordPages(limits, sink);
    HeadReader heads = new HeadReader(limits.maxHeaderBytes(), true);
    RecordStream records = new RecordStream(limits, heads, pages, window);
    try (ZstdSource source = ZstdSource.open(channel)) {
      records.read(source, () -> false, 0);
      records.finish(bytes.bytes());
    } catch (DamagedStreamException damage) {
      boolean isTooLarge = damage.fault() == Fault.TOO_LARGE;
      if (!isTooLarge || !records.finishTooLarge(0)) {
        String reason = isTooLarge ? "warc_record_too_large" : "warc_zstd_damaged";
        pages.flawed(new BadRecordException(reason, damage.getMessage()), records.head(), 0, 0, "");
      }
    }
  }
}
