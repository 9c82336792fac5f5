// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The line in front of an ARC record, in the terms of a WARC header.
 *
 * <p>Source: Internet Archive, ARC File Format, versions 1 ({@code URL IP date type length}) and 2
 * ({@code URL IP date type result checksum location offset filename length}). Tolerant: the URL may
 * hold spaces, since the fields behind it are recognised from their shape.
 */
final class ArcHeader {
  private static final int MIN_DATE_DIGITS = 8;
  private static final int MAX_DATE_DIGITS = 20;

  private ArcHeader() {}

  /** The header that the line stands for, or empty if it is no ARC header line. */
  static Optional<HeaderBlock> parse(String line) {
    String[] fields = line.strip().split(" ", -1);
    int date = fields.length - 3;
    if (!isDated(fields, date)) {
      date = fields.length - 8;
    }
    if (!isDated(fields, date)) {
      return Optional.empty();
    }
    String url = String.join(" ", List.of(fields).subList(0, date - 1));
    if (url.indexOf(':') <= 0) {
      return Optional.empty();
    }
    String type = "response";
    String contentType = "application/http; msgtype=response";
    if (url.startsWith("filedesc:")) {
      type = "warcinfo";
      contentType = "text/plain";
    } else if (url.startsWith("dns:")) {
      contentType = "text/dns";
    }
    String head =
        String.join(
            "\n",
            "ARC",
            "warc-type:" + type,
            "warc-target-uri:" + url,
            "warc-date:" + fields[date],
            "content-type:" + contentType,
            "content-length:" + fields[fields.length - 1]);
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    return Optional.of(HeaderBlock.parse(bytes, 0, bytes.length));
  }

  private static boolean isDated(String[] fields, int date) {
    return date >= 2
        && fields[date].length() >= MIN_DATE_DIGITS
        && fields[date].length() <= MAX_DATE_DIGITS
        && isFrom(fields[date], "0123456789")
        && !fields[date - 1].isEmpty()
        && isFrom(fields[date - 1], "0123456789.:abcdefABCDEF");
  }

  private static boolean isFrom(String text, String alphabet) {
    for (int i = 0; i < text.length(); i++) {
      if (alphabet.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
