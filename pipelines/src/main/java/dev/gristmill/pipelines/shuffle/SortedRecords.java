// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.Closeable;
import java.io.IOException;

/**
 * A cursor over records in ascending unsigned byte order of their keys.
 *
 * <p>{@link #buffer()}, {@link #offset()} and {@link #length()} describe the current record and are
 * valid until the next call of {@link #next()}. Not thread-safe.
 */
public interface SortedRecords extends Closeable {

  /**
   * Moves to the next record; false when there is none.
   *
   * @throws IOException if a spilled run cannot be read
   */
  boolean next() throws IOException;

  /** The array that holds the current record. */
  byte[] buffer();

  /** Where the current record begins in {@link #buffer()}. */
  int offset();

  /** Bytes of the current record. */
  int length();
}
