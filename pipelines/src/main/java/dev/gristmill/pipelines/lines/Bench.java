// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Measures a stage without reading and writing: warms up on the first half of what is in memory
 * until that gets no faster, then goes over the second half for {@link #SECONDS} at least, on this
 * thread, and tells the median of the passes: in the first ones the compiler meets what the first
 * half did not have.
 */
public final class Bench {

  /** Warm is what gained nothing in two spells of this length, one after the other. */
  static final double SPELL_SECONDS = 2;

  /** Spells of warming up at most. */
  static final int MAX_SPELLS = 15;

  /** A smaller gain than this is none. */
  private static final double GAIN = 1.05;

  /** The second half is gone over again until this much time has passed. */
  static final double SECONDS = 3;

  private static final double NANOS = 1e9;
  private static final double MEGA = 1e6;

  /** Takes the last result, so that no result can be left uncomputed. */
  @SuppressWarnings("unused") // Written only; that is what it is for.
  private static volatile Object last;

  private Bench() {}

  /** What is measured. */
  public interface Work<T> {
    /** Does all of the items. */
    Object run(List<T> items) throws IOException;
  }

  /**
   * Measures and prints {@code NAME: 12.3 MB/s, 456 documents/s}; a MB is 10^6 bytes.
   *
   * @param bytes of one item, by which the rate is counted
   * @throws IOException from the work, or if there is nothing to measure
   */
  public static <T> void run(
      String name, List<T> items, ToLongFunction<T> bytes, Work<T> work, PrintWriter err)
      throws IOException {
    if (items.isEmpty()) {
      throw new IOException(name + ": nothing to measure, no document was read");
    }
    List<T> first = items.subList(0, items.size() / 2);
    List<T> second = items.subList(items.size() / 2, items.size());
    if (!first.isEmpty()) {
      warmUp(first, work);
    }
    long total = second.stream().mapToLong(bytes).sum();
    List<Double> passes = new ArrayList<>();
    double all = 0;
    while (all < SECONDS) {
      long began = System.nanoTime();
      last = work.run(second);
      double seconds = Math.max(1, System.nanoTime() - began) / NANOS;
      passes.add(seconds);
      all += seconds;
    }
    Collections.sort(passes);
    double median = passes.get(passes.size() / 2);
    err.println(
        String.format(
            Locale.ROOT,
            "%s: %.1f MB/s, %.0f documents/s",
            name,
            total / MEGA / median,
            second.size() / median));
    err.flush();
  }

  private static <T> void warmUp(List<T> items, Work<T> work) throws IOException {
    double best = 0;
    int spellsWithoutGain = 0;
    for (int spell = 0; spell < MAX_SPELLS && spellsWithoutGain < 2; spell++) {
      int passes = 0;
      double seconds = 0;
      long began = System.nanoTime();
      while (seconds < SPELL_SECONDS) {
        last = work.run(items);
        seconds = (System.nanoTime() - began) / NANOS;
        passes++;
      }
      double rate = passes / seconds;
      spellsWithoutGain = rate > best * GAIN ? 0 : spellsWithoutGain + 1;
      best = Math.max(best, rate);
    }
  }
}
