// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.LinearTrainer;
import java.util.List;

/**
 * Trains quality models, the shipped one among them: five folds give the calibration, all texts the
 * weights.
 *
 * <p>The same texts in the same order give the same model on any machine.
 */
public final class QualityTrainer {
  /** Folds of the calibration. */
  public static final int FOLDS = 5;

  private static final String BAD = "low";
  private static final String GOOD = "high";

  private QualityTrainer() {}

  /** The settings of the shipped model: the trainer's defaults; no others were clearly better. */
  public static LinearTrainer settings() {
    return LinearTrainer.defaults();
  }

  /**
   * Trains a calibrated model.
   *
   * @throws IllegalArgumentException if the texts outside a fold are not of both labels
   */
  public static LinearModel train(List<LabelledText> texts, LinearTrainer trainer) {
    CrossValidation validation = CrossValidation.run(texts, folds(texts), FOLDS, trainer);
    return uncalibrated(texts, trainer).calibrated(validation.calibration());
  }

  /** Deals each label's texts to the folds in turn, in the order given. */
  public static int[] folds(List<LabelledText> texts) {
    int[] folds = new int[texts.size()];
    int[] dealt = new int[2];
    for (int i = 0; i < folds.length; i++) {
      folds[i] = dealt[texts.get(i).label()]++ % FOLDS;
    }
    return folds;
  }

  static LinearModel uncalibrated(List<LabelledText> texts, LinearTrainer trainer) {
    List<String> contents = texts.stream().map(LabelledText::text).toList();
    int[] labels = texts.stream().mapToInt(LabelledText::label).toArray();
    return trainer.train(contents, labels, BAD, GOOD);
  }
}
