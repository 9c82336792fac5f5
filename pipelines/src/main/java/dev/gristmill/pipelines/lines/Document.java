// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.io.IsoDates;
import dev.gristmill.pipelines.io.WellFormedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A document line: what the stages look at.
 *
 * @param id as given, a string that is not empty or a number
 * @param text well-formed
 * @param dateSeconds since 1970-01-01T00:00:00Z, or {@link
 *     dev.gristmill.pipelines.io.Page#UNKNOWN_DATE}
 * @param source the line's {@code source}, else the name of its file
 * @param url "" if it has none
 * @param language as given, "" if it has none
 * @param quality the line's numeric {@code quality}, NaN if it has none
 */
public record Document(
    JsonNode id,
    String text,
    long dateSeconds,
    String source,
    String url,
    String language,
    double quality) {

  /** Takes documents, in input order. */
  public interface Sink {
    /**
     * Takes one document.
     *
     * @throws IOException if it cannot be dealt with; reading stops
     */
    void document(Document document) throws IOException;
  }

  /** The id as text; a number's digits as they stand. */
  public String idText() {
    return WellFormedText.of(id.asText());
  }

  /** The id as it is written in a line, well-formed. */
  public String idJson() {
    try {
      return WellFormedText.of(JsonText.MAPPER.writeValueAsString(id));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an id is a string or a number", impossible);
    }
  }

  /** Bytes of the text in UTF-8. */
  public long utf8Bytes() {
    return WellFormedText.utf8Bytes(text);
  }

  /**
   * Reads the documents of files. A line without {@code id} or {@code text} is bad.
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
        JsonLineFile.read(
            in, file.name(), report, line -> sink.document(of(line, file.fileName())));
      }
    }
  }

  /** All documents of files, in memory. */
  public static List<Document> readAll(List<InputFile> files, ReadReport report)
      throws IOException {
    List<Document> documents = new ArrayList<>();
    read(files, report, documents::add);
    return documents;
  }

  private static Document of(ObjectNode line, String fileName) throws BadLineException {
    String source = string(line, "source");
    return new Document(
        id(line),
        WellFormedText.of(required(line, "text")),
        IsoDates.epochSeconds(string(line, "date")),
        source.isEmpty() ? fileName : source,
        WellFormedText.of(string(line, "url")),
        string(line, "language"),
        line.path("quality").isNumber() ? line.path("quality").doubleValue() : Double.NaN);
  }

  /** The id of a line. */
  static JsonNode id(ObjectNode line) throws BadLineException {
    JsonNode id = line.path("id");
    if (id.isMissingNode() || id.isNull() || (id.isTextual() && id.textValue().isEmpty())) {
      throw new BadLineException("missing id");
    }
    if (!id.isTextual() && !id.isNumber()) {
      throw new BadLineException("id is neither a string nor a number");
    }
    return id;
  }

  /** A string that a line must have. */
  static String required(ObjectNode line, String field) throws BadLineException {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new BadLineException("missing " + field);
    }
    if (!value.isTextual()) {
      throw new BadLineException(field + " is not a string");
    }
    return value.textValue();
  }

  /** A string that a line may have, else "". */
  static String string(ObjectNode line, String field) {
    JsonNode value = line.path(field);
    return value.isTextual() ? value.textValue() : "";
  }
}
