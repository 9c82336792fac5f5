// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Arrays;

/** Reads the blocks of records into one buffer that grows with what is there, not what is said. */
final class BlockReader {
  private static final int FIRST_BYTES = 64 << 10;

  /** A buffer larger than this is not kept for the next record. */
  private static final int KEPT_BYTES = 8 << 20;

  private static final byte[] RECORD_END = {'\r', '\n', '\r', '\n'};
  private static final int MAX_TRAILER_BYTES = 8;

  private final int maxRecordBytes;
  private final int maxHeaderBytes;
  private byte[] buffer = new byte[FIRST_BYTES];

  BlockReader(ReadLimits limits) {
    this.maxRecordBytes = limits.maxRecordBytes();
    this.maxHeaderBytes = limits.maxHeaderBytes();
  }

  /**
   * Reads the block at the feed's position: all of it, or, of one larger than the record cap, the
   * first {@code maxHeaderBytes}, which tell its kind.
   *
   * @throws BadRecordException {@code warc_content_length} if the input ends before
   */
  WarcRecord read(ByteFeed feed, HeaderBlock head, long declaredBytes)
      throws IOException, BadRecordException {
    int wanted = (int) (declaredBytes > maxRecordBytes ? maxHeaderBytes : declaredBytes);
    if (buffer.length > KEPT_BYTES && wanted <= KEPT_BYTES) {
      buffer = new byte[FIRST_BYTES];
    }
    int held = 0;
    while (held < wanted) {
      if (held == buffer.length) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(wanted, 2L * held));
      }
      int got = feed.read(buffer, held, Math.min(buffer.length, wanted) - held);
      if (got < 0) {
        throw new BadRecordException(
            "warc_content_length",
            "Content-Length is " + declaredBytes + ", but only " + held + " bytes are there");
      }
      held += got;
    }
    return new WarcRecord(head, buffer, held, declaredBytes);
  }

  /**
   * Checks that a record may end at the feed's position: at the end of the input, at CR LF CR LF,
   * or at any few line ends before the next record.
   *
   * @throws BadRecordException {@code warc_content_length} if not, since the length is wrong then
   */
  static void checkEnd(ByteFeed feed, HeadReader heads) throws IOException, BadRecordException {
    if (!feed.has(1) || feed.startsWith(RECORD_END)) {
      return;
    }
    long end = feed.position();
    int lineEnds = 0;
    while (lineEnds < MAX_TRAILER_BYTES && feed.has(1) && isLineEnd(feed.peek(0))) {
      feed.skip(1);
      lineEnds++;
    }
    boolean isEnd = !feed.has(1) || feed.peek(0) == 0 || heads.isStart(feed);
    feed.seek(end);
    if (!isEnd) {
      throw new BadRecordException(
          "warc_content_length", "neither a record's end nor a record's start behind the block");
    }
  }

  static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
