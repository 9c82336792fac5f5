// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageListTest {

  private static final String START =
      "name: t\ninput:\n  - {path: a.jsonl, source: web}\n  - {path: b.jsonl, source: made, synthetic: true}\nstages:\n";

  @Test
  void readsEveryKindOfStage() throws RecipeException {
    Recipe recipe =
        read(
            """
              - takedown: {ids: [ids.txt], hosts: [/x/hosts.txt]}
              - dates: {from: 2024-01-01, to: 2024-01-31, unknown: drop}
              - urls: {builtIn: false, words: false, ipHosts: true, hosts: [h], urls: [u]}
              - language: {}
              - rule: {name: mine, drop: "digits > 0.5", sources: [web]}
              - nsfw: {limits: {nsfw_too_many_words: 0.5}}
              - quality: {model: my.model, minScore: 0.25, languages: [eng]}
              - decontaminate: {benchmarks: [b.jsonl], ngram: 8, maxShare: 0.5, maxSpan: 9}
              - url: {keep: [newest]}
              - near: {threshold: 0.7, shingle: 3, bands: 20, rows: 5, keep: [quality, id]}
              - semantic: {threshold: 0.9, clusters: 7, rounds: 3}
            """);

    assertThat(recipe.stages())
        .containsExactly(
            new Stages.Takedown(
                "takedown", List.of("/recipes/ids.txt"), List.of(), List.of("/x/hosts.txt")),
            new Stages.Dates("dates", 1704067200, 1706745600, false),
            new Stages.Urls(
                "urls", false, false, true, List.of("/recipes/h"), List.of("/recipes/u")),
            new Stages.Language("language", "opennlp", List.of(), 0, Selection.ALL),
            new Stages.Drop(
                "mine",
                "digits > 0.5",
                new Selection(List.of(), List.of(), List.of("web"), List.of())),
            new Stages.WordList("nsfw", "nsfw", Selection.ALL, Map.of("nsfw_too_many_words", 0.5)),
            new Stages.Quality("quality", "/recipes/my.model", 0.25, english()),
            new Stages.Decontaminate(
                "decontaminate", List.of("/recipes/b.jsonl"), 8, 0.5, 9, Selection.ALL),
            new Stages.Url("url", List.of("newest")),
            new Stages.Near("near", List.of("quality", "id"), 0.7, 3, 20, 5),
            new Stages.Semantic(
                "semantic", List.of("newest", "longest", "id"), 0.9, 7, 3, english()));
    assertThat(recipe.syntheticSources()).containsExactly("made");
  }

  @Test
  void readsAMix() throws RecipeException {
    Recipe recipe =
        RecipeFile.read(
            "r.yaml",
            Path.of("/recipes"),
            START
                + "  - language: {}\nmix:\n  tokens: 9\n  maxEpochs: 2\n  targets:\n"
                + "    - {name: made, share: 0.25, synthetic: only}\n"
                + "    - {name: rest, share: 0.75, exceptSources: [made]}\n",
            List.of(),
            List.of());

    assertThat(recipe.mix())
        .isEqualTo(
            new Mix(
                List.of(
                    new Mix.Target("made", 0.25, Selection.ALL, "only"),
                    new Mix.Target(
                        "rest",
                        0.75,
                        new Selection(List.of(), List.of(), List.of(), List.of("made")),
                        "any")),
                2,
                9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  - near: {}\\n  - near: {}|r.yaml:7: there is a stage 'near' already",
        "  - near: {keep: [quality]}|r.yaml:6: near.keep: 'quality' needs a quality stage before it",
        "  - nsfw: {sources: [wep]}|r.yaml:6: no input has source 'wep'; did you mean \"web\"?",
        "  - semantic: {}|r.yaml:6: a choice by language needs a language stage before it",
        "  - dates: {from: 2024-02-30}|r.yaml:6: dates.from: there is no day 2024-02-30",
        "  - rule: {name: near, drop: 'digits > 1'}\\n  - rule: {name: near, drop: 'digits > 1'}"
            + "|r.yaml:7: rule.name: 'near' is taken",
        "  - nsfw: {limits: {nsfw_too_many_word: 1}}"
            + "|r.yaml:6: nsfw.limits.nsfw_too_many_word: unknown rule",
        "  - rule: {name: a, drop: 'digitz > 1'}|r.yaml:6: rule.drop: ",
        "  - rule: {name: a, drop: 'digits >'}|r.yaml:6: rule.drop: ",
        "  - decontaminate: {}|benchmarks is missing",
      })
  void refusesWhatCannotBeMeant(String stages, String problem) {
    RecipeException refused =
        catchThrowableOfType(
            RecipeException.class, () -> read("  " + stages.strip().replace("\\n", "\n") + "\n"));

    assertThat(refused.problems()).hasSize(1).first().asString().contains(problem);
  }

  @Test
  void namesTheNearestSignal() {
    RecipeException refused =
        catchThrowableOfType(
            RecipeException.class, () -> read("  - rule: {name: a, drop: 'digitz > 1'}\n"));

    assertThat(refused.problems().get(0)).contains("\"digits\"");
  }

  @Test
  void refusesSharesThatDoNotSumToOne() {
    RecipeException refused =
        catchThrowableOfType(
            RecipeException.class,
            () -> read("  - clean: {}\nmix: {targets: [{name: a, share: 0.5}]}\n"));

    assertThat(refused.problems())
        .containsExactly("mix.targets: the shares must sum to 1, but sum to 0.5");
  }

  private static Selection english() {
    return new Selection(List.of("eng"), List.of(), List.of(), List.of());
  }

  private static Recipe read(String stages) throws RecipeException {
    return RecipeFile.read("r.yaml", Path.of("/recipes"), START + stages, List.of(), List.of());
  }
}
