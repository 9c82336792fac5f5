// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Column.Kind;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** How often each survivor of a split is used, in row order. */
public final class Copies implements Closeable {

  /** Name of the table in a split's folder. */
  public static final String FILE = "copies.parquet";

  /** One row per survivor. */
  public static final List<Column> COLUMNS =
      List.of(Column.of("row", Kind.INT), Column.of("copies", Kind.INT));

  private final TableReader table;

  /**
   * Opens a split's copies.
   *
   * @throws IOException if the table is missing or damaged
   */
  public Copies(RunDirectory directory, Journal mix, String unit) throws IOException {
    table = TableReader.open(directory.open(mix.folder(unit) + "/" + FILE), COLUMNS);
  }

  /**
   * The uses of the next survivor.
   *
   * @param row the survivor's row
   * @throws IOException if the table does not have that row next
   */
  public int next(int row) throws IOException {
    Row cells = table.next();
    if (cells == null || cells.number(0) != row) {
      throw new IOException("the mix has no row " + row + " next");
    }
    return (int) cells.number(1);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
