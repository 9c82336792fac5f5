// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantisedVectorTest {
  private static float[] random(SplittableRandom random, int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) (random.nextDouble(-1, 1) * random.nextDouble());
    }
    return vector;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double maxAngle(float[] vector, QuantisedVector quantised) {
    double length = Math.sqrt(dot(vector, vector));
    return Math.asin(Math.sqrt(vector.length) * quantised.scale() / 2 / length);
  }

  @Test
  void isOffByHalfAScaleAtMost() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 100; round++) {
      float[] vector = random(random, 384);
      QuantisedVector quantised = QuantisedVector.of(vector);
      for (int i = 0; i < vector.length; i++) {
        assertThat((double) quantised.value(i) * quantised.scale())
            .isEqualTo(vector[i], within(quantised.scale() * 0.5001));
      }
    }
  }

  @Test
  void keepsCosinesWithinTheBound() {
    SplittableRandom random = new SplittableRandom(2);
    double worst = 0;
    for (int round = 0; round < 1000; round++) {
      float[] a = random(random, 384);
      float[] b = random(random, 384);
      for (int i = 0; i < b.length; i++) {
        b[i] += a[i] * (round % 10);
      }
      double exact = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
      QuantisedVector qa = QuantisedVector.of(a);
      QuantisedVector qb = QuantisedVector.of(b);
      double error = Math.abs(qa.cosine(qb) - exact);
      assertThat(error).isLessThan(maxAngle(a, qa) + maxAngle(b, qb));
      worst = Math.max(worst, error);
    }
    assertThat(worst).isBetween(1e-6, 0.005);
  }

  @Test
  void hasExactCosines() {
    QuantisedVector right = QuantisedVector.of(new float[] {1, 0});
    QuantisedVector up = QuantisedVector.of(new float[] {0, 3});
    QuantisedVector left = QuantisedVector.of(new float[] {-2, 0});
    QuantisedVector none = QuantisedVector.of(new float[] {0, 0});

    assertThat(right.cosine(right)).isEqualTo(1);
    assertThat(right.cosine(up)).isZero();
    assertThat(right.cosine(left)).isEqualTo(-1);
    assertThat(right.cosine(none)).isZero();
    assertThat(none.cosine(none)).isZero();
  }

  @Test
  void givesBackItsBytes() {
    QuantisedVector vector = QuantisedVector.of(random(new SplittableRandom(3), 384));

    assertThat(vector.encode()).hasSize(388);
    assertThat(QuantisedVector.decode(vector.encode())).isEqualTo(vector);
  }

  @Test
  void doesNotOverflow() {
    byte[] bytes = new byte[4 + QuantisedVector.MAX_DIMENSIONS];
    Arrays.fill(bytes, 4, bytes.length, Byte.MIN_VALUE);
    QuantisedVector lowest = QuantisedVector.decode(bytes);

    assertThat(lowest.squares()).isEqualTo(1 << 30);
    assertThat(lowest.cosine(lowest)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoVector() {
    assertThatThrownBy(() -> QuantisedVector.of(new float[0])).hasMessageContaining("was 0");
    assertThatThrownBy(() -> QuantisedVector.of(new float[65_537]))
        .hasMessageContaining("was 65537");
    assertThatThrownBy(() -> QuantisedVector.of(new float[] {1, Float.NaN}))
        .hasMessage("component must be finite, was NaN");
    assertThatThrownBy(() -> QuantisedVector.decode(new byte[4])).hasMessageContaining("was 0");
    assertThatThrownBy(() -> QuantisedVector.decode(new byte[2])).hasMessageContaining("was -2");
    assertThatThrownBy(() -> QuantisedVector.decode(new byte[] {0, 0, 0, -1, 1}))
        .hasMessageContaining("scale must be finite");
    assertThatThrownBy(
            () ->
                QuantisedVector.of(new float[] {1}).cosine(QuantisedVector.of(new float[] {1, 2})))
        .hasMessage("dimensions must be 1, were 2");
  }
}
