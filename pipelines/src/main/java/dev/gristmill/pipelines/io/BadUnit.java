// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.Objects;

/**
 * A part of the input that should have been a document and could not be read.
 *
 * @param offset first byte of the unit in the file; in a compressed JSONL file, of the decompressed
 *     stream; in a Parquet file, its first row
 * @param length bytes of the unit counted like {@code offset}, 0 where unknown
 * @param recordId WARC-Record-ID or JSON id where it was readable, else empty
 * @param url target URI where it was readable, else empty
 * @param reason stable id, for example {@code warc_gzip_damaged}
 * @param message what was found, at most {@link #MAX_MESSAGE_CHARS} characters
 * @param sha256 hex digest of the bytes that were held (a record's block, a line, a damaged range),
 *     else empty
 */
public record BadUnit(
    long offset,
    long length,
    String recordId,
    String url,
    String reason,
    String message,
    String sha256) {

  /** Messages are cut to this many UTF-16 units. */
  public static final int MAX_MESSAGE_CHARS = 500;

  /** Cuts the message; rejects null components with {@link NullPointerException}. */
  public BadUnit {
    Objects.requireNonNull(recordId, "recordId");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(sha256, "sha256");
    message = cut(WellFormedText.of(message));
  }

  private static String cut(String message) {
    if (message.length() <= MAX_MESSAGE_CHARS) {
      return message;
    }
    boolean splitsPair = Character.isHighSurrogate(message.charAt(MAX_MESSAGE_CHARS - 1));
    return message.substring(0, splitsPair ? MAX_MESSAGE_CHARS - 1 : MAX_MESSAGE_CHARS);
  }
}
