// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
  @Test
  void findsTheSlopeAndOffsetThatMadeTheLabels() {
    SplittableRandom random = new SplittableRandom(7);
    double[] logits = new double[20_000];
    int[] labels = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = random.nextDouble(-6, 6);
      labels[i] = random.nextDouble() < LinearModel.sigmoid(0.5 * logits[i] + 1) ? 1 : 0;
    }

    PlattScaling scaling = PlattScaling.fit(logits, labels);

    assertThat(scaling.slope()).isEqualTo(0.5, within(0.03));
    assertThat(scaling.offset()).isEqualTo(1, within(0.08));
    assertThat(scaling.probability(-2)).isEqualTo(0.5, within(0.03));
  }

  @Test
  void staysFiniteWhenTheLabelsSeparate() {
    PlattScaling scaling = PlattScaling.fit(new double[] {-9, -8, 8, 9}, new int[] {0, 0, 1, 1});

    // Platt's targets for two texts of a label are 1/4 and 3/4.
    assertThat(scaling.probability(8.5)).isEqualTo(0.75, within(0.01));
    assertThat(scaling.probability(-8.5)).isEqualTo(0.25, within(0.01));
  }

  @Test
  void needsBothLabels() {
    assertThatThrownBy(() -> PlattScaling.fit(new double[] {1, 2}, new int[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PlattScaling.fit(new double[] {1, 2}, new int[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PlattScaling.fit(new double[] {1}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
