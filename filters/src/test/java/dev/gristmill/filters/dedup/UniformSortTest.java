// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformSortTest {
  private final UniformSort sort = new UniformSort();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128, 1000, 4097, 100_000})
  void sortsHashes(int length) {
    check(length, hash -> hash);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1000, 100_000})
  void sortsWhatCrowdsOneBucket(int length) {
    check(length, hash -> hash & 0xff);
    check(length, hash -> hash >> 60);
    check(length, hash -> (hash & 1) == 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    check(length, hash -> 7);
  }

  @Test
  @Timeout(20)
  void aCrowdedBucketIsNotQuadratic() {
    check(2_000_000, hash -> hash >>> 22);
  }

  @Test
  void leavesWhatComesAfter() {
    long[] hashes = new long[101];
    hashes[99] = -1;
    hashes[100] = Long.MIN_VALUE;

    sort.sort(hashes, 100);

    assertThat(hashes[0]).isEqualTo(-1);
    assertThat(hashes[100]).isEqualTo(Long.MIN_VALUE);
  }

  private void check(int length, LongUnaryOperator change) {
    long[] hashes = new SplittableRandom(length).longs(length).map(change).toArray();
    long[] expected = hashes.clone();
    Arrays.sort(expected);

    sort.sort(hashes, length);

    assertThat(Arrays.equals(hashes, expected)).isTrue();
  }
}
