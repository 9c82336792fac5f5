// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Rule;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges documents from their stored signals and decisions: all rules that failed, in the recipe's
 * order; none means kept.
 *
 * <p>Two stages come before the recipe's: {@link #EXTRACT} (a page without text) and {@link
 * #IDENTITY} (the same record again). Immutable and thread-safe.
 */
public final class Fates {

  /** The stage of pages that yield no text. */
  public static final String EXTRACT = "extract";

  /** The stage of records read twice. */
  public static final String IDENTITY = "identity";

  private final Recipe recipe;
  private final SignalPlan plan;

  /** Judges by this recipe. */
  public Fates(Recipe recipe, SignalPlan plan) {
    this.recipe = recipe;
    this.plan = plan;
  }

  /** Every rule that the document failed. */
  public List<Failed> judge(SplitDocument document) {
    return judge(document, recipe.stages().size());
  }

  /** The rules failed in the stages before {@code endStage}. */
  public List<Failed> judge(SplitDocument document, int endStage) {
    if (!document.extract().isEmpty()) {
      return List.of(new Failed(EXTRACT, document.extract(), document.textBytes()[0], 1, ""));
    }
    List<Failed> failed = new ArrayList<>();
    Decision identity = document.decisions().get(IDENTITY);
    if (identity != null && identity.kind() == Decision.Kind.SAME_RECORD) {
      failed.add(new Failed(IDENTITY, "same_record", 1, 0, "the same record was read before"));
    }
    for (int i = 0; i < endStage; i++) {
      Recipe.Stage stage = recipe.stages().get(i);
      if (stage instanceof Recipe.Language language) {
        judgeLanguage(language, document, failed);
      } else if (stage instanceof Recipe.Heuristics heuristics) {
        judgeSignals(plan.judged().get(i), heuristics, document, failed);
      } else if (stage instanceof Recipe.Exact exact) {
        judgeDuplicate(exact.name(), "exact_duplicate", document, failed);
      } else if (!(stage instanceof Recipe.Clean)) {
        throw new IllegalStateException("no judgement for stage " + stage.name());
      }
    }
    return failed;
  }

  private void judgeLanguage(Recipe.Language stage, SplitDocument document, List<Failed> failed) {
    double score = document.signals()[plan.languageColumn()];
    String found = document.language();
    if (!stage.keep().isEmpty() && !stage.keep().contains(found)) {
      failed.add(new Failed(stage.name(), "language_not_kept", 0, 1, found));
    }
    if (score < stage.minScore()) {
      failed.add(new Failed(stage.name(), "language_score", score, stage.minScore(), found));
    }
  }

  private static void judgeSignals(
      SignalPlan.Judged judged,
      Recipe.Heuristics stage,
      SplitDocument document,
      List<Failed> failed) {
    if (!stage.appliesTo(document.language())) {
      return;
    }
    List<Rule> rules = judged.heuristic().rules();
    for (int i = 0; i < rules.size(); i++) {
      double value = document.signals()[judged.ruleColumns()[i]];
      if (Double.isNaN(value)) {
        throw new IllegalStateException(
            "signal " + rules.get(i).signal() + " was not measured for " + document.id());
      }
      rules
          .get(i)
          .check(value)
          .ifPresent(f -> failed.add(new Failed(stage.name(), f.rule(), f.value(), f.limit(), "")));
    }
  }

  /** Value: kept documents of the same text that come before it in keep order; none is allowed. */
  private static void judgeDuplicate(
      String stage, String rule, SplitDocument document, List<Failed> failed) {
    Decision decision = document.decisions().get(stage);
    if (decision != null && decision.kind() == Decision.Kind.DUPLICATE) {
      failed.add(new Failed(stage, rule, 1, 0, "same text as " + decision.keeper()));
    }
  }
}
