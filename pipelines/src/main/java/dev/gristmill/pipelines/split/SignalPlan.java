// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Measure;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.expression.Expression;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.table.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which signals a recipe measures, at which text version, and in which column each stands.
 *
 * <p>A column is named {@code signal@version}, or {@code signal:whitespace@version} where the words
 * are not the default ones. Stages that need the same signal at the same version share a column.
 */
public final class SignalPlan {

  /** Name of the language score's column, without its version. */
  public static final String LANGUAGE_SCORE = "language_score";

  /** Name of the quality score's column, without its version. */
  public static final String QUALITY = "quality";

  /** A measure for rules of the user's own, at one text version. */
  @SuppressWarnings("ArrayRecordComponent") // read in the hot loop, never compared
  public record Extra(Measure measure, int version, int[] columns) {}

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Integer> latest = new TreeMap<>();
  private final Map<Integer, Judged> judged = new LinkedHashMap<>();
  private final Map<Integer, Own> own = new LinkedHashMap<>();
  private final Map<String, Extra> extras = new LinkedHashMap<>();
  private final OwnMeasures measures = OwnMeasures.load();
  private final int lastVersion;
  private int languageColumn = -1;

  private SignalPlan(List<Recipe.Stage> stages) {
    int version = 0;
    for (int stage = 0; stage < stages.size(); stage++) {
      plan(stage, version, stages.get(stage));
      version += stages.get(stage).rewrites() ? 1 : 0;
    }
    lastVersion = version;
  }

  /**
   * The plan of a recipe.
   *
   * @throws IllegalArgumentException if a dialect, a rule id or a signal is unknown
   */
  public static SignalPlan of(Recipe recipe) {
    return of(recipe.stages());
  }

  /**
   * The plan of these stages.
   *
   * @throws IllegalArgumentException if a dialect, a rule id or a signal is unknown
   */
  public static SignalPlan of(List<Recipe.Stage> stages) {
    return new SignalPlan(stages);
  }

  private void plan(int stage, int version, Recipe.Stage spec) {
    if (spec instanceof Stages.Language) {
      languageColumn = column(LANGUAGE_SCORE, "default", version);
    } else if (spec instanceof Stages.Heuristics rules) {
      Heuristic heuristic = StageRules.heuristic(rules);
      judge(
          stage,
          version,
          rules.words(),
          spec.name(),
          rules.selection(),
          heuristic.measure().signals(),
          heuristic.rules());
    } else if (spec instanceof Stages.WordList words) {
      Heuristic heuristic = StageRules.words(words, "und");
      judge(
          stage,
          version,
          "default",
          spec.name(),
          words.selection(),
          heuristic.measure().signals(),
          heuristic.rules());
    } else if (spec instanceof Stages.Urls urls) {
      List<Rule> rules = StageRules.urls(urls);
      judge(stage, version, "default", spec.name(), Selection.ALL, signals(rules), rules);
    } else if (spec instanceof Stages.Quality quality) {
      List<Rule> rules = StageRules.quality(quality);
      judge(stage, version, "default", spec.name(), quality.selection(), signals(rules), rules);
    } else if (spec instanceof Stages.Decontaminate clean) {
      List<Rule> rules = StageRules.decontaminate(clean);
      judge(stage, version, "default", spec.name(), clean.selection(), signals(rules), rules);
    } else if (spec instanceof Stages.Drop drop) {
      own(stage, version, drop);
    }
  }

  private static List<String> signals(List<Rule> rules) {
    return rules.stream().map(Rule::signal).toList();
  }

  private void judge(
      int stage,
      int version,
      String words,
      String name,
      Selection selection,
      List<String> signals,
      List<Rule> rules) {
    int[] measured = signals.stream().mapToInt(s -> column(s, words, version)).toArray();
    int[] ruled = rules.stream().mapToInt(rule -> column(rule.signal(), words, version)).toArray();
    judged.put(stage, new Judged(stage, name, version, selection, signals, measured, rules, ruled));
  }

  private void own(int stage, int version, Stages.Drop drop) {
    Expression expression = Expression.parse(drop.when());
    Set<String> known = new TreeSet<>(measures.bySignal().keySet());
    known.addAll(latest.keySet());
    expression.check(known);
    Map<String, Integer> used = new TreeMap<>();
    for (String signal : expression.numbers()) {
      Measure measure = measures.bySignal().get(signal);
      if (measure == null) {
        used.put(signal, latest.get(signal));
      } else {
        extras.computeIfAbsent(
            measure.name() + "@" + version,
            key ->
                new Extra(
                    measure,
                    version,
                    measure.signals().stream().mapToInt(s -> column(s, "own", version)).toArray()));
        used.put(signal, column(signal, "own", version));
      }
    }
    own.put(stage, new Own(drop.name(), version, drop.selection(), expression, used));
  }

  /** The stages that measure and judge, by stage index. */
  public Map<Integer, Judged> judged() {
    return judged;
  }

  /** The rules of the user's own, by stage index. */
  public Map<Integer, Own> own() {
    return own;
  }

  /** The measures that rules of the user's own need, in the order they are first needed. */
  public List<Extra> extras() {
    return List.copyOf(extras.values());
  }

  /** Column of the language score; -1 without a language stage. */
  public int languageColumn() {
    return languageColumn;
  }

  /** The latest column of a signal, by its bare name; -1 if it is not measured. */
  public int latest(String signal) {
    return latest.getOrDefault(signal, -1);
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

  private int column(String signal, String words, int version) {
    String name = signal + (words.equals("default") ? "" : ":" + words) + "@" + version;
    int column = columns.computeIfAbsent(name, key -> columns.size());
    if (!words.equals("own")) {
      latest.put(signal, column);
    }
    return column;
  }
}
