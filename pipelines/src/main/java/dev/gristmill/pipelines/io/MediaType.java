// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A Content-Type value, as far as this package asks.
 *
 * @param essence type and subtype in lower case, for example {@code text/html}; may be empty
 * @param charset the charset parameter as given, without quotes, or empty
 */
record MediaType(String essence, String charset) {

  /** WHATWG MIME Sniffing, section 7.1: what HTML may start with, each followed by space or >. */
  private static final String[] HTML_STARTS = {
    "<!doctype html",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a",
    "<style",
    "<title",
    "<b",
    "<body",
    "<br",
    "<p",
  };

  private static final int SNIFFED_BYTES = 512;

  /** Parses a header value; anything is accepted. */
  static MediaType parse(String value) {
    String[] parts = value.split(";", -1);
    String charset = "";
    for (int i = 1; i < parts.length && charset.isEmpty(); i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0 && parts[i].substring(0, equals).strip().equalsIgnoreCase("charset")) {
        charset = unquoted(parts[i].substring(equals + 1).strip());
      }
    }
    // Some servers say it twice, and some crawlers join what was said.
    int comma = parts[0].indexOf(',');
    String essence = comma < 0 ? parts[0] : parts[0].substring(0, comma);
    return new MediaType(essence.strip().toLowerCase(Locale.ROOT), charset);
  }

  boolean isHtml() {
    return essence.equals("text/html") || essence.equals("application/xhtml+xml");
  }

  boolean isPlainText() {
    return essence.equals("text/plain");
  }

  /** Whether a header names no type at all, so that the bytes have to tell. */
  boolean isMissing() {
    return essence.indexOf('/') <= 0;
  }

  /** Whether the bytes start like HTML. Source: WHATWG MIME Sniffing, section 7.1. */
  static boolean looksLikeHtml(byte[] bytes) {
    int from = bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB ? 3 : 0;
    int to = Math.min(bytes.length, SNIFFED_BYTES);
    String start =
        new String(bytes, from, Math.max(to - from, 0), StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<!--")) {
      return true;
    }
    for (String tag : HTML_STARTS) {
      if (start.startsWith(tag) && start.length() > tag.length()) {
        char next = start.charAt(tag.length());
        if (next == '>' || next <= ' ') {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the first bytes hold nothing that only binary data has, or a byte order mark of UTF-16.
   * Source: WHATWG MIME Sniffing, sections 3 (binary data byte) and 7.2.
   */
  static boolean looksLikeText(byte[] bytes, int from, int to) {
    if (to - from >= 2) {
      int mark = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return true;
      }
    }
    for (int i = from; i < Math.min(to, from + SNIFFED_BYTES); i++) {
      int b = bytes[i] & 0xFF;
      if (b <= 0x08 || b == 0x0B || (b >= 0x0E && b <= 0x1A) || (b >= 0x1C && b <= 0x1F)) {
        return false;
      }
    }
    return from < to;
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
    return isQuoted ? value.substring(1, value.length() - 1).strip() : value;
  }
}
