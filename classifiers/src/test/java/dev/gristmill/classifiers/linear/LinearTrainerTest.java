// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
  private static final LinearTrainer TRAINER = LinearTrainer.defaults();
  private static final List<String> TEXTS = new ArrayList<>();
  private static final int[] LABELS = new int[40];

  static {
    for (int i = 0; i < LABELS.length; i++) {
      LABELS[i] = i % 2;
      TEXTS.add((i % 2 == 1 ? "the mill grinds corn " : "buy cheap corn now ") + "word" + i / 2);
    }
  }

  private static LinearModel train(LinearTrainer trainer) {
    return trainer.train(TEXTS, LABELS, "no", "yes");
  }

  @Test
  void tellsTheLabelsApart() {
    LinearModel model = train(TRAINER);
    HashedFeatures scratch = model.scratch();

    assertThat(model.score("the mill grinds corn word99", scratch)).isGreaterThan(0.7);
    assertThat(model.score("buy cheap corn now word99", scratch)).isLessThan(0.3);
    assertThat(model.negativeLabel()).isEqualTo("no");
    assertThat(model.positiveLabel()).isEqualTo("yes");
  }

  @Test
  void givesTheSameModelAgainInAnyLocale() {
    LinearModel model = train(TRAINER);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(train(TRAINER)).isEqualTo(model);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void dependsOnTheSeed() {
    LinearTrainer other = new LinearTrainer(FeatureSettings.defaults(), 30, 0.2, 1e-4, 2, 2);

    assertThat(train(other)).isNotEqualTo(train(TRAINER));
  }

  @Test
  void givesRareBucketsNoWeight() {
    // Twenty words occur in two texts each, all others in twenty or forty.
    assertThat(train(withMinTexts(2)).nonZeroWeights())
        .isGreaterThan(train(withMinTexts(3)).nonZeroWeights());
    assertThat(train(withMinTexts(3)).nonZeroWeights()).isEqualTo(7 + 6);
    assertThat(train(withMinTexts(41)).nonZeroWeights()).isZero();
  }

  private static LinearTrainer withMinTexts(int minTexts) {
    return new LinearTrainer(FeatureSettings.defaults(), 30, 0.2, 1e-4, minTexts, 1);
  }

  @Test
  void foldsCalibrationIntoTheWeights() {
    LinearModel model = train(TRAINER);
    PlattScaling scaling = new PlattScaling(0.5, -1);
    HashedFeatures scratch = model.scratch();
    String text = "the mill grinds corn";

    assertThat(model.calibrated(scaling).logit(text, scratch))
        .isEqualTo(0.5 * model.logit(text, scratch) - 1, within(1e-5));
  }

  @Test
  void refusesWhatCannotBeTrained() {
    assertThatThrownBy(() -> TRAINER.train(List.of("a"), new int[] {0, 1}, "n", "y"))
        .hasMessage("needs one label for each text");
    assertThatThrownBy(() -> TRAINER.train(List.of("a", "b"), new int[] {1, 1}, "n", "y"))
        .hasMessage("needs texts of both labels");
    assertThatThrownBy(() -> TRAINER.train(List.of("a", "b"), new int[] {0, 0}, "n", "y"))
        .hasMessage("needs texts of both labels");
    assertThatThrownBy(() -> TRAINER.train(List.of("a", "b"), new int[] {0, 2}, "n", "y"))
        .hasMessage("label must be 0 or 1, was 2");
  }

  @Test
  void refusesSettingsOutOfRange() {
    FeatureSettings features = FeatureSettings.defaults();

    assertThatThrownBy(() -> new LinearTrainer(features, 0, 0.1, 0, 1, 1))
        .hasMessageContaining("epochs");
    assertThatThrownBy(() -> new LinearTrainer(features, 1001, 0.1, 0, 1, 1))
        .hasMessageContaining("epochs");
    assertThatThrownBy(() -> new LinearTrainer(features, 1, 0, 0, 1, 1))
        .hasMessageContaining("learningRate");
    assertThatThrownBy(() -> new LinearTrainer(features, 1, Double.NaN, 0, 1, 1))
        .hasMessageContaining("learningRate");
    assertThatThrownBy(() -> new LinearTrainer(features, 1, 0.1, -0.1, 1, 1))
        .hasMessageContaining("l2");
    assertThatThrownBy(() -> new LinearTrainer(features, 1, 0.1, 0, 0, 1))
        .hasMessageContaining("minTexts");
    assertThat(new LinearTrainer(features, 1000, 10, 1, 1, 1).epochs()).isEqualTo(1000);
  }
}
