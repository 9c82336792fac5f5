// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads the pages of a WARC, WET or ARC file.
 *
 * <p>Compression is told by the bytes: gzip or zstd, by record (the usual) or over the whole file,
 * or none. A zstd dictionary may stand at the start of the file.
 */
public final class WarcPages {
  private static final int MIN_WINDOW_BYTES = 128 << 10;
  private static final int HEAD_BYTES = 4096;

  private WarcPages() {}

  /**
   * Reads the records whose gzip member or zstd frame (or, uncompressed, who themselves) start in
   * {@code [from, to)}, in file order.
   *
   * <p>Disjoint ranges that cover a file report each page, skip and bad unit exactly once. A
   * damaged stretch belongs to the range of the last record before it and may be read past {@code
   * to}.
   *
   * <p>Cost: linear in the range, and in the record or damage that its end cuts. Memory: twice
   * {@code maxRecordBytes} at most, and the body of one page.
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
        ByteFeed file = new ByteFeed(bytes, window);
        boolean readsArc = isArc(FirstBytes.gunzip(head, HEAD_BYTES));
        try (GzipMember member = new GzipMember(file)) {
          walk(bytes, file, member, "warc_gzip_damaged", limits, readsArc, sink).read(from, to);
        }
      }
      case ZSTD -> zstd(bytes, window, limits, sink, from, to);
      case NONE -> new PlainRecords(bytes, limits, isArc(head), sink, window).read(from, to);
      default -> {
        if (from == 0) {
          String message = Compression.detect(head).refusal();
          sink.bad(new BadUnit(0, bytes.bytes(), "", "", "unsupported_compression", message, ""));
        }
      }
    }
  }

  /** A file that starts like an ARC, or at least with the line in front of an ARC's record. */
  private static boolean isArc(byte[] head) {
    String start = new String(head, StandardCharsets.UTF_8);
    int lineEnd = start.indexOf('\n');
    return start.startsWith("filedesc:")
        || (lineEnd > 0 && ArcHeader.parse(start.substring(0, lineEnd)).isPresent());
  }

  private static void zstd(
      FileBytes bytes, int window, ReadLimits limits, PageSink sink, long from, long to)
      throws IOException {
    ByteFeed file = new ByteFeed(bytes, Math.max(window, 2 * ZstdFrame.PROBED_BYTES));
    try (ZstdFrame frame = ZstdFrame.of(file, bytes)) {
      walk(bytes, file, frame, "warc_zstd_damaged", limits, true, sink).read(from, to);
    } catch (DamagedStreamException noDictionary) {
      if (from == 0) {
        String message = noDictionary.getMessage();
        sink.bad(new BadUnit(0, bytes.bytes(), "", "", "warc_zstd_damaged", message, ""));
      }
    }
  }

  private static MemberRecords walk(
      FileBytes bytes,
      ByteFeed file,
      Member member,
      String damaged,
      ReadLimits limits,
      boolean readsArc,
      PageSink sink) {
    RecordPages pages = new RecordPages(limits, sink);
    HeadReader heads = new HeadReader(limits.maxHeaderBytes(), readsArc);
    int window = Math.max(MIN_WINDOW_BYTES, limits.maxHeaderBytes() + HEAD_BYTES);
    RecordStream records = new RecordStream(limits, heads, pages, window);
    return new MemberRecords(
        bytes, file, member, damaged, records, pages, heads, limits.maxRecordBytes());
  }
}
