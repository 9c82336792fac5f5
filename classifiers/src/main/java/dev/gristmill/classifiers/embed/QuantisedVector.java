// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A vector as one signed byte for each dimension and one scale: component i is about scale *
 * value(i).
 *
 * <p>The scale is the largest absolute component over 127, so a component is off by half a scale at
 * most. With r = sqrt(d) * scale / 2 / |v| the direction is off by at most asin(r), and a cosine by
 * at most the sum of both vectors' asin(r).
 *
 * <p>Dot products are integers, so cosines are the same bits on any machine. Immutable.
 */
public final class QuantisedVector implements Serializable {
  private static final long serialVersionUID = 1L;

  /** So that a dot product of two vectors fits an int. */
  static final int MAX_DIMENSIONS = 1 << 16;

  private final float scale;
  private final byte[] values;
  private final int squares;

  private QuantisedVector(float scale, byte[] values) {
    this.scale = scale;
    this.values = values;
    this.squares = dot(values, values);
  }

  /**
   * Quantises a vector; ties round to even.
   *
   * @throws IllegalArgumentException if it has no component, over 65,536, or one that is not finite
   */
  public static QuantisedVector of(float[] vector) {
    requireDimensions(vector.length);
    float largest = 0;
    for (float component : vector) {
      if (!Float.isFinite(component)) {
        throw new IllegalArgumentException("component must be finite, was " + component);
      }
      largest = Math.max(largest, Math.abs(component));
    }
    byte[] values = new byte[vector.length];
    double step = largest / 127.0;
    for (int i = 0; i < vector.length; i++) {
      values[i] = step == 0 ? 0 : (byte) Math.rint(vector[i] / step);
    }
    return new QuantisedVector((float) step, values);
  }

  /**
   * The vector of stored bytes, the inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if there are not 5 to 65,540 bytes, or the scale is negative
   *     or not finite
   */
  public static QuantisedVector decode(byte[] bytes) {
    requireDimensions(bytes.length - Float.BYTES);
    float scale = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    if (!(scale >= 0 && Float.isFinite(scale))) {
      throw new IllegalArgumentException("scale must be finite and at least 0, was " + scale);
    }
    return new QuantisedVector(scale, Arrays.copyOfRange(bytes, Float.BYTES, bytes.length));
  }

  private static void requireDimensions(int dimensions) {
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions must be in [1, " + MAX_DIMENSIONS + "], was " + dimensions);
    }
  }

  /** The scale as little-endian float32, then a byte for each dimension. */
  public byte[] encode() {
    return ByteBuffer.allocate(Float.BYTES + values.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(scale)
        .put(values)
        .array();
  }

  /** The number of components. */
  public int dimensions() {
    return values.length;
  }

  /** What one step of a value is worth. */
  public float scale() {
    return scale;
  }

  /** A component over {@link #scale}, -127 to 127. */
  public int value(int i) {
    return values[i];
  }

  /** All values; not to be changed. */
  byte[] values() {
    return values;
  }

  /** The sum of the squares of all values. */
  public int squares() {
    return squares;
  }

  /**
   * The cosine of the angle to another vector, -1 to 1; 0 if one of them has no length.
   *
   * @throws IllegalArgumentException if it has other dimensions
   */
  public double cosine(QuantisedVector other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "dimensions must be " + values.length + ", were " + other.values.length);
    }
    if (squares == 0 || other.squares == 0) {
      return 0;
    }
    double cosine = dot(values, other.values) / Math.sqrt((double) squares * other.squares);
    return Math.max(-1, Math.min(1, cosine));
  }

  private static int dot(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantisedVector vector
        && Float.compare(scale, vector.scale) == 0
        && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return 31 * Float.hashCode(scale) + Arrays.hashCode(values);
  }
}
