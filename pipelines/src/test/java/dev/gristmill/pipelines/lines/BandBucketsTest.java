// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandBucketsTest {

  private static List<Integer> earlier(BandBuckets buckets, int rank) {
    int[] ranks = buckets.scratch();
    int found = buckets.earlier(rank, ranks);
    return Arrays.stream(ranks, 0, found).boxed().toList();
  }

  @Test
  void givesEachEarlierRankOnceWhateverTheBands() {
    long[][] keys = {{7, 1}, {-9, 2}, {7, 2}, {7, 2}, {5, 5}};
    BandBuckets buckets = new BandBuckets(keys, 2);

    assertThat(earlier(buckets, 0)).isEmpty();
    assertThat(earlier(buckets, 1)).isEmpty();
    assertThat(earlier(buckets, 2)).containsExactly(0, 1);
    assertThat(earlier(buckets, 3)).containsExactly(0, 1, 2);
    assertThat(earlier(buckets, 4)).isEmpty();
  }

  @Test
  void passesOverDocumentsWithoutKeys() {
    BandBuckets buckets = new BandBuckets(new long[][] {{3}, {}, {3}}, 1);

    assertThat(earlier(buckets, 1)).isEmpty();
    assertThat(earlier(buckets, 2)).containsExactly(0);
  }

  @Test
  void comparesWithTheFirstThirtyTwoOfABucket() {
    long[][] keys = IntStream.range(0, 40).mapToObj(i -> new long[] {1}).toArray(long[][]::new);
    BandBuckets buckets = new BandBuckets(keys, 1);

    assertThat(earlier(buckets, 31)).hasSize(31);
    assertThat(earlier(buckets, 32)).hasSize(32);
    assertThat(earlier(buckets, 39)).hasSize(32).contains(0, 31).doesNotContain(32);
  }

  @Test
  void holdsOneDocumentAndNone() {
    assertThat(earlier(new BandBuckets(new long[][] {{1}}, 1), 0)).isEmpty();
    assertThat(new BandBuckets(new long[0][], 1).scratch()).hasSize(32);
  }
}
