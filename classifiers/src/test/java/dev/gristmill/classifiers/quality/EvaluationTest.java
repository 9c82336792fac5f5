// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Evaluation FOUR =
      Evaluation.of(new double[] {0.9, 0.6, 0.4, 0.1}, new int[] {1, 0, 1, 0});

  @Test
  void countsOrderedPairs() {
    assertThat(FOUR.auc()).isEqualTo(0.75);
    assertThat(Evaluation.of(new double[] {0.2, 0.8}, new int[] {0, 1}).auc()).isEqualTo(1);
    assertThat(Evaluation.of(new double[] {0.8, 0.2}, new int[] {0, 1}).auc()).isEqualTo(0);
  }

  @Test
  void countsTiesHalf() {
    double[] scores = {0.5, 0.5, 0.5, 0.9};

    assertThat(Evaluation.of(scores, new int[] {0, 1, 0, 1}).auc()).isEqualTo(0.75);
  }

  @Test
  void measuresAtUnderAndOverAThreshold() {
    assertThat(FOUR.precision(0.6)).isEqualTo(0.5);
    assertThat(FOUR.precision(0.61)).isEqualTo(1);
    assertThat(FOUR.precision(0.4)).isEqualTo(2.0 / 3);
    assertThat(FOUR.precision(0.95)).isNaN();
    assertThat(FOUR.recall(0.6)).isEqualTo(0.5);
    assertThat(FOUR.recall(0.4)).isEqualTo(1);
    assertThat(FOUR.recall(0.95)).isZero();
    assertThat(FOUR.accuracy(0.6)).isEqualTo(0.5);
    assertThat(FOUR.accuracy(0.61)).isEqualTo(0.75);
    assertThat(FOUR.accuracy(0)).isEqualTo(0.5);
  }

  @Test
  void weighsTheGapOfEachBin() {
    // Bin 9 holds 1.0 and 0.9 with one good text, bin 0 holds 0.0 without.
    Evaluation evaluation = Evaluation.of(new double[] {1, 0.9, 0, 0}, new int[] {1, 0, 0, 0});

    assertThat(evaluation.calibrationError()).isEqualTo(0.9 / 4, within(1e-12));
    assertThat(Evaluation.of(new double[] {0.5, 0.5}, new int[] {0, 1}).calibrationError())
        .isZero();
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatThrownBy(() -> Evaluation.of(new double[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evaluation.of(new double[] {0.5}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evaluation.of(new double[] {1.01}, new int[] {1}))
        .hasMessage("score must be in [0, 1], was 1.01");
    assertThatThrownBy(() -> Evaluation.of(new double[] {0.5}, new int[] {2}))
        .hasMessage("label must be 0 or 1, was 2");
    assertThatThrownBy(() -> new LabelledText("a", -1)).hasMessage("label must be 0 or 1, was -1");
  }
}
