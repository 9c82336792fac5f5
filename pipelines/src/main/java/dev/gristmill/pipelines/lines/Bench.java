// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Measures a stage without reading and writing: warms up on the first half of what is in memory,
 * for {@link #WARM_UP_SECONDS} at least, then goes over the second half, for {@link #SECONDS} at
 * least, on this thread.
 */
public final class Bench {

  /** The first half is gone over again until this much time has passed. */
  static final double WARM_UP_SECONDS = 5;

  /** The second half is gone over again until this much time has passed. */
  static final double SECONDS = 1;

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
    long began = System.nanoTime();
    while (!first.isEmpty() && (System.nanoTime() - began) / NANOS < WARM_UP_SECONDS) {
      last = work.run(first);
    }
    long total = second.stream().mapToLong(bytes).sum();
    int passes = 0;
    double seconds = 0;
    began = System.nanoTime();
    while (seconds < SECONDS) {
      last = work.run(second);
      seconds = (System.nanoTime() - began) / NANOS;
      passes++;
    }
    err.println(
        String.format(
            Locale.ROOT,
            "%s: %.1f MB/s, %.0f documents/s",
            name,
            passes * total / MEGA / seconds,
            passes * second.size() / seconds));
    err.flush();
  }
}
