// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.filters.Direction;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FatesTest {

  private static final Digest128 KEEPER = new Digest128(1, 2);
  private static final String RULES = "gopher-quality@datatrove";

  private final Recipe recipe =
      recipe(
          new Stages.Clean("clean"),
          new Stages.Language("language", "opennlp", List.of("eng", "deu"), 0.5, Selection.ALL),
          new Stages.Heuristics(
              RULES,
              RULES,
              "default",
              new Selection(List.of("eng"), List.of(), List.of(), List.of()),
              Map.of("gopher_short_doc", 20.0)),
          new Stages.Exact("exact", List.of("id")));
  private final SignalPlan plan = SignalPlan.of(recipe);
  private final Fates fates;
  private final double[] signals = new double[plan.size()];
  private final Map<String, Decision> decisions = new TreeMap<>();
  private String language = "eng";
  private String extract = "";

  FatesTest() throws IOException {
    fates = new Fates(recipe, plan);
    pass();
  }

  @Test
  void keepsADocumentThatFailsNothing() {
    assertThat(fates.judge(document())).isEmpty();
  }

  @Test
  void dropsAPageWithoutTextAndAsksNothingMore() {
    extract = "text_empty";
    Arrays.fill(signals, Double.NaN);

    assertThat(fates.judge(document()))
        .containsExactly(new Failed("extract", "text_empty", 9, 1, ""));
  }

  @Test
  void dropsTheSameRecordReadAgain() {
    decisions.put("identity", new Decision(Decision.Kind.SAME_RECORD, 1, KEEPER));

    assertThat(fates.judge(document()))
        .containsExactly(
            new Failed("identity", "same_record", 1, 0, "the same record was read before"));
  }

  @Test
  void keepsAnotherRecordUnderTheSameId() {
    decisions.put("identity", new Decision(Decision.Kind.ORDINAL, 1, KEEPER));

    assertThat(fates.judge(document())).isEmpty();
  }

  @Test
  void dropsALanguageThatIsNotKept() {
    language = "fra";

    assertThat(fates.judge(document()))
        .containsExactly(new Failed("language", "language_not_kept", 0, 1, "fra"));
  }

  @Test
  void dropsAScoreBelowTheLimitOnly() {
    signals[plan.languageColumn()] = 0.5;
    assertThat(fates.judge(document())).isEmpty();

    signals[plan.languageColumn()] = Math.nextDown(0.5);
    assertThat(fates.judge(document()))
        .containsExactly(new Failed("language", "language_score", Math.nextDown(0.5), 0.5, "eng"));
  }

  @Test
  void judgesSignalsByTheRecipesLimit() {
    set("gopher_short_doc", 20);
    assertThat(fates.judge(document())).isEmpty();

    set("gopher_short_doc", 19);
    assertThat(fates.judge(document()))
        .containsExactly(new Failed(RULES, "gopher_short_doc", 19, 20, ""));
  }

  @Test
  void appliesRulesToTheirLanguagesOnly() {
    language = "deu";
    Arrays.fill(signals, Double.NaN);
    signals[plan.languageColumn()] = 1;

    assertThat(fates.judge(document())).isEmpty();
  }

  @Test
  void refusesToJudgeASignalThatWasNotMeasured() {
    set("gopher_short_doc", Double.NaN);

    assertThatThrownBy(() -> fates.judge(document()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was not measured");
  }

  @Test
  void dropsADuplicateAndNamesItsKeeper() {
    decisions.put("exact", new Decision(Decision.Kind.DUPLICATE, 1_000_000, KEEPER));

    assertThat(fates.judge(document()))
        .containsExactly(new Failed("exact", "exact_duplicate", 1, 1, "same text as " + KEEPER));
  }

  @Test
  void keepsTheKeeperOfACluster() {
    decisions.put("exact", new Decision(Decision.Kind.CLUSTER, 3, KEEPER));

    assertThat(fates.judge(document())).isEmpty();
  }

  @Test
  void tellsEveryFailureInTheOrderOfTheRecipe() {
    decisions.put("exact", new Decision(Decision.Kind.DUPLICATE, 1_000_000, KEEPER));
    decisions.put("identity", new Decision(Decision.Kind.SAME_RECORD, 1, KEEPER));
    signals[plan.languageColumn()] = 0.25;
    set("gopher_short_doc", 1);

    assertThat(fates.judge(document()))
        .extracting(Failed::rule)
        .containsExactly("same_record", "language_score", "gopher_short_doc", "exact_duplicate");
  }

  @Test
  void judgesUpToAStage() {
    decisions.put("exact", new Decision(Decision.Kind.DUPLICATE, 1_000_000, KEEPER));
    set("gopher_short_doc", 1);

    assertThat(fates.judge(document(), 2)).isEmpty();
    assertThat(fates.judge(document(), 3)).extracting(Failed::stage).containsExactly(RULES);
    assertThat(fates.judge(document(), 4))
        .extracting(Failed::stage)
        .containsExactly(RULES, "exact");
  }

  /** Values that pass every rule: the limits themselves do, on either side. */
  private void pass() {
    signals[plan.languageColumn()] = 1;
    Judged judged = plan.judged().get(2);
    for (int i = 0; i < judged.ruleColumns().length; i++) {
      Rule rule = judged.rules().get(i);
      int column = judged.ruleColumns()[i];
      if (rule.direction() == Direction.MIN || signals[column] == 0) {
        signals[column] = rule.limit();
      }
    }
  }

  private void set(String rule, double value) {
    Judged judged = plan.judged().get(2);
    for (int i = 0; i < judged.ruleColumns().length; i++) {
      if (judged.rules().get(i).id().equals(rule)) {
        signals[judged.ruleColumns()[i]] = value;
      }
    }
  }

  private SplitDocument document() {
    return new SplitDocument(
        0,
        new Digest128(7, 7),
        KEEPER,
        KEEPER,
        -1,
        "",
        "",
        "web",
        language,
        "Latn",
        extract,
        10,
        new long[] {9, 8},
        0,
        "",
        "",
        signals,
        decisions);
  }

  static Recipe recipe(Recipe.Stage... stages) {
    return new Recipe(
        "test",
        0,
        List.of(new Recipe.Input("/none", "web", "auto", false)),
        1.0,
        new Recipe.Limits(0, 1 << 20, 1 << 20, 1 << 16, 1 << 20, 1 << 16, 2, 1 << 20),
        List.of(stages),
        new Recipe.Tokenizer("cl100k_base"),
        Mix.ONCE,
        new Recipe.Pack(64, 1024),
        new Recipe.Output(List.of("parquet"), true));
  }
}
