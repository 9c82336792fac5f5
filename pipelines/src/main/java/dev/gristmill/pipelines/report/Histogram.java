// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How documents spread over a measure.
 *
 * @param name {@code text_bytes} or {@code tokens} in powers of two; {@code quality} or {@code
 *     language_score} in twentieths of 0 to 1; {@code nsfw_word_share} in half percents, all from
 *     10% on in one
 * @param buckets in order, without gaps
 */
public record Histogram(String name, List<Bucket> buckets) {

  private static final List<String> SIZES = List.of("text_bytes", "tokens");
  private static final List<String> SCORES =
      List.of("language_score", "quality", "nsfw_word_share");
  private static final int TWENTIETHS = 20;
  private static final int HALF_PERCENTS = 200;

  /**
   * Documents with {@code from <= measure < to}; the last bucket of a score holds its end too.
   *
   * @param from least value
   * @param to end of the bucket
   */
  public record Bucket(double from, double to, long kept, long dropped) {
    /** Documents in all. */
    long count() {
      return kept + dropped;
    }
  }

  /** Those of a run that have a document. */
  static List<Histogram> all(Tally finish) {
    List<Histogram> all = new ArrayList<>();
    for (String name : SIZES) {
      add(name, finish, all);
    }
    for (String name : SCORES) {
      add(name, finish, all);
    }
    return all;
  }

  private static void add(String name, Tally finish, List<Histogram> all) {
    Map<String, Long> kept = finish.under("hist", name, "kept");
    Map<String, Long> dropped = finish.under("hist", name, "dropped");
    TreeSet<Integer> present = new TreeSet<>();
    kept.keySet().forEach(bucket -> present.add(Integer.valueOf(bucket)));
    dropped.keySet().forEach(bucket -> present.add(Integer.valueOf(bucket)));
    if (present.isEmpty()) {
      return;
    }
    boolean isSize = SIZES.contains(name);
    int first = isSize ? present.first() : 0;
    int last = isSize ? present.last() : Math.max(lastOf(name), present.last());
    List<Bucket> buckets = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      String key = i < 10 ? "0" + i : Integer.toString(i);
      buckets.add(
          new Bucket(
              from(name, i),
              i == last && !isSize ? 1 : from(name, i + 1),
              kept.getOrDefault(key, 0L),
              dropped.getOrDefault(key, 0L)));
    }
    all.add(new Histogram(name, buckets));
  }

  private static int lastOf(String name) {
    return name.equals("nsfw_word_share") ? TWENTIETHS : TWENTIETHS - 1;
  }

  private static double from(String name, int bucket) {
    if (SIZES.contains(name)) {
      return bucket == 0 ? 0 : Math.scalb(1.0, bucket - 1);
    }
    return (double) bucket / (name.equals("nsfw_word_share") ? HALF_PERCENTS : TWENTIETHS);
  }
}
