// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The samples' own JSON lines: one object a line, with the same fields in each, all of them strings
 * that say something; {@code id} is unique in its file.
 */
final class JsonRecords {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonRecords() {}

  /**
   * Loads a file, in its own order.
   *
   * @param fields the fields that each object must have, and no others
   * @param make what becomes of the fields of an object; it may throw {@link
   *     IllegalArgumentException}
   * @throws IllegalArgumentException if a line is wrong; the message begins with the file and the
   *     line number
   */
  static <T> List<T> load(Path file, Set<String> fields, Function<Map<String, String>, T> make)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<T> records = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        Map<String, String> object = object(lines.get(i), fields);
        if (!ids.add(object.get("id"))) {
          throw new IllegalArgumentException("id '" + object.get("id") + "' is there twice");
        }
        records.add(make.apply(object));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": not JSON: " + e.getOriginalMessage(), e);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return records;
  }

  private static Map<String, String> object(String line, Set<String> names)
      throws JsonProcessingException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : JSON.readTree(line).properties()) {
      if (!field.getValue().isTextual() || field.getValue().textValue().isBlank()) {
        throw new IllegalArgumentException(field.getKey() + " must be a string with a text");
      }
      fields.put(field.getKey(), field.getValue().textValue());
    }
    if (!fields.keySet().equals(names)) {
      throw new IllegalArgumentException(
          "fields must be " + names.stream().sorted().toList() + ", were " + fields.keySet());
    }
    return fields;
  }

  /** One line of compact JSON in UTF-8, with its line feed; fields in the map's order. */
  static byte[] line(Map<String, String> fields) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    JSON.writeValue(line, fields);
    line.write('\n');
    return line.toByteArray();
  }
}
