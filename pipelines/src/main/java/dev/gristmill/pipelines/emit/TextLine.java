// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.split.SplitDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One survivor as a JSON line of {@code text/}: fields in a fixed order, absent ones left out. */
final class TextLine {

  private TextLine() {}

  static byte[] of(SplitDocument document, byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 512);
    try (JsonGenerator json = Json.LINE.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", document.id().toString());
      optional(json, "user_id", document.userId());
      optional(json, "url", document.url());
      if (document.date() >= 0) {
        json.writeStringField("date", Instant.ofEpochSecond(document.date()).toString());
      }
      json.writeStringField("source", document.source());
      json.writeStringField("language", document.language());
      optional(json, "title", document.title());
      json.writeStringField("text", new String(text, StandardCharsets.UTF_8));
      if (!document.meta().isEmpty()) {
        json.writeFieldName("meta");
        json.writeRawValue(document.meta());
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toByteArray();
  }

  private static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
