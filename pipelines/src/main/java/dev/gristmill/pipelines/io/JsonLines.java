// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Optional;

/** Tells the sink what each line of a feed holds. Not thread-safe. */
final class JsonLines {
  private static final int BOM_BYTES = 3;

  private final LineFeed lines;
  private final JsonDocument documents;
  private final ReadLimits limits;
  private final PageSink sink;

  JsonLines(ByteFeed feed, ReadLimits limits, PageSink sink) {
    this.lines = new LineFeed(feed, limits.maxLineBytes());
    this.documents = new JsonDocument(limits);
    this.limits = limits;
    this.sink = sink;
  }

  /** Reads the lines that start before {@code to}. */
  void read(long to) throws IOException {
    while (lines.nextStart() < to && lines.next()) {
      line();
    }
  }

  /** Index of the first byte of the line that was being read. */
  long lineStart() {
    return lines.start();
  }

  private void line() {
    if (lines.isTooLong()) {
      bad(
          "json_line_too_long",
          "line has " + lines.bytes() + " bytes of at most " + limits.maxLineBytes(),
          "");
      return;
    }
    byte[] array = lines.array();
    int to = (int) lines.bytes();
    int from = lines.start() == 0 && startsWithBom(array, to) ? BOM_BYTES : 0;
    if (isBlank(array, from, to)) {
      sink.noted("blank_line", lines.start());
      return;
    }
    try {
      Optional<String> text = WellFormedText.decode(array, from, to);
      if (text.isEmpty()) {
        throw new BadRecordException("invalid_utf8", "line is not well-formed UTF-8");
      }
      sink.page(documents.page(text.get()), lines.start());
    } catch (BadRecordException malformed) {
      bad(malformed.reason(), malformed.getMessage(), Sha256.of(array, 0, to));
    }
  }

  private void bad(String reason, String message, String sha256) {
    sink.bad(new BadUnit(lines.start(), lines.bytes(), "", "", reason, message, sha256));
  }

  private static boolean startsWithBom(byte[] line, int to) {
    return to >= BOM_BYTES
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
