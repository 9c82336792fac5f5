// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.util.concurrent.atomic.LongAdder;

/**
 * Live counts of this process, for the progress line only; nothing in a run's files comes from
 * here.
 *
 * <p>Workers in other processes are seen through the journal instead. Thread-safe.
 */
public final class Progress {

  private static final LongAdder DOCUMENTS = new LongAdder();
  private static final LongAdder BYTES = new LongAdder();
  private static final LongAdder UNITS = new LongAdder();

  private Progress() {}

  /** Notes documents done and the input bytes they took. */
  public static void documents(long documents, long bytes) {
    DOCUMENTS.add(documents);
    BYTES.add(bytes);
  }

  /** Notes one unit done. */
  public static void unit() {
    UNITS.increment();
  }

  /** Documents, bytes and units since the last {@link #reset}. */
  public static long[] now() {
    return new long[] {DOCUMENTS.sum(), BYTES.sum(), UNITS.sum()};
  }

  /** Back to zero: a new phase begins. */
  public static void reset() {
    DOCUMENTS.reset();
    BYTES.reset();
    UNITS.reset();
  }
}
