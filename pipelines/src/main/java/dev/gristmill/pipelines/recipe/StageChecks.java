// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.StageRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks of stages that need to know rules and signals. */
final class StageChecks {

  private StageChecks() {}

  static void check(List<Recipe.Stage> stages, List<String> wheres, List<String> problems) {
    int before = problems.size();
    for (int i = 0; i < stages.size(); i++) {
      limits(stages.get(i), wheres.get(i), problems);
    }
    for (int i = 0; problems.size() == before && i < stages.size(); i++) {
      if (stages.get(i) instanceof Stages.Drop) {
        try {
          SignalPlan plan = SignalPlan.of(stages.subList(0, i + 1));
          assert plan.own().containsKey(i);
        } catch (IllegalArgumentException e) {
          problems.add(wheres.get(i) + ": rule.drop: " + e.getMessage());
          return;
        }
      }
    }
  }

  private static void limits(Recipe.Stage stage, String where, List<String> problems) {
    if (stage instanceof Stages.Heuristics rules) {
      for (Map.Entry<String, Double> limit : rules.limits().entrySet()) {
        Stages.Heuristics one =
            new Stages.Heuristics(
                rules.name(), rules.dialect(), rules.words(), rules.selection(), only(limit));
        limit(() -> StageRules.heuristic(one), "heuristics", limit.getKey(), where, problems);
      }
    } else if (stage instanceof Stages.WordList words) {
      for (Map.Entry<String, Double> limit : words.limits().entrySet()) {
        Stages.WordList one =
            new Stages.WordList(words.name(), words.list(), words.selection(), only(limit));
        limit(() -> StageRules.words(one, "und"), words.list(), limit.getKey(), where, problems);
      }
    }
  }

  private interface Made {
    Heuristic make();
  }

  private static void limit(
      Made made, String kind, String rule, String where, List<String> problems) {
    try {
      Heuristic unused = made.make();
      assert unused != null;
    } catch (IllegalArgumentException e) {
      problems.add(where + ": " + kind + ".limits." + rule + ": " + e.getMessage());
    }
  }

  private static Map<String, Double> only(Map.Entry<String, Double> limit) {
    return new TreeMap<>(Map.of(limit.getKey(), limit.getValue()));
  }
}
