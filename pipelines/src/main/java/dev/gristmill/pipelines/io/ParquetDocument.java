// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Makes a page of the current row of a Parquet file, as {@link ParquetPages} says. Thread-safe. */
final class ParquetDocument {

  /** Jackson's own digits of doubles: those of the JDK differ between versions 17 and 19. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ReadLimits limits;

  ParquetDocument(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads the row.
   *
   * @throws BadRecordException {@code parquet_no_text}, {@code parquet_row_too_large}, {@code
   *     body_too_large} or {@code invalid_utf8}
   * @throws RuntimeException from the library, if a page is damaged
   */
  Page page(ParquetRow row) throws BadRecordException {
    ParquetCell body = ParquetRow.first(row.bodies);
    if (body == null) {
      throw new BadRecordException("parquet_no_text", "no text, content or html in this row");
    }
    checkSizes(row, body);
    byte[] bytes = body.raw();
    boolean isHtml = body.name().equals("html");
    boolean isUtf8 = body.isDeclaredText() || !isHtml;
    if (isUtf8 && WellFormedText.decode(bytes, 0, bytes.length).isEmpty()) {
      throw new BadRecordException("invalid_utf8", body.name() + " is not well-formed UTF-8");
    }
    ParquetCell id = ParquetRow.first(row.ids);
    ParquetCell url = ParquetRow.first(row.urls);
    ParquetCell title = ParquetRow.first(row.titles);
    ParquetCell language = ParquetRow.first(row.languages);
    ParquetCell date = readableDate(row.dates);
    return new Page(
        "",
        text(id),
        text(url),
        date == null ? Page.UNKNOWN_DATE : date.epochSeconds(),
        isHtml ? Page.Kind.HTML : Page.Kind.TEXT,
        bytes,
        isUtf8 ? "utf-8" : "",
        text(title),
        text(language),
        meta(row.cells, body, id, url, title, language, date));
  }

  private void checkSizes(ParquetRow row, ParquetCell body) throws BadRecordException {
    if (body.bytes() > limits.maxBodyBytes()) {
      throw new BadRecordException(
          "body_too_large", "body is larger than " + limits.maxBodyBytes() + " bytes");
    }
    long bytes = 0;
    for (ParquetCell cell : row.cells) {
      bytes += cell != body && cell.isPresent() ? cell.bytes() : 0;
    }
    if (bytes > limits.maxLineBytes()) {
      throw new BadRecordException(
          "parquet_row_too_large",
          "the columns beside the body have "
              + bytes
              + " bytes of at most "
              + limits.maxLineBytes());
    }
  }

  private static ParquetCell readableDate(List<ParquetCell> dates) {
    for (ParquetCell date : dates) {
      if (date.isPresent() && date.epochSeconds() != Page.UNKNOWN_DATE) {
        return date;
      }
    }
    return null;
  }

  private static String text(ParquetCell cell) {
    return cell == null ? "" : cell.text();
  }

  private static String meta(List<ParquetCell> cells, ParquetCell... taken) {
    StringWriter text = new StringWriter();
    boolean isEmpty = true;
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (ParquetCell cell : cells) {
        if (cell.isPresent() && !isOneOf(taken, cell)) {
          json.writeFieldName(cell.name());
          cell.write(json);
          isEmpty = false;
        }
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("strings do not fail to be written", impossible);
    }
    return isEmpty ? "" : WellFormedText.of(text.toString());
  }

  private static boolean isOneOf(ParquetCell[] taken, ParquetCell cell) {
    for (ParquetCell one : taken) {
      if (one == cell) {
        return true;
      }
    }
    return false;
  }
}
