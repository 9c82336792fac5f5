// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** Which documents no stage before a given one drops; those a decision is about. */
public final class SurvivorsSoFar implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Recipe recipe;
  private final int stage;
  private transient Fates fates;

  /** The survivors that the stage of that name decides about. */
  public SurvivorsSoFar(Recipe recipe, String stage) {
    this.recipe = recipe;
    this.stage = recipe.indexOf(stage);
  }

  /** The recipe's index of the stage that decides. */
  public int stage() {
    return stage;
  }

  /** Whether no stage before it drops the document. */
  public boolean has(SplitDocument document) {
    if (fates == null) {
      try {
        fates = new Fates(recipe, SignalPlan.of(recipe));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return fates.judge(document, stage).isEmpty();
  }
}
