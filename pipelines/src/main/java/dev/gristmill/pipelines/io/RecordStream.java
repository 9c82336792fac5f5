// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.util.Optional;

/**
 * Frames the records of one decompressed stream: a gzip member, or a zstd frame.
 *
 * <p>A record is handed on when another follows it or the stream has ended well, so nothing out of
 * a member with a wrong checksum passes. Between two records at most {@code MAX_RECORDS} times the
 * record cap is decompressed, which bounds the work on a bomb. Not thread-safe.
 */
final class RecordStream {
  private static final int MAX_RECORDS = 4;

  /** Opens what follows the end of a stream inside a record, if it may be the record's rest. */
  @FunctionalInterface
  interface Continuation {
    /** Whether the source goes on now. */
    boolean open() throws IOException;
  }

  private static final byte[] NEXT_LINE_WARC = {'\n', 'W', 'A', 'R', 'C', '/'};

  private final HeadReader heads;
  private final BlockReader blocks;
  private final RecordPages pages;
  private final ByteFeed feed;
  private final long budgetBytes;
  private final int maxRecordBytes;

  private ByteFeed.Source stream;
  private Continuation continuation;
  private boolean isInsideRecord;
  private long offset;
  private long spentBytes;
  private int records;
  private Optional<HeaderBlock> head = Optional.empty();
  private Optional<WarcRecord> pending = Optional.empty();
  private Optional<BadRecordException> flaw = Optional.empty();

  RecordStream(ReadLimits limits, HeadReader heads, RecordPages pages, int windowBytes) {
    this.heads = heads;
    this.blocks = new BlockReader(limits);
    this.pages = pages;
    this.feed = new ByteFeed(this::decompress, windowBytes);
    this.maxRecordBytes = limits.maxRecordBytes();
    this.budgetBytes = (long) MAX_RECORDS * maxRecordBytes + windowBytes;
  }

  /**
   * Reads a stream to its end; the last record is still held then, see {@link #finish}.
   *
   * @param rest asked when the stream ends inside a record
   * @param at offset that all records of the stream are reported with
   * @throws DamagedStreamException if the stream is damaged or goes on too long without a record
   */
  void read(ByteFeed.Source decompressed, Continuation rest, long at) throws IOException {
    stream = decompressed;
    continuation = rest;
    isInsideRecord = false;
    offset = at;
    spentBytes = 0;
    records = 0;
    clear();
    feed.restart(0);
    while (hasMore()) {
      release(0);
      records++;
      next();
    }
    if (records != 1) {
      pages.sink().noted(records == 0 ? "empty_member" : "shared_member", offset);
    }
  }

  /** Hands on the last record; {@code bytes} is the length of the stream's unit in the file. */
  void finish(long bytes) {
    release(records == 1 ? bytes : 0);
  }

  /** Like {@link #finish} behind a record that was too large to be read through; else false. */
  boolean finishTooLarge(long bytes) {
    boolean isTooLarge = pending.isPresent() && !pending.get().isWhole();
    if (isTooLarge) {
      release(bytes);
    }
    return isTooLarge;
  }

  /** Header of the record that was being read. */
  Optional<HeaderBlock> head() {
    return head;
  }

  private void next() throws IOException {
    spentBytes = 0;
    isInsideRecord = true;
    try {
      head = Optional.of(heads.read(feed));
      long declared = HeadReader.declaredBytes(head.get());
      WarcRecord record = blocks.read(feed, head.get(), declared);
      if (!record.isWhole()) {
        pending = Optional.of(record);
        passOver(declared - record.heldBytes());
      }
      isInsideRecord = false;
      BlockReader.checkEnd(feed, heads);
      pending = Optional.of(record);
    } catch (BadRecordException bad) {
      isInsideRecord = false;
      pending = Optional.empty();
      flaw = Optional.of(bad);
      if (feed.find(NEXT_LINE_WARC)) {
        feed.skip(1);
      }
    }
  }

  private void passOver(long bytes) throws IOException, BadRecordException {
    if (bytes > budgetBytes) {
      throw tooLong();
    }
    if (feed.discard(bytes) < bytes) {
      throw new BadRecordException("warc_content_length", "the block is shorter than declared");
    }
  }

  /** Steps over line ends and zeros between records. */
  private boolean hasMore() throws IOException {
    while (feed.has(1)) {
      byte b = feed.peek(0);
      if (b != 0 && !BlockReader.isLineEnd(b)) {
        return true;
      }
      feed.skip(1);
    }
    return false;
  }

  private void release(long bytes) {
    if (pending.isPresent()) {
      pages.accept(pending.get(), offset, bytes);
    } else if (flaw.isPresent()) {
      pages.flawed(flaw.get(), head, offset, bytes, "");
    }
    clear();
  }

  private void clear() {
    head = Optional.empty();
    pending = Optional.empty();
    flaw = Optional.empty();
  }

  private int decompress(long position, byte[] into, int at, int max) throws IOException {
    if (spentBytes > budgetBytes) {
      throw tooLong();
    }
    int got = stream.read(position, into, at, max);
    while (got < 0 && isInsideRecord && continuation.open()) {
      got = stream.read(position, into, at, max);
    }
    spentBytes += Math.max(got, 0);
    return got;
  }

  private DamagedStreamException tooLong() {
    return new DamagedStreamException(
        Fault.TOO_LARGE, "more than " + MAX_RECORDS + " times " + maxRecordBytes + " bytes");
  }
}
