// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.quality.QualityModel;
import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Measure;
import dev.gristmill.filters.decontaminate.Match;
import dev.gristmill.filters.decontaminate.NGramIndex;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.models.SharedModels;
import dev.gristmill.pipelines.split.Judged;
import dev.gristmill.pipelines.split.StageRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the signals of one judging stage. One instance per worker thread. */
interface StageMeter {

  /** Puts every signal of the stage into its column. */
  void measure(TextView view, String url, String language, Judged judged, double[] signals);

  /**
   * The meter of a stage.
   *
   * @throws IOException if its model or lists cannot be loaded
   */
  static StageMeter of(Recipe.Stage stage) throws IOException {
    if (stage instanceof Stages.Heuristics rules) {
      Measure measure = StageRules.heuristic(rules).measure();
      return (view, url, language, judged, signals) ->
          put(measure, view, judged.signals(), judged.columns(), signals);
    }
    if (stage instanceof Stages.WordList words) {
      return new WordListMeter(words);
    }
    if (stage instanceof Stages.Urls urls) {
      return urls(SharedModels.urls(urls));
    }
    if (stage instanceof Stages.Quality quality) {
      QualityModel model = SharedModels.quality(quality.model());
      HashedFeatures scratch = model.scratch();
      return (view, url, language, judged, signals) ->
          signals[judged.columns()[0]] = model.score(view.text(), scratch);
    }
    if (stage instanceof Stages.Decontaminate decontaminate) {
      NGramIndex.Scanner scanner = SharedModels.benchmarks(decontaminate).scanner();
      return (view, url, language, judged, signals) -> {
        Match match = scanner.match(view.text());
        signals[judged.columns()[0]] = match.share();
        signals[judged.columns()[1]] = match.longestSpan();
      };
    }
    throw new IllegalStateException("no meter for stage " + stage.name());
  }

  private static StageMeter urls(UrlFilter filter) {
    return (view, url, language, judged, signals) -> {
      for (int column : judged.columns()) {
        signals[column] = 0;
      }
      for (Failure failure : filter.failures(url)) {
        signals[judged.columns()[judged.signals().indexOf(failure.rule())]] = failure.value();
      }
    };
  }

  /** Puts the signals of a measure into columns that stand in the measure's order. */
  static void put(
      Measure measure, TextView view, List<String> names, int[] columns, double[] signals) {
    measure.measure(view, (name, value) -> signals[columns[names.indexOf(name)]] = value);
  }

  /** The word lists differ by language; a measure is made when its language is first met. */
  final class WordListMeter implements StageMeter {
    private final Stages.WordList stage;
    private final Map<String, Measure> byLanguage = new TreeMap<>();

    WordListMeter(Stages.WordList stage) {
      this.stage = stage;
    }

    @Override
    public void measure(
        TextView view, String url, String language, Judged judged, double[] signals) {
      Measure measure =
          byLanguage.computeIfAbsent(language, code -> StageRules.words(stage, code).measure());
      put(measure, view, judged.signals(), judged.columns(), signals);
    }
  }
}
