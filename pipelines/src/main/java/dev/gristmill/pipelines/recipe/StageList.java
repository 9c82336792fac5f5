// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static dev.gristmill.pipelines.recipe.RecipeFile.map;
import static dev.gristmill.pipelines.recipe.RecipeFile.texts;

import dev.gristmill.filters.NearestName;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.models.SharedModels;
import dev.gristmill.pipelines.split.Fates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Makes the stages of a recipe from their checked settings. */
final class StageList {

  /** Names that phases and shared digests have already. */
  private static final Set<String> TAKEN =
      Set.of(
          Fates.EXTRACT,
          Fates.IDENTITY,
          Phase.MEASURE,
          Phase.FINISH,
          Phase.MIX,
          Phase.EMIT,
          "kept",
          "code",
          "vocabulary");

  /** Stages that may occur more than once. */
  private static final Set<String> REPEATABLE =
      Set.of("heuristics", "rule", "clean", "dates", "takedown");

  private final List<String> problems;
  private final UnaryOperator<String> absolute;
  private final Set<String> sources;
  private final Set<String> names = new HashSet<>(TAKEN);
  private final Set<String> seen = new TreeSet<>();

  /**
   * A reader of stages.
   *
   * @param problems where problems are added
   * @param absolute makes the paths of files absolute
   * @param sources the source tags of the recipe's inputs
   */
  StageList(List<String> problems, UnaryOperator<String> absolute, Set<String> sources) {
    this.problems = problems;
    this.absolute = absolute;
    this.sources = sources;
  }

  List<Recipe.Stage> read(List<Object> given) {
    List<Recipe.Stage> stages = new ArrayList<>();
    List<String> wheres = new ArrayList<>();
    for (Object each : given) {
      Map<String, Object> one = map(each);
      String where = (String) one.get("where");
      String kind = (String) one.get("stage");
      Map<String, Object> settings = map(one.get("settings"));
      if (seen.contains(kind) && !REPEATABLE.contains(kind)) {
        problems.add(where + ": there is a stage '" + kind + "' already");
      }
      Recipe.Stage stage = stage(kind, settings, where);
      check(kind, settings, stage, where);
      seen.add(kind);
      stages.add(stage);
      wheres.add(where);
    }
    StageChecks.check(stages, wheres, problems);
    return stages;
  }

  private void check(String kind, Map<String, Object> settings, Recipe.Stage stage, String where) {
    if (settings.containsKey("sources")) {
      Selection selection = selection(settings);
      if (selection.byLanguage() && !seen.contains("language")) {
        problems.add(where + ": a choice by language needs a language stage before it");
      }
      checkSources(selection, where, sources, problems);
    }
    if (stage instanceof Stages.Deduplicating deduplicating
        && deduplicating.keep().contains("quality")
        && !seen.contains("quality")) {
      problems.add(where + ": " + kind + ".keep: 'quality' needs a quality stage before it");
    }
  }

  /** A source that no input has would silently choose nothing. */
  static void checkSources(
      Selection selection, String where, Set<String> sources, List<String> problems) {
    List<String> named = new ArrayList<>(selection.sources());
    named.addAll(selection.exceptSources());
    for (String source : named) {
      if (!sources.contains(source)) {
        problems.add(
            where + ": no input has source '" + source + "'" + NearestName.hint(source, sources));
      }
    }
  }

  private Recipe.Stage stage(String kind, Map<String, Object> settings, String where) {
    return switch (kind) {
      case "takedown" ->
          new Stages.Takedown(
              unique(kind),
              files(settings, "ids"),
              files(settings, "urls"),
              files(settings, "hosts"));
      case "dates" ->
          new Stages.Dates(
              unique(kind),
              seconds(settings, "from", 0, where),
              seconds(settings, "to", 1, where),
              settings.get("unknown").equals("keep"));
      case "urls" ->
          new Stages.Urls(
              unique(kind),
              (Boolean) settings.get("builtIn"),
              (Boolean) settings.get("words"),
              (Boolean) settings.get("ipHosts"),
              files(settings, "hosts"),
              files(settings, "urls"));
      case "language" ->
          new Stages.Language(
              unique(kind),
              (String) settings.get("model"),
              texts(settings.get("keep")),
              (Double) settings.get("minScore"),
              selection(settings));
      case "clean" -> new Stages.Clean(unique(kind));
      case "heuristics" ->
          new Stages.Heuristics(
              unique((String) settings.get("dialect")),
              (String) settings.get("dialect"),
              (String) settings.get("words"),
              selection(settings),
              limits(settings.get("limits")));
      case "rule" ->
          new Stages.Drop(
              own((String) settings.get("name"), where),
              (String) settings.get("drop"),
              selection(settings));
      case "nsfw", "spam" ->
          new Stages.WordList(
              unique(kind), kind, selection(settings), limits(settings.get("limits")));
      case "quality" ->
          new Stages.Quality(
              unique(kind),
              model((String) settings.get("model")),
              (Double) settings.get("minScore"),
              selection(settings));
      case "decontaminate" ->
          new Stages.Decontaminate(
              unique(kind),
              files(settings, "benchmarks"),
              number(settings, "ngram"),
              (Double) settings.get("maxShare"),
              number(settings, "maxSpan"),
              selection(settings));
      case "url" -> new Stages.Url(unique(kind), texts(settings.get("keep")));
      case "exact" -> new Stages.Exact(unique(kind), texts(settings.get("keep")));
      case "near" ->
          new Stages.Near(
              unique(kind),
              texts(settings.get("keep")),
              (Double) settings.get("threshold"),
              number(settings, "shingle"),
              number(settings, "bands"),
              number(settings, "rows"));
      case "semantic" ->
          new Stages.Semantic(
              unique(kind),
              texts(settings.get("keep")),
              (Double) settings.get("threshold"),
              number(settings, "clusters"),
              number(settings, "rounds"),
              selection(settings));
      default -> throw new IllegalStateException(where + ": the schema has no stage " + kind);
    };
  }

  /** The selection among a stage's or a target's settings. */
  static Selection selection(Map<String, Object> settings) {
    return new Selection(
        texts(settings.get("languages")),
        texts(settings.get("exceptLanguages")),
        texts(settings.get("sources")),
        texts(settings.get("exceptSources")));
  }

  private List<String> files(Map<String, Object> settings, String key) {
    return texts(settings.get(key)).stream().map(absolute).toList();
  }

  private String model(String name) {
    return name.equals(SharedModels.BUILT_IN) ? name : absolute.apply(name);
  }

  private long seconds(Map<String, Object> settings, String key, int daysOn, String where) {
    try {
      return LocalDate.parse((String) settings.get(key))
          .plusDays(daysOn)
          .atStartOfDay(ZoneOffset.UTC)
          .toEpochSecond();
    } catch (DateTimeException e) {
      problems.add(where + ": dates." + key + ": there is no day " + settings.get(key));
      return 0;
    }
  }

  private static int number(Map<String, Object> settings, String key) {
    return ((Long) settings.get(key)).intValue();
  }

  private static Map<String, Double> limits(Object value) {
    Map<String, Double> limits = new TreeMap<>();
    map(value).forEach((rule, limit) -> limits.put(rule, (Double) limit));
    return limits;
  }

  private String own(String name, String where) {
    if (!names.add(name)) {
      problems.add(where + ": rule.name: '" + name + "' is taken");
    }
    return name;
  }

  private String unique(String name) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }
}
