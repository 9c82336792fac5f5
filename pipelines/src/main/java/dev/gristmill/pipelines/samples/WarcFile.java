// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes one WARC file: a warcinfo record, then records of one kind, each a gzip member of its own.
 *
 * <p>Source: WARC/1.1 (ISO 28500:2017), sections 5 and 6; record-at-a-time compression is annex D.
 * Files of extracted text (WET) are WARC/1.0 with conversion records, as Common Crawl's are.
 *
 * <p>Records are dated at midnight UTC. Record ids are version 8 UUIDs (RFC 9562) cut from a
 * SHA-256 of URL and date, so the same fetch has the same id in every build.
 */
final class WarcFile {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final OutputStream out;
  private final String version;
  private final LocalDate date;
  private final String warcinfoId;

  private WarcFile(OutputStream out, String version, String fileName, LocalDate date)
      throws IOException {
    this.out = out;
    this.version = version;
    this.date = date;
    this.warcinfoId = recordId(fileName, date);
    String fields =
        "software: gristmill sample crawl\r\n"
            + ("format: WARC File Format " + version + "\r\n")
            + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/"
            + ("warc-" + version + "/\r\n");
    write(
        "warcinfo",
        warcinfoId,
        date,
        "WARC-Filename: " + fileName + "\r\nContent-Type: application/warc-fields\r\n",
        fields.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Begins a WARC/1.1 file of pages, all fetched on one day.
   *
   * @param out stays the caller's to close
   */
  static WarcFile responses(OutputStream out, String fileName, LocalDate date) throws IOException {
    return new WarcFile(out, "1.1", fileName, date);
  }

  /**
   * Begins a WARC/1.0 file of texts.
   *
   * @param out stays the caller's to close
   * @param date the date of the file itself
   */
  static WarcFile conversions(OutputStream out, String fileName, LocalDate date)
      throws IOException {
    return new WarcFile(out, "1.0", fileName, date);
  }

  /** Writes one page as the answer 200 to a GET; {@code payload} is the HTTP body. */
  void page(String url, String contentType, byte[] payload) throws IOException {
    String payloadDigest = base32(digest("SHA-1", payload));
    String http =
        "HTTP/1.1 200 OK\r\n"
            + ("Date: " + HTTP_DATE.format(date.atStartOfDay()) + "\r\n")
            + "Server: gristmill-samples\r\n"
            + ("Content-Type: " + contentType + "\r\n")
            + ("Content-Length: " + payload.length + "\r\n")
            + ("ETag: \"" + payloadDigest + "\"\r\n")
            + "Cache-Control: max-age=3600\r\n"
            + "Vary: Accept-Encoding\r\n"
            + "Connection: close\r\n\r\n";
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(http.getBytes(StandardCharsets.US_ASCII));
    block.writeBytes(payload);
    write(
        "response",
        recordId(url, date),
        date,
        "WARC-Target-URI: "
            + url
            + "\r\nWARC-Warcinfo-ID: "
            + warcinfoId
            + "\r\nWARC-Payload-Digest: sha1:"
            + payloadDigest
            + "\r\nContent-Type: application/http;msgtype=response\r\n",
        block.toByteArray());
  }

  /** Writes the text of one page, in UTF-8, as a conversion record. */
  void text(String url, LocalDate fetched, String text) throws IOException {
    write(
        "conversion",
        recordId(url, fetched),
        fetched,
        "WARC-Target-URI: "
            + url
            + "\r\nWARC-Warcinfo-ID: "
            + warcinfoId
            + "\r\nContent-Type: text/plain\r\n",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String type, String id, LocalDate day, String fields, byte[] block)
      throws IOException {
    String header =
        ("WARC/" + version + "\r\n")
            + ("WARC-Type: " + type + "\r\n")
            + ("WARC-Record-ID: " + id + "\r\n")
            + ("WARC-Date: " + day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC) + "\r\n")
            + fields
            + ("WARC-Block-Digest: sha1:" + base32(digest("SHA-1", block)) + "\r\n")
            + ("Content-Length: " + block.length + "\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(block);
    whole.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    StoredGzip.write(whole.toByteArray(), out);
  }

  /** The record id of a fetch, in angle brackets. */
  static String recordId(String url, LocalDate date) {
    ByteBuffer hash =
        ByteBuffer.wrap(digest("SHA-256", (url + "\n" + date).getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return "<urn:uuid:" + new UUID(high, low) + ">";
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** RFC 4648 base 32 of bytes whose bits divide by five, as the 160 of SHA-1 do. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 8 / 5);
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      bits = (bits << 8) | (b & 0xFF);
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(BASE32.charAt((bits >>> held) & 31));
      }
    }
    return text.toString();
  }
}
