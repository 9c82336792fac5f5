// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import dev.gristmill.tokenizer.pack.PackedRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes packed rows to one shard file. The same rows give the same bytes. */
public interface RowFormat extends Closeable {

  /** Names of the formats, as in the recipe and {@code pack --format}. */
  List<String> NAMES = List.of("parquet");

  /**
   * Writes a row.
   *
   * @throws IOException if the shard cannot be written
   */
  void write(PackedRow row) throws IOException;

  /**
   * Opens a shard of a format on a stream that closing it closes.
   *
   * @throws IllegalArgumentException if there is no such format
   * @throws IOException if the stream cannot be written
   */
  static RowFormat open(String name, OutputStream out) throws IOException {
    if (name.equals("parquet")) {
      return new ParquetRows(out);
    }
    throw new IllegalArgumentException("format must be one of " + NAMES + ", was " + name);
  }

  /** The file name of shard {@code index} of {@code count}, without its folder. */
  static String fileName(int index, int count, String extension) {
    return "part-" + digits(index) + "-of-" + digits(count) + "." + extension;
  }

  private static String digits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }
}
