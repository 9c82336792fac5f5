// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Sets of hashes as bytes: 8 little-endian bytes each, ascending, nothing else.
 *
 * <p>Differences between neighbours would not be shorter: among 1,000 hashes of 64 bits they take
 * 54 bits, which are 8 bytes of a varint. The number of hashes follows from the number of bytes.
 */
public final class ShingleCodec {
  private ShingleCodec() {}

  /** 8 bytes an element, in the order given. */
  public static byte[] encode(long[] shingles) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(shingles.length, Long.BYTES));
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(shingles);
    return bytes.array();
  }

  /**
   * What {@link #encode} was given.
   *
   * @throws IllegalArgumentException if the bytes are no multiple of 8, or the hashes not strictly
   *     ascending, which {@link Jaccard} relies on
   */
  public static long[] decode(byte[] bytes) {
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException(
          "shingles must be a multiple of 8 bytes, were " + bytes.length);
    }
    long[] shingles = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(shingles);
    for (int i = 1; i < shingles.length; i++) {
      if (shingles[i - 1] >= shingles[i]) {
        throw new IllegalArgumentException("shingles must ascend, element " + i + " does not");
      }
    }
    return shingles;
  }
}
