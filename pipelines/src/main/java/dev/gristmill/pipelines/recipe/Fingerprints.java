// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What each unit's output follows from, as digests: code, settings, models, and the content of what
 * it reads. Limits of rules are no part of measuring, so new thresholds reuse measured splits.
 */
final class Fingerprints {

  private final Recipe recipe;
  private final String code;
  private final String models;

  /** Digests of code and models go into every fingerprint. */
  Fingerprints(Recipe recipe, String code, String models) {
    this.recipe = recipe;
    this.code = code;
    this.models = models;
  }

  String measure(Split split) {
    Recipe.Limits limits = recipe.limits();
    return Digests.of(
        "measure",
        code,
        models,
        measured(),
        limits.maxRecordBytes() + "/" + limits.maxBodyBytes(),
        limits.maxHeaderBytes() + "/" + limits.maxLineBytes(),
        split.file(),
        split.source(),
        split.format(),
        split.size() + "/" + split.modified(),
        split.from() + "-" + split.to());
  }

  String decide(String phase, int stages, Collection<Entry> read) {
    return Digests.of(
        "decide",
        phase,
        code,
        recipe.stages().subList(0, stages).toString(),
        recipe.sourceRanks().toString(),
        Integer.toString(recipe.limits().partitions()),
        contents(read));
  }

  String finish(Entry measured, Collection<Entry> decided, String vocabulary) {
    return Digests.of(
        "finish",
        code,
        vocabulary,
        recipe.stages().toString(),
        contents(List.of(measured)),
        contents(decided));
  }

  String emit(int shard, int shards, Collection<Entry> finished) {
    return Digests.of(
        "emit",
        code,
        Long.toString(recipe.seed()),
        recipe.pack().toString(),
        recipe.output().toString(),
        shard + "/" + shards,
        contents(finished));
  }

  private String measured() {
    List<String> stages = new ArrayList<>();
    for (Recipe.Stage stage : recipe.stages()) {
      if (stage instanceof Recipe.Language language) {
        stages.add("language " + language.model());
      } else if (stage instanceof Recipe.Heuristics rules) {
        stages.add(
            String.join(
                " ",
                rules.dialect(),
                rules.words(),
                rules.languages().toString(),
                rules.exceptLanguages().toString()));
      } else {
        stages.add(stage.getClass().getSimpleName());
      }
    }
    return stages.toString();
  }

  private static String contents(Collection<Entry> entries) {
    List<String> parts = new ArrayList<>();
    for (Entry entry : entries) {
      for (FileRecord file : entry.files()) {
        parts.add(file.path() + " " + file.sha256());
      }
    }
    return Digests.of(parts.toArray(new String[0]));
  }
}
