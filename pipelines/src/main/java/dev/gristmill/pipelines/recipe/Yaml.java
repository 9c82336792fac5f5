// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML value that remembers where it stood.
 *
 * @param value a {@code Map<String, Yaml>} in file order, a {@code List<Yaml>}, or a String, Long,
 *     Double, Boolean or null
 * @param where the place, for messages: {@code recipe.yaml:12} or {@code --set pack.length}
 */
record Yaml(Object value, String where) {

  private static final int MAX_DEPTH = 32;

  /** Parses one document of YAML 1.2 (JSON schema; no tags, no merge keys, unique keys). */
  static Yaml parse(String file, String text) throws RecipeException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(20).build();
    try {
      checkDepth(file, settings, text);
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        throw new RecipeException(file + ":1: the recipe is empty");
      }
      return of(file, root.get(), 0);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new RecipeException(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new RecipeException(
          file + ": not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** On events, since composing nodes recurses as deep as the text does. */
  private static void checkDepth(String file, LoadSettings settings, String text)
      throws RecipeException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        throw tooDeep(file + ":" + event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
      }
    }
  }

  private static RecipeException tooDeep(String where) {
    return new RecipeException(where + ": nested deeper than " + MAX_DEPTH + " levels");
  }

  private static Yaml of(String file, Node node, int depth) throws RecipeException {
    String where = file + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    if (depth > MAX_DEPTH) {
      throw tooDeep(where);
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Yaml> map = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new RecipeException(where + ": a key must be plain text");
        }
        Yaml value = of(file, tuple.getValueNode(), depth + 1);
        if (map.put(key.getValue(), value) != null) {
          throw new RecipeException(
              value.where() + ": key '" + key.getValue() + "' is given twice");
        }
      }
      return new Yaml(map, where);
    }
    if (node instanceof SequenceNode sequence) {
      List<Yaml> list = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        list.add(of(file, item, depth + 1));
      }
      return new Yaml(list, where);
    }
    return new Yaml(scalar((ScalarNode) node, where), where);
  }

  private static Object scalar(ScalarNode node, String where) throws RecipeException {
    String text = node.getValue();
    Tag tag = node.getTag();
    try {
      if (tag.equals(Tag.INT)) {
        return Long.parseLong(text);
      }
      if (tag.equals(Tag.FLOAT)) {
        return Double.parseDouble(text);
      }
    } catch (NumberFormatException e) {
      throw new RecipeException(where + ": '" + text + "' is not a number in range");
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.parseBoolean(text);
    }
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (!tag.equals(Tag.STR)) {
      throw new RecipeException(where + ": tag " + tag.getValue() + " is not allowed");
    }
    return text;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  @SuppressWarnings("unchecked") // the record's contract: only Map<String, Yaml> is ever stored
  Map<String, Yaml> map() {
    return (Map<String, Yaml>) value;
  }

  @SuppressWarnings("unchecked") // the record's contract: only List<Yaml> is ever stored
  List<Yaml> list() {
    return (List<Yaml>) value;
  }
}
