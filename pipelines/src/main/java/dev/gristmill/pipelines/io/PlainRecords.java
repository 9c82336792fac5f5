// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Optional;

/**
 * Walks the records of an uncompressed WARC or ARC file.
 *
 * <p>A start is an offset behind a blank line (ARC: behind a line end) where a record's header
 * stands; zeros serve as well, since some writers pad with them. Ranges and damage are treated as
 * in {@link MemberRecords}; the law breaks only for a cut inside a record that stores a WARC of its
 * own.
 */
final class PlainRecords {
  private static final byte[] LINE_END = {'\n'};
  private static final long MAX_REREAD_BYTES = 256 << 20;

  private final FileBytes bytes;
  private final ByteFeed file;
  private final boolean readsArc;
  private final HeadReader heads;
  private final BlockReader blocks;
  private final RecordPages pages;
  private final int maxRecordBytes;
  private long rereadBytes;

  PlainRecords(FileBytes bytes, ReadLimits limits, boolean readsArc, PageSink sink, int window) {
    this.bytes = bytes;
    this.file = new ByteFeed(bytes, window);
    this.readsArc = readsArc;
    this.heads = new HeadReader(limits.maxHeaderBytes(), readsArc);
    this.blocks = new BlockReader(limits);
    this.pages = new RecordPages(limits, sink);
    this.maxRecordBytes = limits.maxRecordBytes();
  }

  void read(long from, long to) throws IOException {
    long at = behindPadding(from == 0 ? 0 : nextStart(from, to));
    while (at < bytes.bytes() && !(at >= to && isStart(at))) {
      at = behindPadding(record(at));
    }
  }

  private long record(long at) throws IOException {
    file.seek(at);
    Optional<HeaderBlock> head = Optional.empty();
    long rescan = at + 1;
    try {
      head = Optional.of(heads.read(file));
      rescan = file.position();
      long declared = HeadReader.declaredBytes(head.get());
      long left = bytes.bytes() - rescan;
      if (declared > left) {
        throw new BadRecordException(
            "warc_truncated", "Content-Length is " + declared + ", the file has " + left);
      }
      WarcRecord record = blocks.read(file, head.get(), declared);
      long end = rescan + declared;
      file.seek(end);
      try {
        BlockReader.checkEnd(file, heads);
      } catch (BadRecordException wrongLength) {
        rereadBytes += record.heldBytes();
        rescan = rereadBytes > MAX_REREAD_BYTES ? end : rescan;
        throw wrongLength;
      }
      pages.accept(record, at, end - at);
      return end;
    } catch (BadRecordException bad) {
      return resume(at, rescan, head, bad);
    }
  }

  private long resume(long at, long rescan, Optional<HeaderBlock> head, BadRecordException bad)
      throws IOException {
    long next = nextStart(rescan, Long.MAX_VALUE);
    boolean isCut = bad.reason().equals("warc_truncated") && next == bytes.bytes();
    BadRecordException told = bad;
    if (bad.reason().equals("warc_truncated") && !isCut) {
      told = new BadRecordException("warc_content_length", bad.getMessage());
    }
    pages.flawed(told, head, at, next - at, bytes.sha256(at, next, maxRecordBytes));
    return next;
  }

  /** Steps over line ends, and over zeros at the end of the file. */
  private long behindPadding(long at) throws IOException {
    file.seek(at);
    while (file.has(1) && BlockReader.isLineEnd(file.peek(0))) {
      file.skip(1);
    }
    long start = file.position();
    while (file.has(1) && file.peek(0) == 0) {
      file.skip(1);
    }
    long padded = file.position();
    if (padded == start || (padded < bytes.bytes() && !isStart(padded))) {
      return start;
    }
    pages.sink().skipped("padding", start);
    return padded;
  }

  /** The first start in {@code [from, before)}, or the end of the file. */
  private long nextStart(long from, long before) throws IOException {
    if (readsArc) {
      file.seek(Math.max(from - 1, 0));
      while (file.find(LINE_END, before)) {
        file.skip(1);
        if (heads.isStart(file)) {
          return file.position();
        }
      }
      return bytes.bytes();
    }
    file.seek(from);
    while (file.find(HeadReader.WARC_MAGIC, before)) {
      long at = file.position();
      if (isStart(at)) {
        return at;
      }
      file.seek(at + 1);
    }
    return bytes.bytes();
  }

  private boolean isStart(long at) throws IOException {
    if (at > 0) {
      int before = (int) Math.min(at, 3);
      file.seek(at - before);
      file.has(before);
      boolean isNewLine = file.peek(before - 1) == '\n' || file.peek(before - 1) == 0;
      boolean isBlankLine =
          before == 3
              && (file.peek(1) == '\n'
                  || (file.peek(1) == '\r' && file.peek(0) == '\n')
                  || file.peek(2) == 0);
      if (!isNewLine || (!readsArc && !isBlankLine)) {
        return false;
      }
    }
    file.seek(at);
    return heads.isStart(file);
  }
}
