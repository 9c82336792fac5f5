// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The first 128 bits of a SHA-256 digest.
 *
 * <p>Source: FIPS 180-4; truncation as in NIST SP 800-107, section 5.1. Among 10^12 documents two
 * different ones share a digest with probability 10^-15.
 *
 * <p>Ordered as an unsigned number, which is also the order of {@link #toString}.
 *
 * @param hi the first 8 bytes, big-endian
 * @param lo the next 8 bytes, big-endian
 */
public record Digest128(long hi, long lo) implements Comparable<Digest128>, Serializable {
  private static final int HEX_DIGITS = 32;

  /** The digest of these bytes. */
  public static Digest128 of(byte[] bytes) {
    MessageDigest sha256 = sha256();
    sha256.update(bytes);
    return finish(sha256);
  }

  /**
   * Reads what {@link #toString} writes, in either case.
   *
   * @throws IllegalArgumentException if the text is not 32 hexadecimal digits
   */
  public static Digest128 parse(String hex) {
    if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException(
          "digest must be 32 hexadecimal digits, was \"" + hex + "\"");
    }
    return new Digest128(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Ends the computation and keeps the first half. */
  static Digest128 finish(MessageDigest sha256) {
    ByteBuffer bytes = ByteBuffer.wrap(sha256.digest());
    return new Digest128(bytes.getLong(), bytes.getLong());
  }

  @Override
  public int compareTo(Digest128 other) {
    int byHi = Long.compareUnsigned(hi, other.hi);
    return byHi != 0 ? byHi : Long.compareUnsigned(lo, other.lo);
  }

  /** 32 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(hi) + HexFormat.of().toHexDigits(lo);
  }
}
