// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Column.Kind;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The stored vectors of a split, in row order; documents that were not embedded have none.
 *
 * <p>Embeddings may differ between CPUs in their last bits; decisions are made from what is stored
 * here, so they do not.
 */
final class Vectors implements Closeable {

  static final String FILE = "vectors.parquet";

  static final List<Column> COLUMNS =
      List.of(
          Column.of("row", Kind.INT),
          Column.of("id_hi", Kind.LONG),
          Column.of("id_lo", Kind.LONG),
          Column.of("vector", Kind.BYTES));

  private final TableReader table;
  private Row cells;

  Vectors(RunDirectory directory, Journal vectors, String unit) throws IOException {
    table = TableReader.open(directory.open(vectors.folder(unit) + "/" + FILE), COLUMNS);
  }

  /** Moves to the next vector; false at the end. */
  boolean next() throws IOException {
    cells = table.next();
    return cells != null;
  }

  int row() {
    return (int) cells.number(0);
  }

  long idHi() {
    return cells.number(1);
  }

  long idLo() {
    return cells.number(2);
  }

  byte[] bytes() {
    return cells.bytes(3);
  }

  QuantisedVector vector() {
    return QuantisedVector.decode(bytes());
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
