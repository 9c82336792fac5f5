// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.Objects;

/**
 * One document as it was read, before any extraction.
 *
 * @param recordId WARC-Record-ID without angle brackets, or empty
 * @param userId the {@code id} of a JSON line or Parquet row, or empty
 * @param url the target URI as given, or empty
 * @param dateSeconds seconds since 1970-01-01T00:00:00Z of capture, or {@link #UNKNOWN_DATE}
 * @param kind what the body holds
 * @param body decoded bytes; for {@code TEXT} always well-formed UTF-8; owned by the receiver
 * @param httpCharset charset label that the transport declared, or empty
 * @param title title carried beside the text, or empty
 * @param languageHint language claimed by the input, in its own notation, or empty
 * @param metaJson the other fields of a JSON line, or flat columns of a Parquet row, as one compact
 *     object in input order, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // The body is handed over, never compared.
public record Page(
    String recordId,
    String userId,
    String url,
    long dateSeconds,
    Kind kind,
    byte[] body,
    String httpCharset,
    String title,
    String languageHint,
    String metaJson) {

  /** {@code dateSeconds} of a page without a readable date. */
  public static final long UNKNOWN_DATE = -1;

  /** What the body of a page holds. */
  public enum Kind {
    /** Markup in the charset that {@code httpCharset} or the markup itself names. */
    HTML,
    /** Plain text in UTF-8. */
    TEXT
  }

  /** Rejects null components with {@link NullPointerException}. */
  public Page {
    Objects.requireNonNull(recordId, "recordId");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(httpCharset, "httpCharset");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(languageHint, "languageHint");
    Objects.requireNonNull(metaJson, "metaJson");
  }
}
