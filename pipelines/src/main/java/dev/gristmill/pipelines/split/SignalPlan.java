// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.filters.text.Words;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which signals a recipe measures, at which text version, and in which column each stands.
 *
 * <p>A column is named {@code signal@version}, or {@code signal:whitespace@version} where the words
 * are not the default ones. Stages that need the same signal at the same version share a column.
 */
public final class SignalPlan {

  /** Name of the language score's column, without its version. */
  public static final String LANGUAGE_SCORE = "language_score";

  /**
   * One heuristic stage, ready to measure and to judge.
   *
   * @param stage index in the recipe
   * @param version the text version it sees
   * @param spec the stage's settings
   * @param heuristic its measure and rules, with the recipe's limits
   * @param columns the column of each of the measure's signals, in the measure's order
   * @param ruleColumns the column of each rule's signal, in the rules' order
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the hot loop, never compared
  public record Judged(
      int stage,
      int version,
      Recipe.Heuristics spec,
      Heuristic heuristic,
      int[] columns,
      int[] ruleColumns) {}

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<Integer, Judged> judged = new LinkedHashMap<>();
  private final int languageColumn;
  private final int lastVersion;

  private SignalPlan(Recipe recipe) {
    int language = -1;
    for (int stage = 0; stage < recipe.stages().size(); stage++) {
      int version = recipe.versionAt(stage);
      Recipe.Stage spec = recipe.stages().get(stage);
      if (spec instanceof Recipe.Language) {
        language = column(LANGUAGE_SCORE, "default", version);
      } else if (spec instanceof Recipe.Heuristics heuristics) {
        judged.put(stage, judge(stage, version, heuristics));
      }
    }
    languageColumn = language;
    lastVersion = recipe.lastVersion();
  }

  /** The plan of a recipe. */
  public static SignalPlan of(Recipe recipe) {
    return new SignalPlan(recipe);
  }

  /**
   * The heuristic of a stage, with the recipe's own limits.
   *
   * @throws IllegalArgumentException if the dialect or a rule id is unknown
   */
  public static Heuristic heuristic(Recipe.Heuristics spec) {
    Heuristic heuristic =
        Dialects.byName(
            spec.dialect(), spec.words().equals("whitespace") ? Words.WHITESPACE : Words.DEFAULT);
    for (Map.Entry<String, Double> limit : spec.limits().entrySet()) {
      heuristic = heuristic.withLimit(limit.getKey(), limit.getValue());
    }
    return heuristic;
  }

  /** The stages that measure, by stage index. */
  public Map<Integer, Judged> judged() {
    return judged;
  }

  /** Column of the language score; -1 without a language stage. */
  public int languageColumn() {
    return languageColumn;
  }

  /** The last text version of the recipe. */
  public int lastVersion() {
    return lastVersion;
  }

  /** How many signal columns there are. */
  public int size() {
    return columns.size();
  }

  /** The signal table's columns, in order; a cell is absent where its stage does not apply. */
  public List<Column> table() {
    return columns.keySet().stream()
        .map(name -> Column.optional(name, Column.Kind.DOUBLE))
        .toList();
  }

  private Judged judge(int stage, int version, Recipe.Heuristics spec) {
    Heuristic heuristic = heuristic(spec);
    List<String> signals = heuristic.measure().signals();
    int[] measured = new int[signals.size()];
    for (int i = 0; i < measured.length; i++) {
      measured[i] = column(signals.get(i), spec.words(), version);
    }
    List<Integer> ruled = new ArrayList<>();
    heuristic.rules().forEach(rule -> ruled.add(column(rule.signal(), spec.words(), version)));
    return new Judged(
        stage, version, spec, heuristic, measured, ruled.stream().mapToInt(i -> i).toArray());
  }

  private int column(String signal, String words, int version) {
    String name = signal + (words.equals("default") ? "" : ":" + words) + "@" + version;
    return columns.computeIfAbsent(name, key -> columns.size());
  }
}
