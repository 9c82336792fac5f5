// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the header in front of each WARC or ARC record. */
final class HeadReader {
  static final byte[] WARC_MAGIC = {'W', 'A', 'R', 'C', '/'};

  /** Longest decimal number that surely fits a long. */
  private static final int MAX_LENGTH_DIGITS = 18;

  private final int maxHeaderBytes;
  private final boolean readsArc;

  HeadReader(int maxHeaderBytes, boolean readsArc) {
    this.maxHeaderBytes = maxHeaderBytes;
    this.readsArc = readsArc;
  }

  /**
   * Reads the header at the feed's position and steps behind it.
   *
   * @throws BadRecordException if there is none: {@code warc_header_malformed}, {@code
   *     warc_header_too_long} or, at the end of the input, {@code warc_truncated}; the feed has not
   *     moved then
   */
  HeaderBlock read(ByteFeed feed) throws IOException, BadRecordException {
    if (feed.startsWith(WARC_MAGIC)) {
      int bytes = warcBytes(feed);
      HeaderBlock head = HeaderBlock.parse(feed.array(), feed.index(), feed.index() + bytes);
      if (head.first("warc-type").isEmpty()) {
        throw new BadRecordException("warc_header_malformed", "header without WARC-Type");
      }
      feed.skip(bytes);
      return head;
    }
    if (readsArc) {
      int bytes = arcBytes(feed);
      Optional<HeaderBlock> head = arcHead(feed, bytes);
      if (head.isPresent()) {
        feed.skip(bytes);
        return head.get();
      }
    }
    throw new BadRecordException("warc_header_malformed", "no record starts here");
  }

  /** Whether a record starts at the feed's position, which stays. */
  boolean isStart(ByteFeed feed) throws IOException {
    long position = feed.position();
    try {
      read(feed);
      return true;
    } catch (BadRecordException noStart) {
      return false;
    } finally {
      feed.seek(position);
    }
  }

  /**
   * Whether the first bytes of a decompressed stream are those of a record. ARC headers that are
   * longer than the prefix are not recognised.
   */
  boolean isStart(byte[] prefix, int bytes) {
    if (bytes > WARC_MAGIC.length && prefix[WARC_MAGIC.length] >= '0') {
      boolean isWarc = true;
      for (int i = 0; i < WARC_MAGIC.length; i++) {
        isWarc &= prefix[i] == WARC_MAGIC[i];
      }
      if (isWarc) {
        return true;
      }
    }
    for (int i = 0; readsArc && i < bytes; i++) {
      if (prefix[i] == '\n') {
        return ArcHeader.parse(new String(prefix, 0, i, StandardCharsets.UTF_8)).isPresent();
      }
    }
    return false;
  }

  /**
   * The declared length of a record's block in bytes.
   *
   * @throws BadRecordException {@code warc_content_length} if it is absent, ambiguous or no number
   */
  static long declaredBytes(HeaderBlock head) throws BadRecordException {
    List<String> lengths = head.all("content-length");
    if (lengths.isEmpty()) {
      throw new BadRecordException("warc_content_length", "header without Content-Length");
    }
    String digits = lengths.get(0);
    for (String other : lengths) {
      if (!other.equals(digits)) {
        throw new BadRecordException("warc_content_length", "more than one Content-Length");
      }
    }
    long bytes = number(digits);
    if (bytes < 0) {
      throw new BadRecordException("warc_content_length", "Content-Length is '" + digits + "'");
    }
    return bytes;
  }

  /** The number that the decimal digits make, or -1; a longer number counts as 2^62. */
  static long number(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    if (digits.isEmpty()) {
      return -1;
    }
    return digits.length() > MAX_LENGTH_DIGITS ? 1L << 62 : Long.parseLong(digits);
  }

  private int warcBytes(ByteFeed feed) throws IOException, BadRecordException {
    while (true) {
      int seen = Math.min(feed.available(), maxHeaderBytes);
      int bytes = HeaderBlock.blockBytes(feed.array(), feed.index(), feed.index() + seen);
      if (bytes >= 0) {
        return bytes;
      }
      lookFurther(feed, seen);
    }
  }

  private int arcBytes(ByteFeed feed) throws IOException, BadRecordException {
    while (true) {
      int seen = Math.min(feed.available(), maxHeaderBytes);
      for (int i = 0; i < seen; i++) {
        if (feed.peek(i) == '\n') {
          return i + 1;
        }
      }
      lookFurther(feed, seen);
    }
  }

  /** Asks for one byte only: a stream may end well right behind a header and its block. */
  private void lookFurther(ByteFeed feed, int seen) throws IOException, BadRecordException {
    if (seen == maxHeaderBytes) {
      throw new BadRecordException(
          "warc_header_too_long", "header is longer than " + maxHeaderBytes + " bytes");
    }
    if (!feed.has(seen + 1)) {
      throw new BadRecordException("warc_truncated", "the input ends inside a header");
    }
  }

  private static Optional<HeaderBlock> arcHead(ByteFeed feed, int bytes) {
    return ArcHeader.parse(new String(feed.array(), feed.index(), bytes, StandardCharsets.UTF_8));
  }
}
