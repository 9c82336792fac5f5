// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.IOException;
import java.io.Serializable;

/**
 * What is done with one partition's records, in key order, in one pass.
 *
 * <p>A fold sees every record of the partition exactly once and must hold no more than the current
 * group. It is called for a partition without records as well, so that outputs of every partition
 * exist. A runner may call it again after a failure: its side effects must be idempotent.
 */
@FunctionalInterface
public interface Fold extends Serializable {

  /** Takes a record for the next shuffle. */
  @FunctionalInterface
  interface RecordSink {
    /** Copies {@code record[0, length)} towards {@code partition}. */
    void record(int partition, byte[] record, int length);
  }

  /**
   * Folds one partition.
   *
   * @param partition the partition, from 0
   * @param records the partition's records in ascending key order
   * @param out where records for a next shuffle go; ignored by the last fold of a chain
   * @throws IOException if an output cannot be written
   */
  void fold(int partition, SortedRecords records, RecordSink out) throws IOException;
}
