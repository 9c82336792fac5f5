// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.SplitDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts documents and bytes through the stages, in the recipe's order.
 *
 * <p>Per stage: {@code in}, {@code bytes_in}; {@code drop} by rule (the first that failed) and
 * {@code bytes_dropped}; {@code out}, {@code bytes_out}; {@code bytes_removed} and {@code
 * bytes_added} of rewrites; {@code fails} by rule for every failed rule, whether or not an earlier
 * stage dropped the document.
 */
final class Funnel {

  private final Recipe recipe;
  private final List<String> stages = new ArrayList<>();

  Funnel(Recipe recipe) {
    this.recipe = recipe;
    stages.add(Fates.EXTRACT);
    stages.add(Fates.IDENTITY);
    recipe.stages().forEach(stage -> stages.add(stage.name()));
  }

  void count(SplitDocument document, List<Failed> failed, Tally tally) {
    for (Failed failure : failed) {
      tally.add(1, "fails", failure.stage(), failure.rule());
    }
    String last = failed.isEmpty() ? "" : failed.get(0).stage();
    for (int i = 0; i < stages.size(); i++) {
      String stage = stages.get(i);
      long before = document.textBytes()[recipe.versionAt(Math.max(0, i - 2))];
      tally.add(1, "in", stage);
      tally.add(before, "bytes_in", stage);
      if (stage.equals(last)) {
        tally.add(1, "drop", stage, failed.get(0).rule());
        tally.add(before, "bytes_dropped", stage);
        return;
      }
      long after = document.textBytes()[recipe.versionAt(Math.max(0, i - 1))];
      tally.add(Math.max(0, before - after), "bytes_removed", stage);
      tally.add(Math.max(0, after - before), "bytes_added", stage);
      tally.add(1, "out", stage);
      tally.add(after, "bytes_out", stage);
    }
  }
}
