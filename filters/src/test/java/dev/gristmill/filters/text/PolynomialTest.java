// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolynomialTest {
  private static final BigInteger P = BigInteger.valueOf(Polynomial.MODULUS);

  @Test
  void multipliesLikeBigIntegers() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      long a = random.nextLong(Polynomial.MODULUS);
      long b = random.nextLong(Polynomial.MODULUS);
      BigInteger expected = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).mod(P);
      assertThat(Polynomial.multiply(a, b)).isEqualTo(expected.longValueExact());
    }
  }

  @Test
  void powersAndInversePowersCancel() {
    for (int n : new int[] {0, 1, 63, 64, 65, 1_000_000}) {
      assertThat(Polynomial.multiply(Polynomial.basePower(n), Polynomial.inversePower(n)))
          .isEqualTo(1);
    }
  }

  @Test
  void theLargestResiduesDoNotOverflow() {
    long top = Polynomial.MODULUS - 1;

    assertThat(Polynomial.multiply(top, top)).isEqualTo(1);
    assertThat(Polynomial.add(top, top)).isEqualTo(top - 1);
    assertThat(Polynomial.subtract(0, top)).isEqualTo(1);
  }
}
