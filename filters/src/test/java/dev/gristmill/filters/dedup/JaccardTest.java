// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JaccardTest {
  private static final long[] NONE = {};

  @Test
  void isCommonOverUnion() {
    assertThat(Jaccard.of(new long[] {-9, 1, 2, 3}, new long[] {-9, 2, 3, 4, 5})).isEqualTo(0.5);
    assertThat(Jaccard.of(new long[] {1, 2}, new long[] {1, 2})).isEqualTo(1);
    assertThat(Jaccard.of(new long[] {1, 2}, new long[] {3})).isEqualTo(0);
    assertThat(Jaccard.of(new long[] {Long.MIN_VALUE, 0}, new long[] {Long.MIN_VALUE, 1, 2}))
        .isEqualTo(0.25);
  }

  @Test
  void nothingResemblesTheEmptySet() {
    assertThat(Jaccard.of(NONE, NONE)).isZero();
    assertThat(Jaccard.of(NONE, new long[] {1})).isZero();
    assertThat(Jaccard.atLeast(NONE, NONE, 0.01)).isFalse();
    assertThat(Jaccard.atLeast(NONE, new long[] {1}, 0.01)).isFalse();
    assertThat(Jaccard.atLeast(NONE, NONE, 0)).isTrue();
  }

  @Test
  void atLeastDecidesAtTheThreshold() {
    long[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    long[] b = {1, 2, 3, 4, 5, 6, 7, 8, 10}; // 8 of 10

    assertThat(Jaccard.atLeast(a, b, 0.8)).isTrue();
    assertThat(Jaccard.atLeast(a, b, Math.nextUp(0.8))).isFalse();
    assertThat(Jaccard.atLeast(a, b, Math.nextDown(0.8))).isTrue();
    assertThat(Jaccard.atLeast(a, a, 1)).isTrue();
    assertThat(Jaccard.atLeast(a, b, 1)).isFalse();
    assertThat(Jaccard.atLeast(a, new long[] {20}, 0)).isTrue();
  }

  @Test
  void atLeastAgreesWithTheExactValue() {
    SplittableRandom random = new SplittableRandom(7);
    int equal = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      long[] a = set(random);
      long[] b = set(random);
      double exact = Jaccard.of(a, b);

      assertThat(Jaccard.of(b, a)).isEqualTo(exact);
      assertThat(Jaccard.atLeast(a, b, exact)).isTrue();
      assertThat(exact == 1 || !Jaccard.atLeast(a, b, Math.nextUp(exact))).isTrue();
      double threshold = random.nextInt(101) / 100.0;
      assertThat(Jaccard.atLeast(a, b, threshold)).isEqualTo(exact >= threshold);
      equal += exact == threshold ? 1 : 0;
    }
    assertThat(equal).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void rejectsBadThresholds(double threshold) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jaccard.atLeast(NONE, NONE, threshold))
        .withMessage("threshold must be in [0, 1], was " + threshold);
  }

  private static long[] set(SplittableRandom random) {
    int size = random.nextInt(40);
    int range = 1 + random.nextInt(60);
    return random.longs(size, -range, range).sorted().distinct().toArray();
  }
}
