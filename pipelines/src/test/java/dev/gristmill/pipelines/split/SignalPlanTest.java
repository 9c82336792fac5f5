// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.table.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalPlanTest {

  private static final String RULES = "gopher-quality@datatrove";

  @Test
  void sharesTheColumnsOfOneVersion() {
    int one = SignalPlan.of(FatesTest.recipe(rules("default"))).size();
    Recipe twice = FatesTest.recipe(rules("default"), rules("default"));

    assertThat(SignalPlan.of(twice).size()).isEqualTo(one);
    assertThat(SignalPlan.of(twice).judged()).containsOnlyKeys(0, 1);
  }

  @Test
  void measuresAgainAfterARewrite() {
    int one = SignalPlan.of(FatesTest.recipe(rules("default"))).size();
    SignalPlan plan =
        SignalPlan.of(
            FatesTest.recipe(rules("default"), new Stages.Clean("clean"), rules("default")));

    assertThat(plan.size()).isEqualTo(2 * one);
    assertThat(plan.judged().get(0).version()).isZero();
    assertThat(plan.judged().get(2).version()).isEqualTo(1);
    assertThat(plan.lastVersion()).isEqualTo(1);
    assertThat(plan.table())
        .extracting(Column::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.endsWith("@0") || name.endsWith("@1"));
  }

  @Test
  void measuresOtherWordsInColumnsOfTheirOwn() {
    SignalPlan plan = SignalPlan.of(FatesTest.recipe(rules("default"), rules("whitespace")));

    assertThat(plan.table())
        .extracting(Column::name)
        .doesNotHaveDuplicates()
        .anyMatch(name -> name.endsWith(":whitespace@0"));
  }

  @Test
  void findsTheLanguageScoreWhereThereIsALanguageStage() {
    assertThat(SignalPlan.of(FatesTest.recipe(rules("default"))).languageColumn()).isEqualTo(-1);
    SignalPlan plan =
        SignalPlan.of(
            FatesTest.recipe(
                rules("default"),
                new Stages.Language("language", "opennlp", List.of(), 0, Selection.ALL)));

    assertThat(plan.table().get(plan.languageColumn()).name()).isEqualTo("language_score@0");
  }

  @Test
  void hasNoColumnsForARecipeThatMeasuresNothing() {
    assertThat(SignalPlan.of(FatesTest.recipe(new Stages.Clean("clean"))).table()).isEmpty();
  }

  private static Stages.Heuristics rules(String words) {
    return new Stages.Heuristics(
        RULES, RULES, words, new Selection(List.of(), List.of(), List.of(), List.of()), Map.of());
  }
}
