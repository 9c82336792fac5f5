// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The centroids of a spherical k-means: k directions, each as fixed-point numbers of length {@value
 * #UNIT}, so that a nearest centroid is found with integers alone.
 *
 * <p>Source: Dhillon and Modha, Concept decompositions for large sparse text data using clustering
 * (Machine Learning 42, 2001); fixed point is ours.
 *
 * <p>Immutable and thread-safe. Memory: two bytes a component. Cost of {@link #nearest}: k * d
 * multiplications.
 */
public final class Centroids implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The length of every centroid; components fit a short. */
  static final int UNIT = 1 << 14;

  private static final int HEADER_BYTES = 8;
  private static final long MAX_SQUARES = 4L * UNIT * UNIT; // rounding may lengthen a little

  private final int count;
  private final int dimensions;
  private final short[] components; // centroid by centroid

  Centroids(int count, int dimensions, short[] components) {
    this.count = count;
    this.dimensions = dimensions;
    this.components = components;
  }

  /**
   * A vector that may become a first centroid.
   *
   * @param idHigh upper half of the document's id
   * @param idLow lower half
   */
  public record Candidate(long idHigh, long idLow, QuantisedVector vector) implements Serializable {
    /** The seeded hash of the id; candidates with the smallest, as unsigned, are chosen. */
    public long rank(long seed) {
      return mix(mix(mix(seed + 0x9e3779b97f4a7c15L) ^ idHigh) ^ idLow);
    }

    /** The finalizer of MurmurHash3, 64 bits. */
    private static long mix(long value) {
      long h = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
      h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return h ^ (h >>> 33);
    }

    /** The order of choice under a seed: by rank, then by id; ids must be unique. */
    public static Comparator<Candidate> order(long seed) {
      return (a, b) -> {
        int byRank = Long.compareUnsigned(a.rank(seed), b.rank(seed));
        int byHigh = Long.compareUnsigned(a.idHigh, b.idHigh);
        return byRank != 0 ? byRank : byHigh != 0 ? byHigh : Long.compareUnsigned(a.idLow, b.idLow);
      };
    }
  }

  /**
   * First centroids: the k candidates that come first in {@link Candidate#order}, in that order.
   * The order in which candidates are given does not matter, and the k first of each part hold the
   * k first of all.
   *
   * @param k wanted, at least 1; fewer candidates give fewer centroids
   * @throws IllegalArgumentException if k is under 1, no candidate has a length, or dimensions
   *     differ
   */
  public static Centroids seed(int k, List<Candidate> candidates, long seed) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, was " + k);
    }
    List<Candidate> chosen = new ArrayList<>(candidates);
    chosen.removeIf(candidate -> candidate.vector().squares() == 0);
    chosen.sort(Candidate.order(seed));
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("needs a candidate with a length");
    }
    int count = Math.min(k, chosen.size());
    int dimensions = chosen.get(0).vector().dimensions();
    short[] components = new short[Math.multiplyExact(count, dimensions)];
    for (int c = 0; c < count; c++) {
      QuantisedVector vector = chosen.get(c).vector();
      requireDimensions(dimensions, vector.dimensions());
      double factor = UNIT / Math.sqrt(vector.squares());
      for (int i = 0; i < dimensions; i++) {
        components[c * dimensions + i] = (short) Math.rint(vector.value(i) * factor);
      }
    }
    return new Centroids(count, dimensions, components);
  }

  static void requireDimensions(int expected, int dimensions) {
    if (dimensions != expected) {
      throw new IllegalArgumentException("dimensions must be " + expected + ", were " + dimensions);
    }
  }

  /** The number of centroids. */
  public int count() {
    return count;
  }

  /** The number of components of each. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * The index of the centroid with the largest dot product; of several the smallest index.
   *
   * @throws IllegalArgumentException if the vector has other dimensions
   */
  public int nearest(QuantisedVector vector) {
    requireDimensions(dimensions, vector.dimensions());
    int nearest = 0;
    int largest = Integer.MIN_VALUE;
    for (int c = 0; c < count; c++) {
      int dot = dot(c, vector.values());
      if (dot > largest) {
        largest = dot;
        nearest = c;
      }
    }
    return nearest;
  }

  /** The cosine between a centroid and a vector, about -1 to 1; 0 if the vector has no length. */
  public double cosine(int centroid, QuantisedVector vector) {
    requireDimensions(dimensions, vector.dimensions());
    return vector.squares() == 0
        ? 0
        : dot(centroid, vector.values()) / (UNIT * Math.sqrt(vector.squares()));
  }

  /** Fits an int: at most 2 * UNIT times the length of 65,536 bytes of 128, which is 2^30. */
  private int dot(int centroid, byte[] values) {
    int sum = 0;
    int from = centroid * dimensions;
    for (int i = 0; i < values.length; i++) {
      sum += components[from + i] * values[i];
    }
    return sum;
  }

  /** A component, -16384 to 16384. */
  int component(int centroid, int i) {
    return components[centroid * dimensions + i];
  }

  /** Little-endian: count and dimensions as int32, then the components as int16. */
  public byte[] encode() {
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + Short.BYTES * components.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(count).putInt(dimensions);
    out.asShortBuffer().put(components);
    return out.array();
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes are not those of centroids
   */
  public static Centroids decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = bytes.length < HEADER_BYTES ? 0 : in.getInt();
    int dimensions = count < 1 ? 0 : in.getInt();
    if (count < 1 || dimensions < 1 || in.remaining() != 2L * count * dimensions) {
      throw new IllegalArgumentException("no centroids: " + bytes.length + " bytes");
    }
    short[] components = new short[count * dimensions];
    in.asShortBuffer().get(components);
    for (int from = 0; from < components.length; from += dimensions) {
      long squares = 0;
      for (int i = from; i < from + dimensions; i++) {
        squares += components[i] * components[i];
      }
      if (squares > MAX_SQUARES) {
        throw new IllegalArgumentException("no centroids: longer than " + 2 * UNIT);
      }
    }
    return new Centroids(count, dimensions, components);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Centroids centroids
        && count == centroids.count
        && dimensions == centroids.dimensions
        && Arrays.equals(components, centroids.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }
}
