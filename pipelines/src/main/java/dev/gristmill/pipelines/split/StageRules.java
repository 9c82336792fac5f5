// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Direction;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.filters.safety.NsfwLimits;
import dev.gristmill.filters.safety.SpamLimits;
import dev.gristmill.filters.text.Words;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.filters.url.UrlFilterOptions;
import dev.gristmill.filters.url.UrlWords;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of each kind of stage, with the recipe's own limits. */
public final class StageRules {

  /** Share of a document's words within benchmark n-grams, 0 to 1. */
  public static final String CONTAMINATED_SHARE = "contaminated_share";

  /** Longest run of such words. */
  public static final String CONTAMINATED_SPAN = "contaminated_span";

  /** 0001-01-01 and 9999-12-31, the ends of a range that leaves nothing out. */
  private static final long FIRST_DAY = -62135596800L;

  private static final long LAST_DAY = 253402300800L;

  private StageRules() {}

  /** The ids of all rules of a recipe's stages, by stage, in order. */
  public static Map<String, List<String>> ids(Recipe recipe) {
    SignalPlan plan = SignalPlan.of(recipe);
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (int i = 0; i < recipe.stages().size(); i++) {
      Recipe.Stage stage = recipe.stages().get(i);
      ids.put(
          stage.name(),
          plan.judged().containsKey(i)
              ? plan.judged().get(i).rules().stream().map(Rule::id).toList()
              : ids(stage));
    }
    return ids;
  }

  private static List<String> ids(Recipe.Stage stage) {
    List<String> ids = new ArrayList<>();
    if (stage instanceof Stages.Takedown takedown) {
      add(ids, !takedown.ids().isEmpty(), "takedown_id");
      add(ids, !takedown.urls().isEmpty(), "takedown_url");
      add(ids, !takedown.hosts().isEmpty(), "takedown_host");
    } else if (stage instanceof Stages.Dates dates) {
      add(ids, !dates.keepUnknown(), "date_unknown");
      add(ids, dates.from() > FIRST_DAY, "date_before");
      add(ids, dates.to() < LAST_DAY, "date_after");
    } else if (stage instanceof Stages.Language language) {
      add(ids, !language.keep().isEmpty(), "language_not_kept");
      add(ids, language.minScore() > 0, "language_score");
    } else if (stage instanceof Stages.Drop drop) {
      ids.add(drop.name());
    } else if (stage instanceof Stages.Deduplicating) {
      ids.add(
          stage instanceof Stages.Url
              ? "url_duplicate"
              : stage instanceof Stages.Exact
                  ? "exact_duplicate"
                  : stage instanceof Stages.Near ? "near_duplicate" : "semantic_duplicate");
    }
    return ids;
  }

  private static void add(List<String> ids, boolean isOn, String id) {
    if (isOn) {
      ids.add(id);
    }
  }

  /**
   * The heuristic of a stage.
   *
   * @throws IllegalArgumentException if the dialect or a rule id is unknown
   */
  public static Heuristic heuristic(Stages.Heuristics spec) {
    Words words = spec.words().equals("whitespace") ? Words.WHITESPACE : Words.DEFAULT;
    return limited(Dialects.byName(spec.dialect(), words), spec.limits());
  }

  /**
   * The heuristic of a word list for documents of one language.
   *
   * @throws IllegalArgumentException if a rule id is unknown
   */
  public static Heuristic words(Stages.WordList spec, String language) {
    return limited(
        switch (spec.list()) {
          case "nsfw" -> NsfwLimits.defaults().heuristic(language);
          case "spam" -> SpamLimits.defaults().heuristic(language);
          default -> throw new IllegalArgumentException("there is no word list " + spec.list());
        },
        spec.limits());
  }

  private static Heuristic limited(Heuristic standard, Map<String, Double> limits) {
    Heuristic heuristic = standard;
    for (Map.Entry<String, Double> limit : limits.entrySet()) {
      heuristic = heuristic.withLimit(limit.getKey(), limit.getValue());
    }
    return heuristic;
  }

  /** Which rules of the URL filter a stage turns on: those it has words or lists for. */
  public static UrlFilterOptions urlOptions(Stages.Urls spec) {
    return new UrlFilterOptions(
        spec.builtIn() || !spec.hosts().isEmpty(),
        !spec.urls().isEmpty(),
        spec.ipHosts(),
        spec.words(),
        spec.words(),
        spec.words(),
        UrlFilterOptions.defaults().maxSoftWords());
  }

  /** The rules of a URL filter; each signal is 0, or counts what the filter found too much of. */
  static List<Rule> urls(Stages.Urls spec) {
    UrlFilterOptions options = urlOptions(spec);
    List<Rule> rules = new ArrayList<>();
    for (String id : UrlFilter.of(options, List.of(), List.of(), UrlWords.none()).ruleIds()) {
      int limit = id.equals(UrlFilter.SOFT_WORDS) ? options.maxSoftWords() : 0;
      rules.add(new Rule(id, id, Direction.MAX, limit));
    }
    return rules;
  }

  static List<Rule> quality(Stages.Quality spec) {
    return List.of(new Rule("quality_score", SignalPlan.QUALITY, Direction.MIN, spec.minScore()));
  }

  static List<Rule> decontaminate(Stages.Decontaminate spec) {
    return List.of(
        new Rule("contaminated_share", CONTAMINATED_SHARE, Direction.MAX, spec.maxShare()),
        new Rule("contaminated_span", CONTAMINATED_SPAN, Direction.MAX, spec.maxSpan()));
  }
}
