// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * Arithmetic modulo the Mersenne prime 2^61 - 1 for polynomial hashes of text, whose parts can be
 * cut out and compared in constant time.
 *
 * <p>Source: Rabin-Karp fingerprints (Karp and Rabin 1987), in a prime field so that no short
 * string is a zero divisor. Equal hashes are always verified by their users.
 */
final class Polynomial {
  static final long MODULUS = (1L << 61) - 1;

  /** An arbitrary residue of high order: 2^64 over the golden ratio, reduced. */
  static final long BASE = 0x1e3779b97f4a7c15L;

  static final long INVERSE_BASE = power(BASE, MODULUS - 2);

  private static final int TABLE_SIZE = 64;
  private static final long[] POWERS = powers(BASE);
  private static final long[] INVERSE_POWERS = powers(INVERSE_BASE);

  private Polynomial() {}

  static long multiply(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    return reduce((low & MODULUS) + ((low >>> 61) | (high << 3)));
  }

  static long add(long a, long b) {
    return reduce(a + b);
  }

  static long subtract(long a, long b) {
    return a >= b ? a - b : a - b + MODULUS;
  }

  private static long reduce(long sum) {
    long folded = (sum & MODULUS) + (sum >>> 61);
    return folded >= MODULUS ? folded - MODULUS : folded;
  }

  /** BASE to the n-th power, n at least 0. */
  static long basePower(int n) {
    return n < TABLE_SIZE ? POWERS[n] : power(BASE, n);
  }

  /** INVERSE_BASE to the n-th power, n at least 0. */
  static long inversePower(int n) {
    return n < TABLE_SIZE ? INVERSE_POWERS[n] : power(INVERSE_BASE, n);
  }

  /** The sum of (chars[i] + 1) * BASE^(i - from) over [from, to). */
  static long hash(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = to - 1; i >= from; i--) {
      hash = reduce(multiply(hash, BASE) + chars[i] + 1);
    }
    return hash;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  private static long[] powers(long base) {
    long[] powers = new long[TABLE_SIZE];
    powers[0] = 1;
    for (int i = 1; i < TABLE_SIZE; i++) {
      powers[i] = multiply(powers[i - 1], base);
    }
    return powers;
  }
}
