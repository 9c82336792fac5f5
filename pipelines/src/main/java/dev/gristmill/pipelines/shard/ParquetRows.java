// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Column.Kind;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import dev.gristmill.tokenizer.pack.PackedRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Rows as Parquet: {@code input_ids}, {@code cu_seqlens} (first 0, last the row's length) and
 * {@code doc_ids} (one per span, "" for padding).
 */
public final class ParquetRows implements ShardFormat {

  /** The columns, in order. */
  public static final List<Column> COLUMNS =
      List.of(
          Column.of("input_ids", Kind.INT_LIST),
          Column.of("cu_seqlens", Kind.INT_LIST),
          Column.of("doc_ids", Kind.STRING_LIST));

  private final TableWriter table;
  private final Row cells = new Row(COLUMNS.size());

  ParquetRows(OutputStream out) throws IOException {
    table = TableWriter.open(out, COLUMNS);
  }

  @Override
  public void row(PackedRow row) throws IOException {
    cells.clear();
    cells.set(0, row.inputIds());
    cells.set(1, row.cuSeqlens());
    cells.set(2, row.docIds());
    table.write(cells);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
