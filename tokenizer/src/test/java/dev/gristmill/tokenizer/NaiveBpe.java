// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Byte-pair encoding of one piece as the definition reads: the oracle. Quadratic. */
final class NaiveBpe {
  private final Ranks ranks;

  NaiveBpe(Ranks ranks) {
    this.ranks = ranks;
  }

  List<Integer> encode(byte[] piece) {
    if (rank(piece) != Ranks.NONE) {
      return List.of(rank(piece));
    }
    List<byte[]> parts = new ArrayList<>();
    for (byte value : piece) {
      parts.add(new byte[] {value});
    }
    while (true) {
      int best = -1;
      for (int at = 0; at + 1 < parts.size(); at++) {
        int rank = rank(join(parts.get(at), parts.get(at + 1)));
        if (rank != Ranks.NONE
            && (best < 0 || rank < rank(join(parts.get(best), parts.get(best + 1))))) {
          best = at;
        }
      }
      if (best < 0) {
        return parts.stream().map(this::rank).toList();
      }
      parts.set(best, join(parts.get(best), parts.remove(best + 1)));
    }
  }

  private int rank(byte[] token) {
    return ranks.rankOf(token, 0, token.length);
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
