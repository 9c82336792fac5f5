// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.ShingleCodec;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The shingle sets of a split, read at any row.
 *
 * <p>Memory: 12 bytes a document of the split, and the set at hand.
 */
public final class Sketches implements Closeable {

  private final SeekableByteChannel shingles;
  private final long[] offsets;
  private final int[] lengths;

  /**
   * Opens a split's sets.
   *
   * @throws IOException if a file is missing or damaged
   */
  public Sketches(RunDirectory directory, Journal measure, String unit) throws IOException {
    String folder = measure.folder(unit) + "/";
    try (TableReader bands = open(directory, folder)) {
      int rows = Math.toIntExact(bands.rowCount());
      offsets = new long[rows];
      lengths = new int[rows];
      for (int i = 0; i < rows; i++) {
        Row row = bands.next();
        offsets[i] = row.number(1);
        lengths[i] = Math.toIntExact(row.number(2));
      }
    }
    shingles = directory.open(folder + SplitTables.SHINGLES);
  }

  /**
   * The table of band keys, in row order.
   *
   * @param folder of the split, ending in a slash
   * @throws IOException if it is missing or damaged
   */
  public static TableReader open(RunDirectory directory, String folder) throws IOException {
    return TableReader.open(directory.open(folder + SplitTables.BANDS), SplitTables.BAND_COLUMNS);
  }

  /**
   * The sorted distinct shingle hashes of the document at a row.
   *
   * @throws IOException if the file ends too early
   */
  public long[] at(int row) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(lengths[row]);
    shingles.position(offsets[row]);
    while (bytes.hasRemaining()) {
      if (shingles.read(bytes) < 0) {
        throw new EOFException("the shingles of row " + row + " are cut off");
      }
    }
    return ShingleCodec.decode(bytes.array());
  }

  @Override
  public void close() throws IOException {
    shingles.close();
  }
}
