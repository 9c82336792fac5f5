// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Walks the members of a gzipped WARC or ARC file.
 *
 * <p>A start is an offset where a member begins whose first decompressed bytes are those of a
 * record. A range reads from the first start at or behind its begin to the first start at or behind
 * its end, and reports all damage between them, so that disjoint ranges report everything exactly
 * once. The one way to break this law is a cut inside a member that stores, uncompressed, a gzipped
 * WARC of its own.
 */
final class GzipRecords implements AutoCloseable {
  private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};

  /** Room for a gzip header and the largest table of a deflate block (RFC 1951, 3.2.7). */
  private static final int PROBED_BYTES = 1024;

  private static final int PROBED_TEXT_BYTES = 512;

  /** What going back behind damage may cost in all before it goes forward only. */
  private static final long MAX_REREAD_BYTES = 256 << 20;

  private final FileBytes bytes;
  private final ByteFeed file;
  private final GzipMember member;
  private final RecordStream records;
  private final RecordPages pages;
  private final HeadReader heads;
  private final int maxRecordBytes;
  private final Inflater probe = new Inflater(true);
  private final byte[] probed = new byte[PROBED_TEXT_BYTES];
  private long rereadBytes;

  GzipRecords(FileBytes bytes, ReadLimits limits, boolean readsArc, PageSink sink, int window) {
    this.bytes = bytes;
    this.file = new ByteFeed(bytes, window);
    this.member = new GzipMember(file);
    this.pages = new RecordPages(limits, sink);
    this.heads = new HeadReader(limits.maxHeaderBytes(), readsArc);
    this.records = new RecordStream(limits, heads, pages, window);
    this.maxRecordBytes = limits.maxRecordBytes();
  }

  void read(long from, long to) throws IOException {
    long at = from == 0 ? 0 : nextStart(from);
    while (at < bytes.bytes() && !(at >= to && isStart(at))) {
      file.seek(at);
      at = GzipMember.isAt(file) ? member(at) : gap(at);
    }
  }

  private long member(long at) throws IOException {
    try {
      member.open();
      records.read(member, this::openRest, at);
      long end = file.position();
      records.finish(end - at);
      return end;
    } catch (DamagedStreamException damage) {
      return resume(at, damage);
    }
  }

  /** Some writers compress by blocks, so that a record goes on in the next member. */
  private boolean openRest() throws IOException {
    boolean mayBeRest = GzipMember.isAt(file) && !probeHere();
    if (mayBeRest) {
      member.open();
    }
    return mayBeRest;
  }

  private long resume(long at, DamagedStreamException damage) throws IOException {
    long reached = Math.max(member.reached(), at + 1);
    if (damage.fault() == Fault.TOO_LARGE) {
      long next = nextStart(reached);
      if (!records.finishTooLarge(next - at)) {
        bad("warc_record_too_large", damage.getMessage(), records.head(), at, next);
      }
      return next;
    }
    rereadBytes += reached - at;
    long next = nextStart(rereadBytes > MAX_REREAD_BYTES ? reached : at + 1);
    boolean isCut = damage.fault() == Fault.TRUNCATED && next == bytes.bytes();
    String reason = isCut ? "warc_truncated" : "warc_gzip_damaged";
    bad(reason, damage.getMessage(), records.head(), at, next);
    return next;
  }

  /** Passes over bytes between members. */
  private long gap(long at) throws IOException {
    while (file.has(1) && file.peek(0) == 0) {
      file.skip(1);
    }
    long padded = file.position();
    if (padded > at && (padded == bytes.bytes() || GzipMember.isAt(file))) {
      pages.sink().skipped("padding", at);
      return padded;
    }
    long next = nextStart(at + 1);
    bad("warc_gzip_damaged", "no gzip member starts here", Optional.empty(), at, next);
    return next;
  }

  private void bad(String reason, String message, Optional<HeaderBlock> head, long at, long end)
      throws IOException {
    String sha256 = bytes.sha256(at, end, maxRecordBytes);
    pages.flawed(new BadRecordException(reason, message), head, at, end - at, sha256);
  }

  private long nextStart(long from) throws IOException {
    file.seek(from);
    while (file.find(MAGIC)) {
      if (probeHere()) {
        return file.position();
      }
      file.skip(1);
    }
    return bytes.bytes();
  }

  private boolean isStart(long at) throws IOException {
    file.seek(at);
    return GzipMember.isAt(file) && probeHere();
  }

  private boolean probeHere() throws IOException {
    file.has(PROBED_BYTES);
    int seen = Math.min(file.available(), PROBED_BYTES);
    int header = GzipMember.headerBytes(file.array(), file.index(), file.index() + seen);
    if (header <= 0) {
      return false;
    }
    probe.reset();
    probe.setInput(file.array(), file.index() + header, seen - header);
    try {
      return heads.isStart(probed, probe.inflate(probed));
    } catch (DataFormatException notDeflate) {
      return false;
    }
  }

  @Override
  public void close() {
    member.close();
    probe.end();
  }
}
