// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gristmill.classifiers.embed.Centroids.Candidate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CentroidsTest {
  private static final int DIMENSIONS = 32;
  private static final int BLOBS = 4;

  /** Points around four axes, blob of point i is i % 4. */
  private static List<Candidate> blobs(int points) {
    Random random = new Random(11);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      float[] vector = new float[DIMENSIONS];
      for (int j = 0; j < DIMENSIONS; j++) {
        vector[j] = (float) (random.nextGaussian() * 0.05);
      }
      vector[i % BLOBS * 8] += 1;
      candidates.add(new Candidate(random.nextLong(), i, QuantisedVector.of(vector)));
    }
    return candidates;
  }

  private static Centroids axes(int count) {
    List<Candidate> axes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] axis = new float[DIMENSIONS];
      axis[8 * i] = 1;
      axes.add(new Candidate(0, i, QuantisedVector.of(axis)));
    }
    return Centroids.seed(count, axes, 5);
  }

  private static CentroidSums sums(Centroids centroids, List<Candidate> part) {
    CentroidSums sums = CentroidSums.of(centroids);
    for (Candidate point : part) {
      sums.add(centroids.nearest(point.vector()), point.vector());
    }
    return sums;
  }

  @Test
  void convergesOnSeparatedBlobs() {
    List<Candidate> points = blobs(400);
    Centroids centroids = Centroids.seed(12, points, 3);
    Centroids before = null;
    int rounds = 0;
    while (!centroids.equals(before) && rounds < 50) {
      before = centroids;
      centroids = sums(centroids, points).next(centroids);
      rounds++;
    }

    assertThat(rounds).isBetween(2, 49);
    int[] blobOf = new int[centroids.count()];
    Arrays.fill(blobOf, -1);
    for (int i = 0; i < points.size(); i++) {
      int nearest = centroids.nearest(points.get(i).vector());
      if (blobOf[nearest] < 0) {
        blobOf[nearest] = i % BLOBS;
      }
      assertThat(blobOf[nearest]).isEqualTo(i % BLOBS);
      assertThat(centroids.cosine(nearest, points.get(i).vector())).isGreaterThan(0.9);
    }
  }

  @Test
  void sumsAreTheSameInAnyOrderAndAnyParts() {
    List<Candidate> points = blobs(300);
    Centroids centroids = Centroids.seed(7, points, 1);
    CentroidSums whole = sums(centroids, points);
    List<Candidate> shuffled = new ArrayList<>(points);
    Collections.shuffle(shuffled, new Random(2));

    CentroidSums leftFirst =
        sums(centroids, shuffled.subList(0, 10))
            .merge(sums(centroids, shuffled.subList(10, 200)))
            .merge(sums(centroids, shuffled.subList(200, 300)));
    CentroidSums rightFirst =
        sums(centroids, shuffled.subList(200, 300))
            .merge(
                sums(centroids, shuffled.subList(10, 200))
                    .merge(sums(centroids, shuffled.subList(0, 10))));

    assertThat(leftFirst.encode()).isEqualTo(whole.encode());
    assertThat(rightFirst.encode()).isEqualTo(whole.encode());
    assertThat(leftFirst.next(centroids).encode()).isEqualTo(whole.next(centroids).encode());
  }

  @Test
  void breaksTiesToTheLowerIndex() {
    Centroids axes = axes(3);
    float[] between = new float[DIMENSIONS];
    between[0] = between[8] = between[16] = 1;

    assertThat(axes.nearest(QuantisedVector.of(between))).isZero();
    assertThat(axes.nearest(QuantisedVector.of(new float[DIMENSIONS]))).isZero();
  }

  @Test
  void keepsTheCentroidOfAnEmptyCluster() {
    Centroids axes = axes(3);
    float[] tilted = new float[DIMENSIONS];
    tilted[0] = tilted[1] = 1;
    CentroidSums sums = CentroidSums.of(axes);
    sums.add(1, QuantisedVector.of(tilted));

    Centroids next = sums.next(axes);

    assertThat(sums.members(0)).isZero();
    assertThat(sums.members(1)).isEqualTo(1);
    for (int i = 0; i < DIMENSIONS; i++) {
      assertThat(next.component(0, i)).isEqualTo(axes.component(0, i));
      assertThat(next.component(2, i)).isEqualTo(axes.component(2, i));
    }
    assertThat(next.component(1, 0)).isEqualTo(11585); // 2^14 / sqrt(2)
    assertThat(next.cosine(1, QuantisedVector.of(tilted))).isEqualTo(1, within(1e-4));
  }

  @Test
  void keepsTheCentroidOfVectorsThatCancelOut() {
    Centroids axes = axes(1);
    float[] up = new float[DIMENSIONS];
    float[] down = new float[DIMENSIONS];
    up[3] = 1;
    down[3] = -1;
    CentroidSums sums = CentroidSums.of(axes);
    sums.add(0, QuantisedVector.of(up));
    sums.add(0, QuantisedVector.of(down));
    sums.add(0, QuantisedVector.of(new float[DIMENSIONS]));

    assertThat(sums.members(0)).isEqualTo(3);
    assertThat(sums.next(axes)).isEqualTo(axes);
  }

  @Test
  void weighsVectorsOfAnyLengthAlike() {
    Centroids axes = axes(1);
    float[] first = new float[DIMENSIONS];
    float[] second = new float[DIMENSIONS];
    first[0] = 1;
    second[1] = 1000;
    CentroidSums sums = CentroidSums.of(axes);
    sums.add(0, QuantisedVector.of(first));
    sums.add(0, QuantisedVector.of(second));

    assertThat(sums.next(axes).component(0, 0)).isEqualTo(sums.next(axes).component(0, 1));
  }

  @Test
  void choosesTheSameSeedsInAnyOrderAndAnyParts() {
    List<Candidate> points = blobs(200);
    Centroids seeds = Centroids.seed(9, points, 42);
    List<Candidate> firstOfParts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      List<Candidate> own = new ArrayList<>(points.subList(50 * part, 50 * part + 50));
      own.sort(Candidate.order(42));
      firstOfParts.addAll(own.subList(0, 9));
    }
    Collections.shuffle(firstOfParts, new Random(1));

    assertThat(Centroids.seed(9, firstOfParts, 42)).isEqualTo(seeds);
    assertThat(Centroids.seed(9, points, 43)).isNotEqualTo(seeds);
    assertThat(Centroids.seed(500, points, 42).count()).isEqualTo(200);
  }

  @Test
  void passesOverSeedsWithoutLength() {
    Candidate none = new Candidate(1, 1, QuantisedVector.of(new float[DIMENSIONS]));
    List<Candidate> points = new ArrayList<>(blobs(3));
    points.add(none);

    assertThat(Centroids.seed(10, points, 1).count()).isEqualTo(3);
    assertThatThrownBy(() -> Centroids.seed(1, List.of(none), 1))
        .hasMessage("needs a candidate with a length");
    assertThatThrownBy(() -> Centroids.seed(0, points, 1))
        .hasMessage("k must be at least 1, was 0");
  }

  @Test
  void givesBackItsBytes() {
    List<Candidate> points = blobs(50);
    Centroids centroids = Centroids.seed(5, points, 1);
    CentroidSums sums = sums(centroids, points);

    assertThat(Centroids.decode(centroids.encode())).isEqualTo(centroids);
    assertThat(CentroidSums.decode(sums.encode())).isEqualTo(sums);
  }

  @Test
  void refusesBytesOfAnotherShape() {
    byte[] centroids = axes(2).encode();
    byte[] sums = CentroidSums.of(axes(2)).encode();
    for (int count : new int[] {0, 1, 3, -1, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(centroids).order(ByteOrder.LITTLE_ENDIAN).putInt(0, count);
      ByteBuffer.wrap(sums).order(ByteOrder.LITTLE_ENDIAN).putInt(0, count);
      assertThatThrownBy(() -> Centroids.decode(centroids))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CentroidSums.decode(sums))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Centroids.decode(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CentroidSums.decode(new byte[17]))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] longCentroid = axes(1).encode();
    Arrays.fill(longCentroid, 8, longCentroid.length, (byte) 0x7f);
    assertThatThrownBy(() -> Centroids.decode(longCentroid))
        .hasMessage("no centroids: longer than 32768");
  }

  @Test
  void refusesOtherDimensions() {
    QuantisedVector small = QuantisedVector.of(new float[] {1, 2});
    Centroids axes = axes(2);

    assertThatThrownBy(() -> axes.nearest(small)).hasMessage("dimensions must be 32, were 2");
    assertThatThrownBy(() -> CentroidSums.of(axes).add(0, small))
        .hasMessage("dimensions must be 32, were 2");
    assertThatThrownBy(() -> CentroidSums.of(axes).merge(CentroidSums.of(axes(3))))
        .hasMessage("shape must be 2 x 32, was 3 x 32");
    assertThatThrownBy(() -> CentroidSums.of(axes).next(axes(3)))
        .hasMessage("shape must be 2 x 32, was 3 x 32");
  }
}
