// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.filters.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code --set path=value}: puts a value into a recipe before it is checked.
 *
 * <p>A path names keys joined by dots; an item of a list is its index, or for {@code stages} the
 * stage's name or dialect: {@code pack.length=4096}, {@code input.0.path=x.jsonl}, {@code
 * stages.language.minScore=0.5}. The value is YAML.
 */
final class Overrides {

  private Overrides() {}

  /** The recipe with the value set; maps on the way are made as needed, list items are not. */
  static Yaml set(Yaml recipe, String assignment) throws RecipeException {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new RecipeException("--set takes path=value, was '" + assignment + "'");
    }
    String path = assignment.substring(0, equals);
    String where = "--set " + path;
    String text = assignment.substring(equals + 1);
    Yaml value = text.isEmpty() ? new Yaml("", where) : at(Yaml.parse(where, text), where);
    // A dialect's name has no dots, so dots always part keys.
    return put(recipe, path.split("\\.", -1), 0, value, where);
  }

  private static Yaml at(Yaml value, String where) {
    return new Yaml(value.value(), where);
  }

  private static Yaml put(Yaml into, String[] path, int depth, Yaml value, String where)
      throws RecipeException {
    if (depth == path.length) {
      return value;
    }
    String key = path[depth];
    if (into.isList()) {
      int index = index(into.list(), key, where);
      List<Yaml> copy = new ArrayList<>(into.list());
      Yaml item = copy.get(index);
      boolean stage = !isNumber(key);
      if (stage) {
        String name = item.map().keySet().iterator().next();
        Map<String, Yaml> only = new LinkedHashMap<>();
        only.put(name, put(item.map().get(name), path, depth + 1, value, where));
        copy.set(index, new Yaml(only, item.where()));
      } else {
        copy.set(index, put(item, path, depth + 1, value, where));
      }
      return new Yaml(copy, into.where());
    }
    if (into.value() != null && !into.isMap()) {
      throw new RecipeException(where + ": '" + key + "' is inside a plain value");
    }
    Map<String, Yaml> copy =
        into.value() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(into.map());
    Yaml child = copy.getOrDefault(key, new Yaml(null, where));
    copy.put(key, put(child, path, depth + 1, value, where));
    return new Yaml(copy, into.where());
  }

  private static boolean isNumber(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int index(List<Yaml> list, String key, String where) throws RecipeException {
    if (isNumber(key) && key.length() < 6 && Integer.parseInt(key) < list.size()) {
      return Integer.parseInt(key);
    }
    List<String> names = list.stream().map(Overrides::stageName).collect(Collectors.toList());
    if (!key.isEmpty() && names.contains(key)) {
      return names.indexOf(key);
    }
    throw new RecipeException(
        where
            + ": no item '"
            + key
            + "' in a list of "
            + list.size()
            + NearestName.hint(key, names));
  }

  private static String stageName(Yaml item) {
    if (!item.isMap() || item.map().isEmpty()) {
      return "";
    }
    Map.Entry<String, Yaml> only = item.map().entrySet().iterator().next();
    Yaml settings = only.getValue();
    if (settings.isMap() && settings.map().containsKey("dialect")) {
      return String.valueOf(settings.map().get("dialect").value());
    }
    return only.getKey();
  }
}
