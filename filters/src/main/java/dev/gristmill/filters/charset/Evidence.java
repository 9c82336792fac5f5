// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.util.Arrays;

/**
 * The non-ASCII stretches of a page, each with the ASCII byte before and the two after it, and how
 * often each pair of neighbouring bytes occurs in them. ASCII tells charsets apart only there.
 *
 * <p>Shape: stretches in reading order, apart by line feeds, {@value #MAX_BYTES} bytes at most, so
 * that everything after this pass is bounded. Cost: one pass over the page. Immutable.
 */
public final class Evidence {
  /** Detection gets no better with more than this. */
  static final int MAX_BYTES = 64 << 10;

  private static final int AFTER = 2;

  private final byte[] sample;
  private final int nonAscii;
  private final int[] pairs;
  private final int[] counts;

  private Evidence(byte[] sample, int nonAscii) {
    this.sample = sample;
    this.nonAscii = nonAscii;
    int[] seen = new int[1 << 16];
    int distinct = 0;
    for (int i = 1; i < sample.length; i++) {
      int pair = (sample[i - 1] & 0xFF) << 8 | (sample[i] & 0xFF);
      if ((pair & 0x8080) != 0 && seen[pair]++ == 0) {
        distinct++;
      }
    }
    pairs = new int[distinct];
    counts = new int[distinct];
    int n = 0;
    for (int pair = 0; pair < seen.length; pair++) {
      if (seen[pair] > 0) {
        pairs[n] = pair;
        counts[n++] = seen[pair];
      }
    }
  }

  /** The evidence in {@code body[from, to)}. */
  public static Evidence of(byte[] body, int from, int to) {
    byte[] sample = new byte[Math.min(MAX_BYTES, 2 * (to - from) + 8)];
    int length = 0;
    int nonAscii = 0;
    int after = 0;
    for (int i = from; i < to && length + 4 < sample.length; i++) {
      if (body[i] >= 0) {
        if (after > 0) {
          after--;
          sample[length++] = body[i];
        }
        continue;
      }
      if (after == 0) {
        sample[length++] = '\n';
        if (i > from && body[i - 1] >= 0) {
          sample[length++] = body[i - 1];
        }
      }
      sample[length++] = body[i];
      nonAscii++;
      after = AFTER;
    }
    if (length > 0) {
      sample[length++] = '\n';
    }
    return new Evidence(Arrays.copyOf(sample, length), nonAscii);
  }

  /** The bytes above 0x7F in the sample. */
  public int nonAscii() {
    return nonAscii;
  }

  int length() {
    return sample.length;
  }

  int at(int i) {
    return sample[i] & 0xFF;
  }

  /** The number of different neighbouring pairs with a non-ASCII byte. */
  int distinctPairs() {
    return pairs.length;
  }

  /** The i-th pair, {@code first << 8 | second}, ascending. */
  int pair(int i) {
    return pairs[i];
  }

  /** How often the i-th pair occurs. */
  int count(int i) {
    return counts[i];
  }
}
