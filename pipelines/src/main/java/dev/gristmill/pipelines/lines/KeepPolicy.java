// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.NearestName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of equal documents stays, as bytes: unsigned byte order is keep order, so a sort picks the
 * survivor. The place in the input decides last, so that the order is total.
 *
 * <p>{@code newest}: later {@code date} first, unknown dates last. {@code longest}: more UTF-8
 * bytes first. {@code quality}: higher {@code quality} first, documents without one last. {@code
 * source}: the source that the input names first (the first {@link #MAX_SOURCES} are told apart).
 * {@code id}: smaller UTF-8 bytes first, of which {@link #ID_BYTES} are compared.
 *
 * <p>The same criteria order the documents of a run ({@code verdict.KeepOrder}); a test holds the
 * two together.
 *
 * <p>Not thread-safe: it remembers the sources it has seen.
 */
public final class KeepPolicy {

  /** The criteria there are. */
  public static final List<String> NAMES = List.of("newest", "longest", "quality", "source", "id");

  /** The order in which criteria decide unless a user says otherwise. */
  public static final String DEFAULT = "newest,longest,quality,source,id";

  static final int ID_BYTES = 64;
  static final int MAX_SOURCES = 100_000;

  private final List<String> criteria;
  private final Map<String, Integer> sourceRanks = new HashMap<>();

  private KeepPolicy(List<String> criteria) {
    this.criteria = criteria;
  }

  /**
   * A policy of these criteria, the first deciding first.
   *
   * @throws IllegalArgumentException if one of them is unknown; the message names the nearest
   */
  public static KeepPolicy of(List<String> criteria) {
    for (String criterion : criteria) {
      if (!NAMES.contains(criterion)) {
        throw new IllegalArgumentException(
            "unknown keep criterion \"" + criterion + "\"" + NearestName.hint(criterion, NAMES));
      }
    }
    return new KeepPolicy(List.copyOf(criteria));
  }

  /** Bytes of {@link #put}. */
  int bytes() {
    return criteria.stream().mapToInt(KeepPolicy::width).sum();
  }

  private static int width(String criterion) {
    return switch (criterion) {
      case "source" -> 4;
      case "id" -> ID_BYTES;
      default -> 8;
    };
  }

  /** Puts the document's place in keep order. */
  void put(Document document, ByteBuffer record) {
    for (String criterion : criteria) {
      switch (criterion) {
        case "newest" -> record.putLong(descending(document.dateSeconds()));
        case "longest" -> record.putLong(descending(document.utf8Bytes()));
        case "quality" -> record.putLong(descending(ascending(document.quality())));
        case "source" -> record.putInt(sourceRank(document.source()));
        default ->
            record.put(Arrays.copyOf(document.idText().getBytes(StandardCharsets.UTF_8), ID_BYTES));
      }
    }
  }

  private int sourceRank(String source) {
    Integer rank = sourceRanks.get(source);
    if (rank != null) {
      return rank;
    }
    if (sourceRanks.size() == MAX_SOURCES) {
      return MAX_SOURCES;
    }
    sourceRanks.put(source, sourceRanks.size());
    return sourceRanks.size() - 1;
  }

  /** A number that orders as the value does; NaN first. */
  private static long ascending(double value) {
    if (Double.isNaN(value)) {
      return Long.MIN_VALUE;
    }
    long bits = Double.doubleToLongBits(value + 0.0); // -0.0 becomes 0.0
    return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
  }

  /** Larger signed numbers give smaller unsigned ones. */
  private static long descending(long number) {
    return ~(number ^ Long.MIN_VALUE);
  }
}
