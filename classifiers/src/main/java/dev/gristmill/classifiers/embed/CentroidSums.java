// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The sums of one round of k-means: for each centroid how many vectors are nearest to it and what
 * they add up to, each vector scaled to length {@value Centroids#UNIT} and rounded.
 *
 * <p>Sums are integers, so neither the order of {@link #add} nor that of {@link #merge} shows in
 * the result. Exact up to 2^48 vectors.
 *
 * <p>Mutable, not thread-safe. Memory: 8 bytes a component.
 */
public final class CentroidSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int HEADER_BYTES = 8;

  private final int count;
  private final int dimensions;
  private final long[] members;
  private final long[] sums; // centroid by centroid

  private CentroidSums(int count, int dimensions) {
    this.count = count;
    this.dimensions = dimensions;
    this.members = new long[count];
    this.sums = new long[Math.multiplyExact(count, dimensions)];
  }

  /** Sums of no vector, for centroids of this shape. */
  public static CentroidSums of(Centroids centroids) {
    return new CentroidSums(centroids.count(), centroids.dimensions());
  }

  /**
   * Adds a vector to the sums of its centroid.
   *
   * @param centroid what {@link Centroids#nearest} says
   * @throws IllegalArgumentException if the vector has other dimensions
   * @throws IndexOutOfBoundsException if there is no such centroid
   */
  public void add(int centroid, QuantisedVector vector) {
    Centroids.requireDimensions(dimensions, vector.dimensions());
    members[centroid]++;
    if (vector.squares() == 0) {
      return;
    }
    double factor = Centroids.UNIT / Math.sqrt(vector.squares());
    int from = centroid * dimensions;
    for (int i = 0; i < dimensions; i++) {
      sums[from + i] += (long) Math.rint(vector.value(i) * factor);
    }
  }

  /** The vectors added to a centroid. */
  public long members(int centroid) {
    return members[centroid];
  }

  /**
   * Adds all of the other's sums to these.
   *
   * @return these
   * @throws IllegalArgumentException if the shapes differ
   */
  public CentroidSums merge(CentroidSums other) {
    if (other.count != count || other.dimensions != dimensions) {
      throw new IllegalArgumentException(
          "shape must be "
              + count
              + " x "
              + dimensions
              + ", was "
              + other.count
              + " x "
              + other.dimensions);
    }
    for (int c = 0; c < count; c++) {
      members[c] += other.members[c];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
    return this;
  }

  /**
   * The centroids of the next round: the direction of each sum. A centroid without vectors, or
   * whose vectors cancel out, stays as it was.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Centroids next(Centroids previous) {
    if (previous.count() != count || previous.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          "shape must be "
              + count
              + " x "
              + dimensions
              + ", was "
              + previous.count()
              + " x "
              + previous.dimensions());
    }
    short[] components = new short[sums.length];
    for (int c = 0; c < count; c++) {
      int from = c * dimensions;
      double squares = 0;
      for (int i = from; i < from + dimensions; i++) {
        squares += (double) sums[i] * sums[i];
      }
      double factor = squares == 0 ? 0 : Centroids.UNIT / Math.sqrt(squares);
      for (int i = 0; i < dimensions; i++) {
        components[from + i] =
            (short) (squares == 0 ? previous.component(c, i) : Math.rint(sums[from + i] * factor));
      }
    }
    return new Centroids(count, dimensions, components);
  }

  /** Little-endian: count and dimensions as int32, members and sums as int64. */
  public byte[] encode() {
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + Long.BYTES * (members.length + sums.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(count).putInt(dimensions);
    out.asLongBuffer().put(members).put(sums);
    return out.array();
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes are not those of sums
   */
  public static CentroidSums decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = bytes.length < HEADER_BYTES ? 0 : in.getInt();
    int dimensions = count < 1 ? 0 : in.getInt();
    int longs = (bytes.length - HEADER_BYTES) / Long.BYTES;
    if (count < 1
        || dimensions < 1
        || bytes.length % Long.BYTES != 0
        || longs != count + (long) count * dimensions) {
      throw new IllegalArgumentException("no sums of centroids: " + bytes.length + " bytes");
    }
    CentroidSums decoded = new CentroidSums(count, dimensions);
    in.asLongBuffer().get(decoded.members).get(decoded.sums);
    return decoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CentroidSums that
        && count == that.count
        && dimensions == that.dimensions
        && Arrays.equals(members, that.members)
        && Arrays.equals(sums, that.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
