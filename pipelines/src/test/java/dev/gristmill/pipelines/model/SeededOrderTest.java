// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dedup.Digest128;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeededOrderTest {

  @Test
  void placesIdsEvenlyWhateverTheirPattern() {
    for (long step : new long[] {1, 1L << 32, 0x9E3779B97F4A7C15L}) {
      int[] counts = new int[64];
      for (int i = 0; i < 64_000; i++) {
        counts[SeededOrder.shard(SeededOrder.place(7, new Digest128(i * step, 0)), 64)]++;
      }

      // 1000 expected in each; five standard deviations are 158.
      assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(840);
      assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(1160);
    }
  }

  @Test
  void followsFromTheSeedAndBothHalvesOfTheId() {
    long place = SeededOrder.place(1, new Digest128(2, 3));

    assertThat(SeededOrder.place(1, new Digest128(2, 3))).isEqualTo(place);
    assertThat(SeededOrder.place(2, new Digest128(2, 3))).isNotEqualTo(place);
    assertThat(SeededOrder.place(1, new Digest128(3, 3))).isNotEqualTo(place);
    assertThat(SeededOrder.place(1, new Digest128(2, 4))).isNotEqualTo(place);
  }

  @Test
  void keepsItsPlacesFromVersionToVersion() {
    // Computed from the published finalizer in Python; a change here changes every run's bytes.
    assertThat(Long.toHexString(SeededOrder.place(0, new Digest128(0, 0))))
        .isEqualTo("48218226ff3cd4bf");
    assertThat(Long.toHexString(SeededOrder.place(20240415, new Digest128(-1, 42))))
        .isEqualTo("da218fac74a12012");
  }

  @Test
  void cutsShardsAsEqualRangesOfPlacesInOrder() {
    SplittableRandom random = new SplittableRandom(3);
    BigInteger whole = BigInteger.ONE.shiftLeft(64);
    for (int i = 0; i < 100_000; i++) {
      long place = random.nextLong();
      int shards = 1 + random.nextInt(5000);

      BigInteger exact =
          new BigInteger(Long.toUnsignedString(place))
              .multiply(BigInteger.valueOf(shards))
              .divide(whole);

      assertThat(SeededOrder.shard(place, shards)).isEqualTo(exact.intValueExact());
    }
  }

  @Test
  void givesTheFirstAndTheLastPlaceToTheFirstAndTheLastShard() {
    for (int shards : new int[] {1, 2, 3, 1000, Integer.MAX_VALUE}) {
      assertThat(SeededOrder.shard(0, shards)).isZero();
      assertThat(SeededOrder.shard(-1, shards)).isEqualTo(shards - 1);
    }
    assertThat(SeededOrder.shard(Long.MAX_VALUE, 2)).isZero();
    assertThat(SeededOrder.shard(Long.MIN_VALUE, 2)).isEqualTo(1);
  }

  @Test
  void choosesAboutTheShareAskedForAndMoreOfTheSameAtALargerOne() {
    int few = 0;
    for (long i = 0; i < 20_000; i++) {
      Digest128 id = new Digest128(i * 0x9E3779B97F4A7C15L, ~i);
      boolean inFew = SeededOrder.chosen(7, SeededOrder.SAMPLE, id, 0.1);
      few += inFew ? 1 : 0;
      assertThat(!inFew || SeededOrder.chosen(7, SeededOrder.SAMPLE, id, 0.11)).isTrue();
      assertThat(SeededOrder.chosen(7, SeededOrder.SAMPLE, id, 1)).isTrue();
      assertThat(SeededOrder.chosen(7, SeededOrder.SAMPLE, id, 0)).isFalse();
    }
    assertThat(few).isBetween(1850, 2150);
  }

  @Test
  void usesADocumentTheWholePartForSureAndOnceMoreByChance() {
    int uses = 0;
    for (long i = 0; i < 10_000; i++) {
      Digest128 id = new Digest128(i * 0x9E3779B97F4A7C15L, i);
      int at = SeededOrder.uses(2.25, 7, id);
      assertThat(at).isBetween(2, 3);
      assertThat(SeededOrder.uses(2.5, 7, id)).isGreaterThanOrEqualTo(at);
      assertThat(SeededOrder.uses(3, 7, id)).isEqualTo(3);
      uses += at;
    }
    assertThat(uses).isBetween(22_300, 22_700);
  }

  @Test
  void placesTheCopiesOfADocumentApart() {
    Digest128 id = new Digest128(1, 2);

    assertThat(SeededOrder.place(7, id, 0)).isEqualTo(SeededOrder.place(7, id));
    assertThat(SeededOrder.place(7, id, 1)).isNotEqualTo(SeededOrder.place(7, id, 0));
    assertThat(SeededOrder.place(7, id, 2)).isNotEqualTo(SeededOrder.place(7, id, 1));
  }
}
