// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.LinearTrainer;
import dev.gristmill.classifiers.linear.PlattScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Log-odds of texts by models that did not see them: each fold is scored by a model trained on the
 * others.
 *
 * <p>Cost: one training for each fold.
 */
public final class CrossValidation {
  private final double[] logits;
  private final int[] labels;
  private final int[] folds;
  private final int foldCount;

  private CrossValidation(double[] logits, int[] labels, int[] folds, int foldCount) {
    this.logits = logits;
    this.labels = labels;
    this.folds = folds;
    this.foldCount = foldCount;
  }

  /**
   * Trains and scores fold by fold.
   *
   * @param folds for each text its fold, 0 to foldCount - 1
   * @throws IllegalArgumentException if the lengths differ, a fold is out of range, or the texts
   *     outside a fold are not of both labels
   */
  public static CrossValidation run(
      List<LabelledText> texts, int[] folds, int foldCount, LinearTrainer trainer) {
    if (texts.size() != folds.length) {
      throw new IllegalArgumentException("needs one fold for each text");
    }
    double[] logits = new double[folds.length];
    for (int fold = 0; fold < foldCount; fold++) {
      List<LabelledText> others = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] < 0 || folds[i] >= foldCount) {
          throw new IllegalArgumentException(
              "fold must be in [0, " + (foldCount - 1) + "], was " + folds[i]);
        }
        if (folds[i] != fold) {
          others.add(texts.get(i));
        }
      }
      LinearModel model = QualityTrainer.uncalibrated(others, trainer);
      HashedFeatures scratch = model.scratch();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          logits[i] = model.logit(texts.get(i).text(), scratch);
        }
      }
    }
    int[] labels = texts.stream().mapToInt(LabelledText::label).toArray();
    return new CrossValidation(logits, labels, folds.clone(), foldCount);
  }

  /** Calibration fitted on all held-out log-odds; for a model trained on all texts. */
  public PlattScaling calibration() {
    return PlattScaling.fit(logits, labels);
  }

  /**
   * How good held-out scores are when each fold is calibrated on the others, so that neither the
   * model nor the calibration saw what it is measured on.
   */
  public Evaluation evaluation() {
    double[] scores = new double[logits.length];
    for (int fold = 0; fold < foldCount; fold++) {
      PlattScaling scaling = calibrationWithout(fold);
      for (int i = 0; i < logits.length; i++) {
        if (folds[i] == fold) {
          scores[i] = scaling.probability(logits[i]);
        }
      }
    }
    return Evaluation.of(scores, labels);
  }

  private PlattScaling calibrationWithout(int fold) {
    int others = 0;
    double[] otherLogits = new double[logits.length];
    int[] otherLabels = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      if (folds[i] != fold) {
        otherLogits[others] = logits[i];
        otherLabels[others++] = labels[i];
      }
    }
    return PlattScaling.fit(Arrays.copyOf(otherLogits, others), Arrays.copyOf(otherLabels, others));
  }
}
