// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/** The recipe as resolved, as the manifest has it, with the folders of its files left out. */
final class RecipeTree {

  private RecipeTree() {}

  /**
   * Reads it from a run's manifest.
   *
   * @throws IOException if there is no manifest or it holds no recipe
   */
  static JsonNode read(RunDirectory directory) throws IOException {
    try (InputStream in = Channels.newInputStream(directory.open(Manifest.FILE));
        JsonParser parser = Json.LINE.createParser(in)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken();
          token == JsonToken.FIELD_NAME;
          token = parser.nextToken()) {
        boolean found = parser.currentName().equals("recipe");
        parser.nextToken();
        if (found) {
          return withoutFolders(parser.readValueAsTree());
        }
        parser.skipChildren();
      }
    }
    throw new IOException(Manifest.FILE + " is damaged: it holds no recipe");
  }

  /** A tree's depth is that of a recipe, which the schema bounds. */
  private static JsonNode withoutFolders(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> each.setValue(withoutFolders(each.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutFolders(array.get(i)));
      }
    } else if (node.isTextual() && isPath(node.textValue())) {
      return Json.LINE.getNodeFactory().textNode(fileName(node.textValue()));
    }
    return node;
  }

  /** A copy for people: without lists and settings that are empty. */
  static JsonNode brief(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.LINE.createObjectNode();
      object
          .properties()
          .forEach(
              each -> {
                JsonNode value = brief(each.getValue());
                if (!value.isContainerNode() || !value.isEmpty()) {
                  copy.set(each.getKey(), value);
                }
              });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.LINE.createArrayNode();
      array.forEach(each -> copy.add(brief(each)));
      return copy;
    }
    return node;
  }

  /** Whether a recipe's value is a path: they are made absolute when it is resolved. */
  private static boolean isPath(String value) {
    return value.startsWith("/")
        || value.contains("://")
        || (value.length() > 2 && value.charAt(1) == ':' && "\\/".indexOf(value.charAt(2)) >= 0);
  }

  /** What follows the last separator of a path or URI. */
  static String fileName(String path) {
    int end = path.length();
    while (end > 1 && isSeparator(path.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(path.charAt(start - 1))) {
      start--;
    }
    return path.substring(start, end);
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }
}
