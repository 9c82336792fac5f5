// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An HTTP response as a record's block holds it.
 *
 * @param status three digits, 100..999
 * @param fields the header fields
 * @param bodyAt index of the body's first byte in the block
 */
record HttpMessage(int status, HeaderBlock fields, int bodyAt) {
  private static final byte[] HTTP = {'H', 'T', 'T', 'P', '/'};
  private static final int SWITCHING_PROTOCOLS = 101;

  /**
   * Reads the status line and the header fields of {@code block[0, bytes)}; interim responses
   * (status 1xx) in front are passed over.
   *
   * @throws BadRecordException {@code http_malformed} if there is no status line; {@code
   *     http_header_too_long} if the headers are longer than {@code maxHeaderBytes}
   */
  static HttpMessage parse(byte[] block, int bytes, int maxHeaderBytes) throws BadRecordException {
    int seen = Math.min(bytes, maxHeaderBytes);
    int from = 0;
    while (true) {
      int headerBytes = HeaderBlock.blockBytes(block, from, seen);
      if (headerBytes < 0 && bytes > maxHeaderBytes) {
        throw new BadRecordException(
            "http_header_too_long", "HTTP header is longer than " + maxHeaderBytes + " bytes");
      }
      // Without a blank line everything is header and the body is empty.
      int end = headerBytes < 0 ? seen : from + headerBytes;
      HeaderBlock fields = HeaderBlock.parse(block, from, end);
      int status = status(fields.startLine());
      boolean isInterim = status < 200 && status != SWITCHING_PROTOCOLS;
      if (!isInterim || !startsLikeHttp(block, end, bytes)) {
        return new HttpMessage(status, fields, end);
      }
      from = end;
    }
  }

  private static boolean startsLikeHttp(byte[] block, int from, int to) {
    return to - from >= HTTP.length
        && Arrays.equals(block, from, from + HTTP.length, HTTP, 0, HTTP.length);
  }

  MediaType contentType() {
    return MediaType.parse(fields.first("content-type"));
  }

  /**
   * The body of {@code block[0, bytes)} behind transfer and content codings.
   *
   * @param remarks where ids of tolerated faults are added
   * @throws BadRecordException as {@link ChunkedBody} and {@link ContentCoding} do; {@code
   *     warc_truncated} if Content-Length promises more than there is
   */
  byte[] body(byte[] block, int bytes, int maxBodyBytes, List<String> remarks)
      throws BadRecordException {
    byte[] body;
    if (isChunked()) {
      ChunkedBody chunks = ChunkedBody.decode(block, bodyAt, bytes);
      if (!chunks.isChunked()) {
        remarks.add("not_chunked");
      } else if (!chunks.hasEnd()) {
        remarks.add("chunked_without_end");
      }
      body = chunks.bytes();
    } else {
      body = Arrays.copyOfRange(block, bodyAt, bytes);
    }
    long promised = isChunked() ? -1 : HeadReader.number(fields.first("content-length"));
    boolean isShort = promised > body.length;
    ContentCoding decoded;
    try {
      decoded = ContentCoding.decode(body, fields.all("content-encoding"), maxBodyBytes);
    } catch (BadRecordException undecodable) {
      throw isShort ? truncated(promised, body.length) : undecodable;
    }
    if (decoded.isMismatch()) {
      // The stored body was decoded already, so Content-Length speaks of other bytes.
      remarks.add("encoding_mismatch");
    } else if (isShort) {
      throw truncated(promised, body.length);
    }
    return decoded.bytes();
  }

  private boolean isChunked() {
    for (String value : fields.all("transfer-encoding")) {
      if (value.toLowerCase(Locale.ROOT).contains("chunked")) {
        return true;
      }
    }
    return false;
  }

  private static BadRecordException truncated(long promised, int held) {
    return new BadRecordException(
        "warc_truncated", "HTTP Content-Length is " + promised + ", body has " + held + " bytes");
  }

  private static int status(String statusLine) throws BadRecordException {
    List<String> words = new ArrayList<>();
    for (String word : statusLine.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    boolean isHttp = !words.isEmpty() && words.get(0).toUpperCase(Locale.ROOT).startsWith("HTTP");
    long status = words.size() < 2 ? -1 : HeadReader.number(words.get(1));
    if (!isHttp || status < 100 || status > 999) {
      throw new BadRecordException("http_malformed", "status line is '" + statusLine + "'");
    }
    return (int) status;
  }
}
