// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads bytes as little-endian words and hashes them: eight bytes a step, same result everywhere.
 */
final class ByteHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // Odd constants with well spread bits: the golden ratio's (Knuth, TAOCP 3, 6.4) and
  // MurmurHash3's.
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MURMUR = 0xC2B2AE3D27D4EB4FL;

  /** A 32-bit hash of {@code text[from..to)}. */
  static int of(byte[] text, int from, int to) {
    long hash = (to - from) * MURMUR;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      hash = step(hash, (long) LONGS.get(text, at));
    }
    if (at < to) {
      hash = step(hash, tail(text, at, to));
    }
    return (int) (hash ^ hash >>> 32);
  }

  /** A 32-bit hash of two words. */
  static int of(long low, long high) {
    return (int) (step(step(MURMUR, low), high) >>> 32);
  }

  /** The {@code to - from} bytes at from as a little-endian word, 1 to 8 of them, zeros above. */
  static long tail(byte[] text, int from, int to) {
    int count = to - from;
    if (from + Long.BYTES <= text.length) {
      return (long) LONGS.get(text, from) & (-1L >>> (Long.SIZE - Byte.SIZE * count));
    }
    long word = 0;
    for (int at = to - 1; at >= from; at--) {
      word = word << Byte.SIZE | (text[at] & 0xFF);
    }
    return word;
  }

  private static long step(long hash, long word) {
    long mixed = (hash ^ word) * GOLDEN;
    return mixed ^ mixed >>> 29;
  }

  private ByteHash() {}
}
