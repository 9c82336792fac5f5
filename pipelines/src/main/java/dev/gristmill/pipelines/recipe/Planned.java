// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.classifiers.language.OpenNlpLanguage;
import dev.gristmill.filters.Measure;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.models.ModelDigests;
import dev.gristmill.pipelines.run.CodeDigest;
import dev.gristmill.pipelines.split.OwnMeasures;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import dev.gristmill.tokenizer.Ranks;
import java.io.IOException;
import java.util.ArrayList;
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
    List<Class<?>> code =
        new ArrayList<>(List.of(Planned.class, Measure.class, OpenNlpLanguage.class, Ranks.class));
    // Measures of the user's own lie in other jars.
    OwnMeasures.load().all().forEach(measure -> code.add(measure.getClass()));
    Map<String, String> digests = new TreeMap<>(ModelDigests.of(recipe));
    digests.put("code", CodeDigest.of(code.toArray(new Class<?>[0])));
    digests.put("vocabulary", vocabulary.sha256());
    return new Planned(recipe, splits, vocabulary, digests);
  }
}
