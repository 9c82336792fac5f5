// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
  private static final long[] FOX = {
    0xadfd19f97ef5afb6L,
    0xcea75f45e06e00c1L,
    0x0d2ecd481d6b5b6aL,
    0x1aebbd55fc35ebbdL,
    0x42534e8354de1bf5L
  };

  @Test
  void keysAreThoseOfTheFormula() {
    long[] keys = MinHash.defaults().bandKeys(FOX);

    assertThat(keys).hasSize(14).startsWith(0x7862902d32d5c357L, 0xa44ffe6911714effL);
    assertThat(keys[13]).isEqualTo(0x3e0c2c0164cd8540L);
    assertThat(MinHash.of(2, 1, -7).bandKeys(FOX))
        .containsExactly(0xc437bb1a703fcba3L, 0x864e9892ad2c9b11L);
  }

  @Test
  void orderAndRepeatsDoNotMatter() {
    MinHash minHash = MinHash.defaults();
    for (int size = 1; size <= 9; size++) {
      long[] set = new SplittableRandom(size).longs(size).toArray();
      long[] other = LongStream.concat(Arrays.stream(set), Arrays.stream(set)).sorted().toArray();

      assertThat(minHash.bandKeys(other)).isEqualTo(minHash.bandKeys(set));
    }
  }

  @Test
  void theEmptySetHasNoKeys() {
    assertThat(MinHash.defaults().bandKeys(new long[0])).isEmpty();
  }

  @Test
  void keysOfBandsAndSeedsDoNotMeet() {
    MinHash one = MinHash.of(1000, 1, 1);
    MinHash two = MinHash.of(1000, 1, 2);

    long[] keys =
        LongStream.concat(Arrays.stream(one.bandKeys(FOX)), Arrays.stream(two.bandKeys(FOX)))
            .toArray();

    assertThat(keys).hasSize(2000).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "14, 8, 0.5",
    "14, 8, 0.6",
    "14, 8, 0.7",
    "14, 8, 0.75",
    "14, 8, 0.8",
    "14, 8, 0.9",
    "20, 13, 0.8",
    "9, 13, 0.85",
    "1, 1, 0.5",
    "5, 2, 0.3"
  })
  void candidatesFollowTheCurve(int bands, int rows, double jaccard) {
    int trials = 10_000;
    MinHash minHash = MinHash.of(bands, rows, MinHash.DEFAULT_SEED);
    SplittableRandom random = new SplittableRandom(bands * 1000L + rows);
    int both = (int) Math.round(100 * jaccard); // of the 100 elements of the union
    int candidates = 0;
    int[] perBand = new int[bands];
    for (int trial = 0; trial < trials; trial++) {
      long[] union = random.longs(100).toArray();
      int half = both + (100 - both) / 2;
      long[] a = Arrays.copyOf(union, half);
      long[] b =
          LongStream.concat(Arrays.stream(union, 0, both), Arrays.stream(union, half, union.length))
              .toArray();
      long[] keysA = minHash.bandKeys(a);
      long[] keysB = minHash.bandKeys(b);
      boolean candidate = false;
      for (int band = 0; band < bands; band++) {
        if (keysA[band] == keysB[band]) {
          perBand[band]++;
          candidate = true;
        }
      }
      candidates += candidate ? 1 : 0;
    }

    double curve = MinHash.candidateProbability(jaccard, bands, rows);
    assertThat((double) candidates / trials).isCloseTo(curve, within(error(curve, trials)));
    double agrees = Math.pow(jaccard, rows);
    for (int hits : perBand) {
      assertThat((double) hits / trials).isCloseTo(agrees, within(error(agrees, trials)));
    }
  }

  /** Four standard deviations of a share of so many trials. */
  private static double error(double probability, int trials) {
    return 4 * Math.sqrt(probability * (1 - probability) / trials);
  }

  @Test
  void rowsEstimateTheSimilarity() {
    MinHash minHash = MinHash.of(1 << 12, 1, 5);
    long[] union = new SplittableRandom(5).longs(3000).toArray();
    int[] a = minHash.signature(Arrays.copyOfRange(union, 0, 2500));
    int[] b = minHash.signature(Arrays.copyOfRange(union, 500, 3000));
    int agree = 0;
    for (int i = 0; i < a.length; i++) {
      agree += a[i] == b[i] ? 1 : 0;
    }

    assertThat((double) agree / a.length).isCloseTo(2000.0 / 3000, within(4 * 0.0074));
  }

  /** The rounded values of a table of published settings; the first five are FineWeb's. */
  @ParameterizedTest
  @CsvSource({
    "0.7, 14, 8, 0.565",
    "0.75, 14, 8, 0.772",
    "0.8, 14, 8, 0.924",
    "0.85, 14, 8, 0.988",
    "0.9, 14, 8, 1.000",
    "0.8, 20, 13, 0.677",
    "0.8, 14, 9, 0.867",
    "0.9, 9, 13, 0.929",
    "0, 14, 8, 0",
    "1, 14, 8, 1",
    "0.5, 1, 1, 0.5",
  })
  void curveHasThePublishedValues(double jaccard, int bands, int rows, double expected) {
    assertThat(MinHash.candidateProbability(jaccard, bands, rows))
        .isCloseTo(expected, within(0.0005));
  }

  @Test
  void curveKeepsTheDigitsOfSmallProbabilities() {
    assertThat(MinHash.candidateProbability(0.001, 14, 8)).isEqualTo(14e-24, within(1e-36));
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "14, 0", "-1, 8", "256, 257", "65536, 65536"})
  void rejectsBadShapes(int bands, int rows) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinHash.of(bands, rows, 1))
        .withMessageEndingWith("were " + bands + " and " + rows);
  }

  @Test
  void takesTheLargestShape() {
    assertThat(MinHash.of(256, 256, 1).bandKeys(FOX)).hasSize(256);
  }

  @Test
  void rejectsBadArgumentsOfTheCurve() {
    assertThatIllegalArgumentException().isThrownBy(() -> MinHash.candidateProbability(1.1, 14, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinHash.candidateProbability(Double.NaN, 14, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> MinHash.candidateProbability(0.5, 0, 8));
  }
}
