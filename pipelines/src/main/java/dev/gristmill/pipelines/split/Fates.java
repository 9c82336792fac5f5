// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Rule;
import dev.gristmill.filters.expression.Expression;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final Map<String, TakedownList> takedowns = new LinkedHashMap<>();

  /**
   * Judges by this recipe.
   *
   * @throws IOException if a takedown list cannot be read
   */
  public Fates(Recipe recipe, SignalPlan plan) throws IOException {
    this.recipe = recipe;
    this.plan = plan;
    for (Recipe.Stage stage : recipe.stages()) {
      if (stage instanceof Stages.Takedown takedown) {
        takedowns.put(stage.name(), TakedownList.load(takedown));
      }
    }
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
      judge(i, recipe.stages().get(i), document, failed);
    }
    return failed;
  }

  private void judge(int index, Recipe.Stage stage, SplitDocument document, List<Failed> failed) {
    if (plan.judged().containsKey(index)) {
      judgeSignals(plan.judged().get(index), document, failed);
    } else if (stage instanceof Stages.Language language) {
      judgeLanguage(language, document, failed);
    } else if (stage instanceof Stages.Drop) {
      judgeOwn(plan.own().get(index), document, failed);
    } else if (stage instanceof Stages.Takedown) {
      takedowns.get(stage.name()).judge(stage.name(), document, failed);
    } else if (stage instanceof Stages.Dates dates) {
      judgeDate(dates, document, failed);
    } else if (stage instanceof Stages.Deduplicating deduplicating) {
      judgeDuplicate(deduplicating, document, failed);
    } else if (!(stage instanceof Stages.Clean)) {
      throw new IllegalStateException("no judgement for stage " + stage.name());
    }
  }

  private void judgeLanguage(Stages.Language stage, SplitDocument document, List<Failed> failed) {
    String found = document.language();
    if (!stage.selection().applies(found, document.source())) {
      return;
    }
    double score = document.signals()[plan.languageColumn()];
    if (!stage.keep().isEmpty() && !stage.keep().contains(found)) {
      failed.add(new Failed(stage.name(), "language_not_kept", 0, 1, found));
    }
    if (score < stage.minScore()) {
      failed.add(new Failed(stage.name(), "language_score", score, stage.minScore(), found));
    }
  }

  private static void judgeSignals(Judged judged, SplitDocument document, List<Failed> failed) {
    if (!judged.selection().applies(document.language(), document.source())) {
      return;
    }
    List<Rule> rules = judged.rules();
    for (int i = 0; i < rules.size(); i++) {
      double value = document.signals()[judged.ruleColumns()[i]];
      if (Double.isNaN(value)) {
        throw new IllegalStateException(
            "signal " + rules.get(i).signal() + " was not measured for " + document.id());
      }
      rules
          .get(i)
          .check(value)
          .ifPresent(
              f -> failed.add(new Failed(judged.name(), f.rule(), f.value(), f.limit(), "")));
    }
  }

  private static void judgeOwn(Own own, SplitDocument document, List<Failed> failed) {
    if (!own.selection().applies(document.language(), document.source())) {
      return;
    }
    Expression.Facts facts = new DocumentFacts(document, own.columns());
    if (own.expression().test(facts)) {
      Failure failure = own.expression().failure(own.name(), facts);
      failed.add(
          new Failed(
              own.name(),
              failure.rule(),
              failure.value(),
              failure.limit(),
              own.expression().describe(facts)));
    }
  }

  private static void judgeDate(Stages.Dates stage, SplitDocument document, List<Failed> failed) {
    long date = document.date();
    if (date < 0) {
      if (!stage.keepUnknown()) {
        failed.add(new Failed(stage.name(), "date_unknown", 0, 1, ""));
      }
    } else if (date < stage.from()) {
      failed.add(new Failed(stage.name(), "date_before", date, stage.from(), ""));
    } else if (date >= stage.to()) {
      failed.add(new Failed(stage.name(), "date_after", date, stage.to(), ""));
    }
  }

  /** Value: the similarity to the keeper, 0 to 1; the limit is the least that counts. */
  private static void judgeDuplicate(
      Stages.Deduplicating stage, SplitDocument document, List<Failed> failed) {
    Decision decision = document.decisions().get(stage.name());
    if (decision == null || decision.kind() != Decision.Kind.DUPLICATE) {
      return;
    }
    String rule;
    String how;
    double limit = 1;
    if (stage instanceof Stages.Url) {
      rule = "url_duplicate";
      how = "same URL as ";
    } else if (stage instanceof Stages.Exact) {
      rule = "exact_duplicate";
      how = "same text as ";
    } else if (stage instanceof Stages.Near near) {
      rule = "near_duplicate";
      how = "nearly the same text as ";
      limit = near.threshold();
    } else if (stage instanceof Stages.Semantic semantic) {
      rule = "semantic_duplicate";
      how = "says the same as ";
      limit = semantic.threshold();
    } else {
      throw new IllegalStateException("no judgement for stage " + stage.name());
    }
    failed.add(
        new Failed(stage.name(), rule, decision.similarity(), limit, how + decision.keeper()));
  }
}
