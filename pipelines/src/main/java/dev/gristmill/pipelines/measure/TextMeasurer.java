// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.filters.Measure;
import dev.gristmill.filters.Rewrite;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.dedup.MinHash;
import dev.gristmill.filters.dedup.NormalizedText;
import dev.gristmill.filters.dedup.Shingles;
import dev.gristmill.filters.heuristics.Dialects;
import dev.gristmill.filters.text.CleanText;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.models.SharedModels;
import dev.gristmill.pipelines.split.Judged;
import dev.gristmill.pipelines.split.SignalPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks a text along the recipe's stages: rewrites it, identifies its language, measures what rules
 * and decisions need. One instance per worker thread.
 *
 * <p>Every signal of a stage that applies is measured, whether or not an earlier rule fails: limits
 * can change later without reading the page again.
 */
final class TextMeasurer {

  private static final LanguageGuess UNKNOWN = new LanguageGuess("und", "Zzzz", 0);

  private final Recipe recipe;
  private final SignalPlan plan;
  private final TextView view = new TextView();
  private final LanguageId languageId;
  private final Map<Integer, StageMeter> meters = new LinkedHashMap<>();
  private final Map<Integer, Rewrite> rewrites = new TreeMap<>();
  private final Shingles shingles;
  private final MinHash minHash;

  TextMeasurer(Recipe recipe, SignalPlan plan) throws IOException {
    this.recipe = recipe;
    this.plan = plan;
    this.languageId = recipe.language().isPresent() ? SharedModels.language() : null;
    Stages.Near near = recipe.first(Stages.Near.class).orElse(null);
    this.shingles = near == null ? null : Shingles.of(near.shingle());
    this.minHash = near == null ? null : MinHash.of(near.bands(), near.rows(), recipe.seed());
    for (int i = 0; i < recipe.stages().size(); i++) {
      Recipe.Stage stage = recipe.stages().get(i);
      if (plan.judged().containsKey(i)) {
        meters.put(i, StageMeter.of(stage));
      }
      if (stage instanceof Stages.Clean) {
        rewrites.put(i, CleanText::clean);
      } else if (stage instanceof Stages.Heuristics rules && stage.rewrites()) {
        rewrites.put(i, Dialects.rewriter(rules.dialect()).orElseThrow());
      }
    }
  }

  /** Measures a text that is not blank. */
  MeasuredText measure(String extracted, String url, String source) {
    byte[][] versions = new byte[recipe.lastVersion() + 1][];
    double[] signals = new double[plan.size()];
    Arrays.fill(signals, Double.NaN);
    String text = extracted;
    view.reset(text);
    versions[0] = text.getBytes(StandardCharsets.UTF_8);
    LanguageGuess language = UNKNOWN;
    Digest128 digest = new Digest128(0, 0);
    long[] bands = null;
    long[] grams = null;
    int version = 0;
    for (int i = 0; i < recipe.stages().size(); i++) {
      Recipe.Stage stage = recipe.stages().get(i);
      Judged judged = plan.judged().get(i);
      boolean applies = judged == null || judged.selection().applies(language.language(), source);
      if (stage instanceof Stages.Language) {
        language = languageId.identify(text);
        signals[plan.languageColumn()] = language.score();
      } else if (judged != null && applies) {
        meters.get(i).measure(view, url, language.language(), judged, signals);
      } else if (stage instanceof Stages.Drop) {
        own(version, signals);
      } else if (stage instanceof Stages.Exact) {
        digest = NormalizedText.digest(text);
      } else if (stage instanceof Stages.Near && shingles.fill(text) > 0) {
        grams = shingles.toArray();
        bands = minHash.bandKeys(grams);
      }
      if (rewrites.containsKey(i)) {
        version++;
        String rewritten = applies ? rewrites.get(i).rewrite(text) : text;
        if (!rewritten.equals(text)) {
          text = rewritten;
          view.reset(text);
          versions[version] = text.getBytes(StandardCharsets.UTF_8);
        }
      }
    }
    return new MeasuredText(versions, signals, language, digest, bands, grams);
  }

  /** The measures that rules of the user's own need of this version, once. */
  private void own(int version, double[] signals) {
    for (SignalPlan.Extra extra : plan.extras()) {
      if (extra.version() == version && Double.isNaN(signals[extra.columns()[0]])) {
        Measure measure = extra.measure();
        StageMeter.put(measure, view, measure.signals(), extra.columns(), signals);
      }
    }
  }
}
