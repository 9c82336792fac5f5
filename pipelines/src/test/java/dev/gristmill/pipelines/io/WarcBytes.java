// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Writes small WARC files. */
final class WarcBytes {
  private WarcBytes() {}

  /** A 200 response of HTML, about {@code 60 + number % 500} words long. */
  static byte[] page(int number) {
    StringBuilder html = new StringBuilder("<html><title>Page " + number + "</title><p>");
    long state = number * 0x9E3779B97F4A7C15L + 1;
    for (int word = 0; word < 60 + number % 500; word++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      html.append(Long.toString(state >>> 40, 36)).append(' ');
    }
    return response(url(number), "text/html; charset=utf-8", html.toString());
  }

  static String url(int number) {
    return "http://pages.test/" + number;
  }

  static byte[] response(String url, String contentType, String body) {
    byte[] utf8 = body.getBytes(UTF_8);
    return http(
        url,
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + utf8.length
            + "\r\n\r\n",
        utf8);
  }

  static byte[] http(String url, String header, byte[] body) {
    return record(
        "response",
        url,
        "application/http; msgtype=response",
        "",
        join(header.getBytes(ISO_8859_1), body));
  }

  /** A record with further header lines, each ended by CR LF. */
  static byte[] record(String type, String url, String contentType, String more, byte[] block) {
    return join(
        ("WARC/1.0\r\nWARC-Type: "
                + type
                + "\r\nWARC-Record-ID: <urn:test:"
                + Integer.toHexString(url.hashCode())
                + ">\r\nWARC-Date: 2020-02-29T12:34:56Z\r\nWARC-Target-URI: "
                + url
                + "\r\nContent-Type: "
                + contentType
                + "\r\n"
                + more
                + "Content-Length: "
                + block.length
                + "\r\n\r\n")
            .getBytes(UTF_8),
        block,
        "\r\n\r\n".getBytes(UTF_8));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** Pages {@code [0, pages)}, each a gzip member or all plain. */
  static byte[] file(int pages, boolean isGzip) {
    byte[][] parts = new byte[pages][];
    for (int i = 0; i < pages; i++) {
      parts[i] = isGzip ? gzip(page(i)) : page(i);
    }
    return join(parts);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
