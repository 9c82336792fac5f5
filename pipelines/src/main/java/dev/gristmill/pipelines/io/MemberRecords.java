// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.util.Optional;

/**
 * Walks the gzip members, or zstd frames, of a compressed WARC or ARC file.
 *
 * <p>A start is an offset where a member begins whose first decompressed bytes are those of a
 * record. A range reads from the first start at or behind its begin to the first start at or behind
 * its end, and reports all damage between them, so that disjoint ranges report everything exactly
 * once. The one way to break this law is a cut inside a member that stores, uncompressed, a gzipped
 * WARC of its own.
 */
final class MemberRecords {
  private static final int PROBED_TEXT_BYTES = 512;

  /** What going back behind damage may cost in all before it goes forward only. */
  private static final long MAX_REREAD_BYTES = 256 << 20;

  private final FileBytes bytes;
  private final ByteFeed file;
  private final Member member;
  private final String damaged;
  private final RecordStream records;
  private final RecordPages pages;
  private final HeadReader heads;
  private final int maxRecordBytes;
  private final byte[] probed = new byte[PROBED_TEXT_BYTES];
  private long rereadBytes;

  /**
   * Makes a walker.
   *
   * @param file the feed that the member reads from
   * @param damaged reason id of a damaged stretch
   */
  MemberRecords(
      FileBytes bytes,
      ByteFeed file,
      Member member,
      String damaged,
      RecordStream records,
      RecordPages pages,
      HeadReader heads,
      int maxRecordBytes) {
    this.bytes = bytes;
    this.file = file;
    this.member = member;
    this.damaged = damaged;
    this.records = records;
    this.pages = pages;
    this.heads = heads;
    this.maxRecordBytes = maxRecordBytes;
  }

  void read(long from, long to) throws IOException {
    long at = from == 0 ? 0 : nextStart(from, to);
    while (at < bytes.bytes() && !(at >= to && isStart(at))) {
      file.seek(at);
      at = member.isAt() ? member(at) : gap(at);
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
    boolean mayBeRest = member.isAt() && !probeHere();
    if (mayBeRest) {
      member.open();
    }
    return mayBeRest;
  }

  private long resume(long at, DamagedStreamException damage) throws IOException {
    long reached = Math.max(member.reached(), at + 1);
    if (damage.fault() == Fault.TOO_LARGE) {
      long next = nextStart(reached, Long.MAX_VALUE);
      if (!records.finishTooLarge(next - at)) {
        bad("warc_record_too_large", damage.getMessage(), records.head(), at, next);
      }
      return next;
    }
    rereadBytes += reached - at;
    long from = rereadBytes > MAX_REREAD_BYTES ? reached : at + 1;
    long next = nextStart(from, Long.MAX_VALUE);
    boolean isCut = damage.fault() == Fault.TRUNCATED && next == bytes.bytes();
    String reason = isCut ? "warc_truncated" : damaged;
    bad(reason, damage.getMessage(), records.head(), at, next);
    return next;
  }

  /** Passes over bytes between members. */
  private long gap(long at) throws IOException {
    while (file.has(1) && file.peek(0) == 0) {
      file.skip(1);
    }
    long padded = file.position();
    if (padded > at && (padded == bytes.bytes() || member.isAt())) {
      pages.sink().skipped("padding", at);
      return padded;
    }
    long next = nextStart(at + 1, Long.MAX_VALUE);
    bad(damaged, "nothing compressed starts here", Optional.empty(), at, next);
    return next;
  }

  private void bad(String reason, String message, Optional<HeaderBlock> head, long at, long end)
      throws IOException {
    String sha256 = bytes.sha256(at, end, maxRecordBytes);
    pages.flawed(new BadRecordException(reason, message), head, at, end - at, sha256);
  }

  /** The first start in {@code [from, before)}, or the end of the file. */
  private long nextStart(long from, long before) throws IOException {
    file.seek(from);
    while (file.find(member.magic(), before)) {
      if (probeHere()) {
        return file.position();
      }
      file.skip(1);
    }
    return bytes.bytes();
  }

  private boolean isStart(long at) throws IOException {
    file.seek(at);
    return member.isAt() && probeHere();
  }

  private boolean probeHere() throws IOException {
    return heads.isStart(probed, member.prefix(probed));
  }
}
