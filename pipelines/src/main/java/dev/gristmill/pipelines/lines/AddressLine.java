// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.io.WellFormedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A document line of which only the address counts; it needs no text.
 *
 * @param id as given, a string that is not empty or a number
 * @param url well-formed; "" if it has none
 */
public record AddressLine(JsonNode id, String url) {

  /** Takes lines, in input order. */
  public interface Sink {
    /**
     * Takes one line.
     *
     * @throws IOException if it cannot be dealt with; reading stops
     */
    void line(AddressLine line) throws IOException;
  }

  /** Bytes of the address in UTF-8. */
  public long utf8Bytes() {
    return WellFormedText.utf8Bytes(url);
  }

  /**
   * Reads the lines of files. A line without {@code id} is bad.
   *
   * @throws IOException from the sink only
   */
  public static void read(List<InputFile> files, ReadReport report, Sink sink) throws IOException {
    for (InputFile file : files) {
      InputStream in;
      try {
        in = file.open();
      } catch (IOException unreadable) {
        report.bad(file.name(), "cannot be read: " + unreadable.getMessage());
        continue;
      }
      try (in) {
        JsonLineFile.read(in, file.name(), report, line -> sink.line(of(line)));
      }
    }
  }

  /** All lines of files, in memory. */
  public static List<AddressLine> readAll(List<InputFile> files, ReadReport report)
      throws IOException {
    List<AddressLine> lines = new ArrayList<>();
    read(files, report, lines::add);
    return lines;
  }

  private static AddressLine of(ObjectNode line) throws BadLineException {
    return new AddressLine(Document.id(line), WellFormedText.of(Document.string(line, "url")));
  }
}
