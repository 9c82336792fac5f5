// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.split.SignalPlan;
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
 * first. {@code quality}: higher score first, documents without one last. {@code source}: the
 * recipe's earlier input first. {@code id}: smaller id first; it is total, and always follows as
 * the last tie-break.
 */
public final class KeepOrder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> policy;
  private final TreeMap<String, Integer> sourceRanks;

  private final int qualityColumn;

  KeepOrder(List<String> policy, Map<String, Integer> sourceRanks, int qualityColumn) {
    this.policy = List.copyOf(policy);
    this.sourceRanks = new TreeMap<>(sourceRanks);
    this.qualityColumn = qualityColumn;
  }

  /** The order of a stage's keep policy. */
  public static KeepOrder of(Recipe recipe, Stages.Deduplicating stage) {
    return new KeepOrder(
        stage.keep(), recipe.sourceRanks(), SignalPlan.of(recipe).latest(SignalPlan.QUALITY));
  }

  /** Bytes of the order. */
  public int bytes() {
    return policy.stream().mapToInt(KeepOrder::width).sum();
  }

  private static int width(String criterion) {
    return switch (criterion) {
      case "newest", "longest", "quality" -> 8;
      case "source" -> 4;
      case "id" -> 16;
      default -> throw new IllegalArgumentException("unknown keep criterion " + criterion);
    };
  }

  /** Writes a document's place in the order. */
  public void put(SplitDocument document, ByteBuffer record) {
    long[] bytes = document.textBytes();
    for (String criterion : policy) {
      switch (criterion) {
        case "newest" -> record.putLong(descending(document.date()));
        case "longest" -> record.putLong(descending(bytes[bytes.length - 1]));
        case "quality" -> record.putLong(descending(quality(document)));
        case "source" ->
            record.putInt(sourceRanks.getOrDefault(document.source(), Integer.MAX_VALUE));
        case "id" -> record.putLong(document.id().hi()).putLong(document.id().lo());
        default -> throw new IllegalArgumentException("unknown keep criterion " + criterion);
      }
    }
  }

  /** The score as an integer that orders as it does; scores are in 0 to 1. */
  private long quality(SplitDocument document) {
    double score = document.signals()[qualityColumn];
    return Double.isNaN(score) ? -1 : Double.doubleToLongBits(score);
  }

  /** Larger signed numbers give smaller unsigned ones. */
  private static long descending(long number) {
    return ~(number ^ Long.MIN_VALUE);
  }
}
