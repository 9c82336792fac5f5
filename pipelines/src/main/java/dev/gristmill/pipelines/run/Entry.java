// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.util.List;

/**
 * Proof that one unit of a phase is done; written after its files.
 *
 * @param unit the unit's name within the phase
 * @param fingerprint digest of everything the unit's output follows from
 * @param files what it wrote
 * @param inputSha256 digest of the input bytes it read, "" where it read a run's own files
 * @param tally its counts
 */
public record Entry(
    String unit, String fingerprint, List<FileRecord> files, String inputSha256, Tally tally) {

  /** Copies the list. */
  public Entry {
    files = List.copyOf(files);
  }
}
