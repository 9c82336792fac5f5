// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.io.WellFormedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the objects of a file of JSON lines; blank lines and a byte order mark are passed over. */
final class JsonLineFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonLineFile() {}

  /** Takes the objects of a file, in order. */
  interface Sink {
    /**
     * Takes one object.
     *
     * @throws BadLineException if it is no document; reading goes on
     * @throws IOException if it cannot be dealt with; reading stops
     */
    void line(ObjectNode object) throws BadLineException, IOException;
  }

  /**
   * Reads a stream to its end, or to the first byte that cannot be read.
   *
   * @param in decompressed
   * @param name what messages call it
   * @throws IOException from the sink only
   */
  static void read(InputStream in, String name, ReadReport report, Sink sink) throws IOException {
    ByteLines lines = new ByteLines(in);
    while (true) {
      try {
        if (!lines.next()) {
          return;
        }
      } catch (IOException damage) {
        report.bad(place(name, lines), "cannot be read on: " + damage.getMessage());
        return;
      }
      try {
        String text = text(lines);
        if (!text.isBlank()) {
          sink.line(JsonText.object(text));
          report.document();
        }
      } catch (BadLineException bad) {
        report.bad(place(name, lines), bad.getMessage());
      }
    }
  }

  private static String text(ByteLines lines) throws BadLineException {
    if (lines.lineBytes() > ByteLines.MAX_BYTES) {
      throw new BadLineException(
          "line has " + lines.lineBytes() + " bytes of at most " + ByteLines.MAX_BYTES);
    }
    Optional<String> text = WellFormedText.decode(lines.array(), 0, (int) lines.lineBytes());
    if (text.isEmpty()) {
      throw new BadLineException("not well-formed UTF-8");
    }
    boolean marked = lines.number() == 1 && text.get().startsWith(BYTE_ORDER_MARK);
    return marked ? text.get().substring(1) : text.get();
  }

  private static String place(String name, ByteLines lines) {
    return name + ":" + lines.number();
  }
}
