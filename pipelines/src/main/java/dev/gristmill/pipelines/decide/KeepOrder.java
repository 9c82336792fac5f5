// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.split.SplitDocument;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A keep policy as bytes: unsigned byte order is keep order, so the sort itself picks the survivor.
 *
 * <p>{@code newest}: later crawl date first, unknown dates last. {@code longest}: more UTF-8 bytes
 * first. {@code source}: the recipe's earlier input first. {@code id}: smaller id first; it is
 * total, and always follows as the last tie-break.
 */
final class KeepOrder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> policy;
  private final TreeMap<String, Integer> sourceRanks;

  KeepOrder(List<String> policy, Map<String, Integer> sourceRanks) {
    this.policy = List.copyOf(policy);
    this.sourceRanks = new TreeMap<>(sourceRanks);
  }

  int bytes() {
    return policy.stream().mapToInt(KeepOrder::width).sum();
  }

  private static int width(String criterion) {
    return switch (criterion) {
      case "newest", "longest" -> 8;
      case "source" -> 4;
      case "id" -> 16;
      default -> throw new IllegalArgumentException("unknown keep criterion " + criterion);
    };
  }

  void put(SplitDocument document, String source, ByteBuffer record) {
    long[] bytes = document.textBytes();
    for (String criterion : policy) {
      switch (criterion) {
        case "newest" -> record.putLong(descending(document.date()));
        case "longest" -> record.putLong(descending(bytes[bytes.length - 1]));
        case "source" -> record.putInt(sourceRanks.getOrDefault(source, Integer.MAX_VALUE));
        case "id" -> record.putLong(document.id().hi()).putLong(document.id().lo());
        default -> throw new IllegalArgumentException("unknown keep criterion " + criterion);
      }
    }
  }

  /** Larger signed numbers give smaller unsigned ones. */
  private static long descending(long number) {
    return ~(number ^ Long.MIN_VALUE);
  }
}
