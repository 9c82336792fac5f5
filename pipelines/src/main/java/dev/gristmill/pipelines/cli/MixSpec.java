// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.filters.NearestName;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A mix to solve: targets and the tokens there are of each.
 *
 * <p>The text is YAML 1.2, of which JSON is a part: {@code targets} (a list of {@code name} and
 * {@code share}; the shares sum to 1), {@code available} (tokens by name), {@code maxEpochs} (4)
 * and {@code tokens} (0: what there is).
 *
 * @param available tokens by target, at least 0
 */
record MixSpec(Mix mix, Map<String, Long> available) {

  private static final List<String> KEYS = List.of("targets", "available", "maxEpochs", "tokens");
  private static final List<String> TARGET_KEYS = List.of("name", "share");
  private static final double SHARE_SLACK = 1e-6;
  private static final double MAX_TOKENS = 1e18;

  /** As in a recipe. */
  private static final double DEFAULT_MAX_EPOCHS = 4;

  /**
   * Reads a spec, strictly.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static MixSpec parse(String text) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel("spec").build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          "the spec is neither YAML nor JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
    Map<?, ?> keys = map(root, "the spec", KEYS);
    require(keys.get("targets") instanceof List, "targets must be a list");
    List<Mix.Target> targets = new ArrayList<>();
    double shares = 0;
    for (Object each : (List<?>) keys.get("targets")) {
      Map<?, ?> target = map(each, "a target", TARGET_KEYS);
      double share = number(target.get("share"), "share", 0, 1);
      shares += share;
      targets.add(new Mix.Target(String.valueOf(target.get("name")), share, Selection.ALL, "any"));
    }
    List<String> names = targets.stream().map(Mix.Target::name).toList();
    require(names.stream().distinct().count() == names.size(), "a target is given twice");
    require(Math.abs(shares - 1) <= SHARE_SLACK, "the shares must sum to 1, but sum to " + shares);
    Map<String, Long> available = new TreeMap<>();
    map(keys.get("available"), "available", names)
        .forEach(
            (name, tokens) ->
                available.put(
                    String.valueOf(name),
                    (long) number(tokens, "available " + name, 0, MAX_TOKENS)));
    return new MixSpec(
        new Mix(
            targets,
            keys.containsKey("maxEpochs")
                ? number(keys.get("maxEpochs"), "maxEpochs", 0.001, 1000)
                : DEFAULT_MAX_EPOCHS,
            keys.containsKey("tokens")
                ? (long) number(keys.get("tokens"), "tokens", 0, MAX_TOKENS)
                : 0),
        available);
  }

  private static Map<?, ?> map(Object value, String what, List<String> known) {
    require(value instanceof Map, what + " must be a map");
    Map<?, ?> map = (Map<?, ?>) value;
    for (Object key : map.keySet()) {
      String name = String.valueOf(key);
      require(
          known.contains(name),
          what + " has an unknown key \"" + name + "\"" + NearestName.hint(name, known));
    }
    return map;
  }

  private static double number(Object value, String what, double least, double most) {
    boolean fits =
        value instanceof Number number
            && number.doubleValue() >= least
            && number.doubleValue() <= most;
    require(fits, what + " must be in [" + least + ", " + most + "], was " + value);
    return ((Number) value).doubleValue();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
