// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.classifiers.language.OpenNlpLanguage;
import dev.gristmill.filters.Measure;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.CodeDigest;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import dev.gristmill.tokenizer.Ranks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run that is planned but not begun: inputs found and cut into splits, vocabulary and models
 * loaded, nothing written yet.
 *
 * @param recipe as resolved
 * @param splits in order
 * @param vocabulary loaded
 * @param digests of code, vocabulary and models, by name
 */
public record Planned(
    Recipe recipe, List<Split> splits, Vocabulary vocabulary, Map<String, String> digests) {

  /**
   * Plans a recipe.
   *
   * @throws RecipeException if an input is missing or unreadable
   * @throws IOException if a file system fails, or a model or the vocabulary is missing
   */
  public static Planned of(Recipe recipe) throws RecipeException, IOException {
    List<Split> splits = SplitPlanner.plan(recipe);
    Vocabulary vocabulary = Vocabulary.load(recipe.tokenizer().vocabulary());
    Map<String, String> digests = new TreeMap<>();
    digests.put(
        "code", CodeDigest.of(Planned.class, Measure.class, OpenNlpLanguage.class, Ranks.class));
    digests.put("vocabulary", vocabulary.sha256());
    digests.put(
        "language", recipe.language().isPresent() ? OpenNlpLanguage.load().modelDigest() : "");
    return new Planned(recipe, splits, vocabulary, digests);
  }
}
