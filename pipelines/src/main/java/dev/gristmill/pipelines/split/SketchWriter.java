// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.ShingleCodec;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes the sketches of a split, row by row: MinHash band keys as a table, shingle hashes as a
 * file that can be read at any row.
 *
 * <p>The shingle file is the sets back to back as {@link ShingleCodec} writes them; the table holds
 * where each begins and how many bytes it has.
 */
public final class SketchWriter implements Closeable {

  private final StagedFile bandsFile;
  private final StagedFile shinglesFile;
  private final TableWriter bands;
  private final Row row = new Row(SplitTables.BAND_COLUMNS.size());
  private long offset;

  /**
   * Begins the sketches in a split's folder.
   *
   * @param folder relative to the run directory, ending in a slash
   * @throws IOException if a file cannot be created
   */
  public SketchWriter(RunDirectory directory, String folder) throws IOException {
    bandsFile = directory.stage(folder + SplitTables.BANDS);
    shinglesFile = directory.stage(folder + SplitTables.SHINGLES);
    bands = TableWriter.open(bandsFile.stream(), SplitTables.BAND_COLUMNS);
  }

  /**
   * Writes the next document; null where it has no words.
   *
   * @throws IOException if it cannot be written
   */
  public void write(long[] keys, long[] shingles) throws IOException {
    byte[] set = shingles == null ? new byte[0] : ShingleCodec.encode(shingles);
    row.clear();
    row.set(0, bytes(keys == null ? new long[0] : keys));
    row.set(1, offset);
    row.set(2, (long) set.length);
    bands.write(row);
    shinglesFile.stream().write(set);
    offset += set.length;
  }

  private static byte[] bytes(long[] keys) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * keys.length).order(ByteOrder.BIG_ENDIAN);
    for (long key : keys) {
      bytes.putLong(key);
    }
    return bytes.array();
  }

  /**
   * Ends both files and gives them their names.
   *
   * @throws IOException if they cannot be written
   */
  public List<FileRecord> commit() throws IOException {
    bands.close();
    return List.of(bandsFile.commit(), shinglesFile.commit());
  }

  @Override
  public void close() throws IOException {
    bandsFile.close();
    shinglesFile.close();
  }
}
