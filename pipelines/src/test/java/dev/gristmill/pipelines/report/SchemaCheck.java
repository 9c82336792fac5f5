// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks JSON against the keywords of JSON schema that our own schema uses; knows no others. */
final class SchemaCheck {

  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "title",
          "description",
          "type",
          "additionalProperties",
          "required",
          "properties",
          "items",
          "minimum",
          "maximum",
          "maxLength",
          "maxItems",
          "minItems",
          "pattern",
          "enum",
          "const");

  private final List<String> violations = new ArrayList<>();

  private SchemaCheck() {}

  /** What is wrong, with where. */
  static List<String> violations(JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck();
    check.check(schema, value, "");
    return check.violations;
  }

  private void check(JsonNode schema, JsonNode value, String at) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      expect(KNOWN.contains(keyword.getKey()), at, "unknown keyword " + keyword.getKey());
    }
    if (schema.has("const")) {
      expect(value.equals(schema.get("const")), at, "is not " + schema.get("const"));
    }
    if (schema.has("enum")) {
      boolean found = false;
      for (JsonNode one : schema.get("enum")) {
        found |= one.equals(value);
      }
      expect(found, at, "is none of " + schema.get("enum"));
    }
    if (schema.has("type")) {
      expect(isOf(schema.get("type"), value), at, "is no " + schema.get("type"));
    }
    range(schema, value, at);
    if (value.isObject()) {
      members(schema, value, at);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.path("items"), value.get(i), at + "/" + i);
      }
    }
  }

  private void range(JsonNode schema, JsonNode value, String at) {
    if (value.isNumber()) {
      double number = value.asDouble();
      expect(!schema.has("minimum") || number >= schema.get("minimum").asDouble(), at, "too low");
      expect(!schema.has("maximum") || number <= schema.get("maximum").asDouble(), at, "too high");
    }
    if (value.isTextual()) {
      String text = value.textValue();
      expect(
          !schema.has("maxLength")
              || text.codePointCount(0, text.length()) <= schema.get("maxLength").asInt(),
          at,
          "too long");
      expect(
          !schema.has("pattern") || text.matches(schema.get("pattern").asText()), at, "bad form");
    }
    if (value.isArray()) {
      expect(
          !schema.has("maxItems") || value.size() <= schema.get("maxItems").asInt(),
          at,
          "too many");
      expect(
          !schema.has("minItems") || value.size() >= schema.get("minItems").asInt(), at, "too few");
    }
  }

  private void members(JsonNode schema, JsonNode value, String at) {
    Set<String> missing = new TreeSet<>();
    schema.path("required").forEach(name -> missing.add(name.asText()));
    JsonNode more = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      missing.remove(member.getKey());
      JsonNode known = schema.path("properties").path(member.getKey());
      if (known.isObject()) {
        check(known, member.getValue(), at + "/" + member.getKey());
      } else if (more.isObject()) {
        check(more, member.getValue(), at + "/" + member.getKey());
      } else {
        expect(more.asBoolean(true), at, "unknown key " + member.getKey());
      }
    }
    expect(missing.isEmpty(), at, "has no " + missing);
  }

  private static boolean isOf(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOf(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private void expect(boolean holds, String at, String problem) {
    if (!holds) {
      violations.add(at + ": " + problem);
    }
  }
}
