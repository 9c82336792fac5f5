// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What each unit's output follows from, as digests: code, settings, models, and the content of what
 * it reads. Limits of rules are no part of measuring, so new thresholds reuse measured splits.
 */
final class Fingerprints {

  private final Recipe recipe;
  private final Map<String, String> digests;
  private final String code;
  private final String models;

  /**
   * @param digests of the code, the vocabulary, and the models and lists of stages by name
   */
  Fingerprints(Recipe recipe, Map<String, String> digests) {
    this.recipe = recipe;
    this.digests = digests;
    this.code = digests.get("code");
    List<String> measuring = new ArrayList<>();
    for (Recipe.Stage stage : recipe.stages()) {
      // A takedown list is asked when fates are judged, embeddings are made by a phase of their
      // own.
      if (!(stage instanceof Stages.Takedown) && !(stage instanceof Stages.Semantic)) {
        measuring.add(digests.getOrDefault(stage.name(), ""));
      }
    }
    this.models = Digests.of(measuring.toArray(new String[0]));
  }

  String measure(Split split) {
    Recipe.Limits limits = recipe.limits();
    return Digests.of(
        "measure",
        code,
        models,
        measured(),
        recipe.sample() + "/" + recipe.seed(),
        limits.maxRecordBytes() + "/" + limits.maxBodyBytes(),
        limits.maxHeaderBytes() + "/" + limits.maxLineBytes(),
        limits.maxArchiveBytes() + "/" + limits.maxArchiveEntries(),
        split.file(),
        split.source(),
        split.format(),
        split.size() + "/" + split.modified(),
        split.from() + "-" + split.to(),
        split.members().toString());
  }

  String decide(String phase, int stages, Collection<Entry> read) {
    return Digests.of(
        "decide",
        phase,
        code,
        digests.toString(),
        recipe.stages().subList(0, stages).toString(),
        recipe.sourceRanks().toString(),
        Integer.toString(recipe.limits().partitions()),
        contents(read));
  }

  String finish(Entry measured, Collection<Entry> decided) {
    return Digests.of(
        "finish",
        code,
        digests.toString(),
        Long.toString(recipe.seed()),
        recipe.stages().toString(),
        contents(List.of(measured)),
        contents(decided));
  }

  String mix(List<MixRate> rates, Collection<Entry> finished) {
    return Digests.of(
        "mix",
        code,
        Long.toString(recipe.seed()),
        recipe.mix().toString(),
        recipe.syntheticSources().toString(),
        rates.toString(),
        contents(finished));
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
      stages.add(withoutLimits(stage));
    }
    return stages.toString();
  }

  /** What of a stage's settings decides what is measured. */
  private static String withoutLimits(Recipe.Stage stage) {
    if (stage instanceof Stages.Language language) {
      return "language " + language.model();
    } else if (stage instanceof Stages.Heuristics rules) {
      return String.join(" ", rules.dialect(), rules.words(), rules.selection().toString());
    } else if (stage instanceof Stages.WordList words) {
      return words.list() + " " + words.selection();
    } else if (stage instanceof Stages.Quality quality) {
      return "quality " + quality.selection();
    } else if (stage instanceof Stages.Decontaminate decontaminate) {
      return "decontaminate " + decontaminate.ngram() + decontaminate.selection();
    } else if (stage instanceof Stages.Near near) {
      return "near " + near.shingle() + " " + near.bands() + "x" + near.rows();
    } else if (stage instanceof Stages.Drop || stage instanceof Stages.Urls) {
      return stage.toString();
    }
    return stage.getClass().getSimpleName();
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
