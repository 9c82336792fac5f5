// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.filters.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a recipe value may be: the one source of the strict reader and of the published JSON schema.
 *
 * <p>{@link #read} checks a value, fills defaults in, and gives plain Java values (Map, List,
 * String, Long, Double, Boolean); problems are added to a list, one line each.
 */
sealed interface Schema {

  /** Checks {@code yaml}; returns the value with defaults, or null after adding a problem. */
  Object read(Yaml yaml, String path, List<String> problems);

  /** The JSON-schema form. */
  Map<String, Object> json();

  /** A key of an object. {@code standard} is the default, null where the key is required. */
  record Property(Schema schema, Object standard, String description) {}

  /** An object with known keys. */
  record Keys(Map<String, Property> properties) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (yaml.value() != null && !yaml.isMap()) {
        problems.add(
            yaml.where()
                + ": "
                + (path.isEmpty() ? "the recipe" : path)
                + " must be a map of keys");
        return null;
      }
      Map<String, Yaml> given = yaml.value() == null ? Map.of() : yaml.map();
      Map<String, Object> out = new LinkedHashMap<>();
      given.forEach(
          (key, value) -> {
            if (!properties.containsKey(key)) {
              problems.add(
                  value.where()
                      + ": unknown key '"
                      + join(path, key)
                      + "'"
                      + NearestName.hint(key, properties.keySet()));
            }
          });
      properties.forEach(
          (key, property) -> {
            if (given.containsKey(key)) {
              out.put(key, property.schema().read(given.get(key), join(path, key), problems));
            } else if (property.standard() == null) {
              problems.add(yaml.where() + ": " + join(path, key) + " is missing");
            } else {
              out.put(
                  key,
                  property.standard() instanceof Map
                      ? property
                          .schema()
                          .read(new Yaml(null, yaml.where()), join(path, key), problems)
                      : property.standard());
            }
          });
      return out;
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", "object");
      json.put("additionalProperties", false);
      List<String> required = new ArrayList<>();
      Map<String, Object> each = new LinkedHashMap<>();
      properties.forEach(
          (key, property) -> {
            Map<String, Object> field = new LinkedHashMap<>(property.schema().json());
            field.put("description", property.description());
            if (property.standard() == null) {
              required.add(key);
            } else {
              field.put("default", property.standard());
            }
            each.put(key, field);
          });
      if (!required.isEmpty()) {
        json.put("required", required);
      }
      json.put("properties", each);
      return json;
    }

    private static String join(String path, String key) {
      return path.isEmpty() ? key : path + "." + key;
    }
  }

  /** A list of values of one schema. */
  record Items(Schema item, int min) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (!yaml.isList()) {
        problems.add(yaml.where() + ": " + path + " must be a list");
        return null;
      }
      List<Object> out = new ArrayList<>();
      for (int i = 0; i < yaml.list().size(); i++) {
        out.add(item.read(yaml.list().get(i), path + "[" + i + "]", problems));
      }
      if (out.size() < min) {
        problems.add(yaml.where() + ": " + path + " must have at least " + min + " item(s)");
      }
      return out;
    }

    @Override
    public Map<String, Object> json() {
      return Map.copyOf(
          new TreeMap<>(Map.of("type", "array", "items", item.json(), "minItems", min)));
    }
  }

  /** A map with exactly one of the known keys: a stage with its settings. */
  record OneOf(Map<String, Keys> choices) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (!yaml.isMap() || yaml.map().size() != 1) {
        problems.add(yaml.where() + ": " + path + " must be one 'stage: {settings}' pair");
        return null;
      }
      Map.Entry<String, Yaml> only = yaml.map().entrySet().iterator().next();
      Keys keys = choices.get(only.getKey());
      if (keys == null) {
        problems.add(
            yaml.where()
                + ": unknown stage '"
                + only.getKey()
                + "' at "
                + path
                + NearestName.hint(only.getKey(), choices.keySet()));
        return null;
      }
      Object settings = keys.read(only.getValue(), path + "." + only.getKey(), problems);
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("stage", only.getKey());
      out.put("settings", settings);
      out.put("where", yaml.where());
      return out;
    }

    @Override
    public Map<String, Object> json() {
      List<Object> any = new ArrayList<>();
      choices.forEach(
          (name, keys) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", "object");
            one.put("additionalProperties", false);
            one.put("required", List.of(name));
            one.put("properties", Map.of(name, keys.json()));
            any.add(one);
          });
      return Map.of("oneOf", any);
    }
  }

  /** A number; whole if {@code whole}. */
  record Range(boolean whole, double min, double max) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      Object value = yaml.value();
      boolean right = whole ? value instanceof Long : value instanceof Number;
      if (!right || ((Number) value).doubleValue() < min || ((Number) value).doubleValue() > max) {
        problems.add(
            yaml.where()
                + ": "
                + path
                + " must be "
                + (whole ? "a whole number" : "a number")
                + " in ["
                + show(min)
                + ", "
                + show(max)
                + "], was "
                + value);
        return null;
      }
      return whole ? value : (Object) ((Number) value).doubleValue();
    }

    private static String show(double number) {
      return number == StrictMath.rint(number)
          ? Long.toString((long) number)
          : Double.toString(number);
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", whole ? "integer" : "number");
      json.put("minimum", whole ? (Object) (long) min : (Object) min);
      json.put("maximum", whole ? (Object) (long) max : (Object) max);
      return json;
    }
  }

  /** True or false. */
  record Flag() implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (!(yaml.value() instanceof Boolean)) {
        problems.add(yaml.where() + ": " + path + " must be true or false, was " + yaml.value());
        return null;
      }
      return yaml.value();
    }

    @Override
    public Map<String, Object> json() {
      return Map.of("type", "boolean");
    }
  }

  /** Text, from a closed set of names if {@code names} gives any. */
  record Text(String what, Supplier<Collection<String>> names) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (!(yaml.value() instanceof String text) || text.isEmpty()) {
        problems.add(yaml.where() + ": " + path + " must be " + what + ", was " + yaml.value());
        return null;
      }
      Collection<String> known = names.get();
      if (!known.isEmpty() && !known.contains(text)) {
        problems.add(
            yaml.where()
                + ": "
                + path
                + ": '"
                + text
                + "' is not "
                + what
                + NearestName.hint(text, known));
        return null;
      }
      return text;
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", "string");
      if (!names.get().isEmpty()) {
        json.put("enum", List.copyOf(names.get()));
      }
      return json;
    }
  }

  /** Text of a form. */
  record Form(String what, Pattern pattern) implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (!(yaml.value() instanceof String text) || !pattern.matcher(text).matches()) {
        problems.add(yaml.where() + ": " + path + " must be " + what + ", was " + yaml.value());
        return null;
      }
      return text;
    }

    @Override
    public Map<String, Object> json() {
      return Map.of("type", "string", "pattern", "^" + pattern.pattern() + "$");
    }
  }

  /** Numbers by free names, checked later by who knows the names. */
  record Numbers() implements Schema {
    @Override
    public Object read(Yaml yaml, String path, List<String> problems) {
      if (yaml.value() == null) {
        return Map.of();
      }
      if (!yaml.isMap()) {
        problems.add(yaml.where() + ": " + path + " must be a map of numbers");
        return null;
      }
      Map<String, Object> out = new TreeMap<>();
      yaml.map()
          .forEach(
              (key, value) -> {
                if (value.value() instanceof Number number) {
                  out.put(key, number.doubleValue());
                } else {
                  problems.add(
                      value.where()
                          + ": "
                          + path
                          + "."
                          + key
                          + " must be a number, was "
                          + value.value());
                }
              });
      return out;
    }

    @Override
    public Map<String, Object> json() {
      return Map.of("type", "object", "additionalProperties", Map.of("type", "number"));
    }
  }
}
