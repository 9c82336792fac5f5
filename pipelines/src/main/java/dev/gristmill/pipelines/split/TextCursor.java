// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.IOException;

/** The last text version of every document of a split, in row order. Holds one text. */
public final class TextCursor implements Closeable {

  private final TableReader table;
  private final int lastVersion;

  /**
   * Opens a split's texts.
   *
   * @throws IOException if the table is missing or damaged
   */
  public TextCursor(RunDirectory directory, Journal measure, String unit, int lastVersion)
      throws IOException {
    this.table =
        TableReader.open(
            directory.open(measure.folder(unit) + "/" + SplitTables.TEXT),
            SplitTables.text(lastVersion));
    this.lastVersion = lastVersion;
  }

  /**
   * UTF-8 of the next row's text; empty for a document without any.
   *
   * @throws IOException if the table is damaged or has no more rows
   */
  public byte[] next() throws IOException {
    return next(lastVersion);
  }

  /** UTF-8 of the next row's text at a version. */
  public byte[] next(int version) throws IOException {
    Row row = table.next();
    if (row == null) {
      throw new IOException("the text table has fewer rows than the documents table");
    }
    int at = version;
    while (at > 0 && !row.has(at)) {
      at--;
    }
    return row.bytes(at);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
