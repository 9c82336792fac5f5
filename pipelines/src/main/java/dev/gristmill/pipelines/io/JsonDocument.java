// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a page of one JSON object.
 *
 * <p>Source: RFC 8259, read strictly: names must be unique at every depth, NaN is refused, and
 * nothing may follow the object. A lone surrogate in an escape becomes U+FFFD. {@code text} or else
 * {@code html} must be a string; {@code id} may be a string or a number; {@code url}, {@code
 * language} and {@code title} count when they are strings, {@code date} when it is readable. All
 * other fields go into {@code metaJson} as they are, numbers with all their digits. Thread-safe.
 */
final class JsonDocument {
  private static final int MAX_DEPTH = 1000;

  private final JsonFactory factory;
  private final int maxBodyBytes;

  /** What one object held. */
  private static final class Fields {
    final Map<String, String> strings = new HashMap<>();
    final StringWriter metaText = new StringWriter();
    final boolean carriesHtml;
    boolean hasUntypedBody;

    Fields(boolean carriesHtml) {
      this.carriesHtml = carriesHtml;
    }
  }

  JsonDocument(ReadLimits limits) {
    this.maxBodyBytes = limits.maxBodyBytes();
    this.factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // A table of names shared by all lines would make one line's fate depend on the others.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(limits.maxLineBytes())
                    .maxNameLength(limits.maxLineBytes())
                    .maxNumberLength(limits.maxLineBytes())
                    .build())
            .build();
  }

  /**
   * Reads one line.
   *
   * @throws BadRecordException {@code json_malformed}, {@code json_duplicate_key}, {@code
   *     json_not_object}, {@code json_missing_text}, {@code json_text_not_string} or {@code
   *     body_too_large}
   */
  Page page(String line) throws BadRecordException {
    Fields fields = read(line, false);
    if (fields.strings.containsKey("text") && fields.strings.containsKey("html")) {
      // Only now is it known that html is no body but a field to carry along, in its place.
      fields = read(line, true);
    }
    return page(fields);
  }

  private Fields read(String line, boolean carriesHtml) throws BadRecordException {
    Fields fields = new Fields(carriesHtml);
    try (JsonParser json = factory.createParser(line);
        JsonGenerator meta = factory.createGenerator(fields.metaText)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT) {
        json.skipChildren();
        throw new BadRecordException("json_not_object", "the line holds " + first);
      }
      meta.writeStartObject();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        field(json, meta, fields);
      }
      meta.writeEndObject();
      if (json.nextToken() != null) {
        throw new BadRecordException("json_malformed", "more than one value on the line");
      }
      return fields;
    } catch (JsonProcessingException malformed) {
      String message = String.valueOf(malformed.getOriginalMessage());
      boolean isDuplicate = message.startsWith("Duplicate");
      throw new BadRecordException(isDuplicate ? "json_duplicate_key" : "json_malformed", message);
    } catch (IOException impossible) {
      throw new IllegalStateException("strings do not fail to be read", impossible);
    }
  }

  private static void field(JsonParser json, JsonGenerator meta, Fields fields) throws IOException {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    boolean isBody = name.equals("text") || name.equals("html");
    boolean isString = value == JsonToken.VALUE_STRING;
    boolean isTaken =
        switch (name) {
          case "text", "url", "language", "title" -> isString;
          case "date" -> isString && IsoDates.epochSeconds(json.getText()) != Page.UNKNOWN_DATE;
          case "html" -> isString && !fields.carriesHtml;
          case "id" -> isString || value.isNumeric();
          default -> false;
        };
    if (isTaken) {
      fields.strings.put(name, json.getText());
      return;
    }
    fields.hasUntypedBody |= isBody;
    meta.writeFieldName(name);
    copyValue(json, meta);
  }

  /** Copies the value at the parser; a loop, since depth is the input's choice. */
  private static void copyValue(JsonParser json, JsonGenerator meta) throws IOException {
    int depth = 0;
    while (true) {
      JsonToken token = json.currentToken();
      if (token.isNumeric()) {
        meta.writeNumber(json.getText());
      } else {
        meta.copyCurrentEvent(json);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      json.nextToken();
    }
  }

  private Page page(Fields fields) throws BadRecordException {
    Map<String, String> strings = fields.strings;
    boolean isText = strings.containsKey("text");
    if (!isText && !strings.containsKey("html")) {
      throw fields.hasUntypedBody
          ? new BadRecordException("json_text_not_string", "text or html is not a string")
          : new BadRecordException("json_missing_text", "neither text nor html");
    }
    String body = WellFormedText.of(strings.get(isText ? "text" : "html"));
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > maxBodyBytes) {
      throw new BadRecordException(
          "body_too_large", "body is larger than " + maxBodyBytes + " bytes");
    }
    String meta = fields.metaText.toString();
    return new Page(
        "",
        string(strings, "id"),
        string(strings, "url"),
        IsoDates.epochSeconds(string(strings, "date")),
        isText ? Page.Kind.TEXT : Page.Kind.HTML,
        utf8,
        "utf-8",
        string(strings, "title"),
        string(strings, "language"),
        meta.equals("{}") ? "" : WellFormedText.of(meta));
  }

  private static String string(Map<String, String> strings, String name) {
    return WellFormedText.of(strings.getOrDefault(name, ""));
  }
}
