// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Undoes the chunked transfer coding.
 *
 * <p>Source: RFC 9112, section 7.1. Tolerant: lines may end in LF alone, extensions and trailers
 * are passed over, and the last chunk may be missing if the data ends at a chunk's border.
 *
 * @param bytes the data of all chunks
 * @param isChunked false if the body does not start with a chunk size: crawlers store decoded
 *     bodies under the old header; {@code bytes} is the body as it was then
 * @param hasEnd whether the chunk of size 0 was there
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
record ChunkedBody(byte[] bytes, boolean isChunked, boolean hasEnd) {
  private static final int MAX_SIZE_LINE_BYTES = 4096;

  /**
   * Decodes {@code body[from, to)}.
   *
   * @throws BadRecordException {@code http_chunked} if a later chunk's size is no number or a size
   *     does not fit 60 bits; {@code warc_truncated} if the data ends inside a chunk
   */
  static ChunkedBody decode(byte[] body, int from, int to) throws BadRecordException {
    ByteArrayOutputStream data = new ByteArrayOutputStream(Math.max(to - from, 32));
    int at = from;
    while (at < to) {
      int lineEnd = lineEnd(body, at, to);
      long chunkBytes = lineEnd < 0 ? -1 : size(body, at, lineEnd);
      if (chunkBytes < 0) {
        if (at == from) {
          return new ChunkedBody(copy(body, from, to), false, false);
        }
        throw new BadRecordException("http_chunked", "chunk size is not a number");
      }
      at = lineEnd;
      if (chunkBytes == 0) {
        return new ChunkedBody(data.toByteArray(), true, true);
      }
      if (chunkBytes > to - at) {
        throw chunkBytes > 1L << 59
            ? new BadRecordException("http_chunked", "chunk size is too large")
            : new BadRecordException("warc_truncated", "body ends inside a chunk");
      }
      data.write(body, at, (int) chunkBytes);
      at += (int) chunkBytes;
      if (at < to && body[at] == '\r') {
        at++;
      }
      if (at < to && body[at] == '\n') {
        at++;
      }
    }
    return new ChunkedBody(data.toByteArray(), true, false);
  }

  private static byte[] copy(byte[] body, int from, int to) {
    return Arrays.copyOfRange(body, from, to);
  }

  private static int lineEnd(byte[] body, int from, int to) {
    for (int i = from; i < Math.min(to, from + MAX_SIZE_LINE_BYTES); i++) {
      if (body[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** The chunk size of a line, -1 if it is none, 2^60 if it is larger than any body. */
  private static long size(byte[] body, int from, int lineEnd) {
    String line = new String(body, from, lineEnd - from, StandardCharsets.ISO_8859_1);
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    if (digits.isEmpty()) {
      return -1;
    }
    long size = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      size = size >= 1L << 59 ? 1L << 60 : size << 4 | digit;
    }
    return size;
  }
}
