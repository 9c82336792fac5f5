// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;

/**
 * One planned piece of input: the records that start in {@code [from, to)} of a file.
 *
 * @param index position in the plan, from 0
 * @param file URI of the file
 * @param source the input's tag
 * @param format {@code warc} or {@code jsonl}
 * @param size the file's bytes when planned
 * @param modified the file's last modification in epoch milliseconds when planned; 0 if unknown
 * @param from first byte, inclusive
 * @param to last byte, exclusive
 */
public record Split(
    int index,
    String file,
    String source,
    String format,
    long size,
    long modified,
    long from,
    long to)
    implements Serializable {

  /** The split's name in the run directory: its index in five digits. */
  public String unit() {
    return unit(index);
  }

  /** The name of split {@code index}. */
  public static String unit(int index) {
    String digits = Integer.toString(index);
    return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }
}
