// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;
import java.util.List;

/**
 * One planned piece of input: the records that start in {@code [from, to)} of a file, or some of
 * the source files below a folder.
 *
 * @param index position in the plan, from 0
 * @param file URI of the file, or of the folder, which then ends in a slash
 * @param source the input's tag
 * @param format {@code warc}, {@code jsonl}, {@code parquet}, {@code html} or {@code code}
 * @param size the bytes of the file or of all members when planned
 * @param modified the last modification, of the file or of the newest member, in epoch milliseconds
 *     when planned; 0 if unknown
 * @param from first byte, inclusive
 * @param to last byte, exclusive
 * @param members the source files below the folder, in the order in which they are read; empty if
 *     {@code file} is a file
 */
public record Split(
    int index,
    String file,
    String source,
    String format,
    long size,
    long modified,
    long from,
    long to,
    List<Member> members)
    implements Serializable {

  /**
   * One source file.
   *
   * @param path below the folder, with {@code /} between folders
   * @param size its bytes when planned
   * @param modified its last modification in epoch milliseconds when planned; 0 if unknown
   */
  public record Member(String path, long size, long modified) implements Serializable {}

  /** Copies the list; runs of earlier versions have none. */
  public Split {
    members = members == null ? List.of() : List.copyOf(members);
  }

  /** A range of one file. */
  public Split(
      int index,
      String file,
      String source,
      String format,
      long size,
      long modified,
      long from,
      long to) {
    this(index, file, source, format, size, modified, from, to, List.of());
  }

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
