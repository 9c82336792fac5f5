// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Column.Kind;
import java.util.List;

/** The ledger: one row per document of a run, kept or dropped, and one row per packed span. */
public final class Ledger {

  /** A document's fate. {@code failures} is a JSON list of all failed rules in recipe order. */
  public static final List<Column> DOCUMENTS =
      List.of(
          Column.of("id", Kind.STRING),
          Column.of("user_id", Kind.STRING),
          Column.of("url", Kind.STRING),
          Column.of("source", Kind.STRING),
          Column.of("language", Kind.STRING),
          Column.of("script", Kind.STRING),
          Column.of("date", Kind.LONG),
          Column.of("split", Kind.INT),
          Column.of("row", Kind.INT),
          Column.of("offset", Kind.LONG),
          Column.of("page_bytes", Kind.LONG),
          Column.of("text_bytes", Kind.LONG),
          Column.of("kept", Kind.INT),
          Column.of("stage", Kind.STRING),
          Column.of("rule", Kind.STRING),
          Column.of("failures", Kind.STRING),
          Column.of("keeper", Kind.STRING),
          Column.of("cluster_size", Kind.LONG),
          Column.of("tokens", Kind.LONG));

  /** A span of a packed row: tokens {@code [start, end)} of row {@code row} of a shard. */
  public static final List<Column> SPANS =
      List.of(
          Column.of("id", Kind.STRING),
          Column.of("shard", Kind.INT),
          Column.of("row", Kind.LONG),
          Column.of("start", Kind.INT),
          Column.of("end", Kind.INT),
          Column.of("document_offset", Kind.LONG));

  /** Survivors of a split: which row, and its token ids as little-endian 32-bit integers. */
  public static final List<Column> SURVIVORS =
      List.of(Column.of("row", Kind.INT), Column.of("tokens", Kind.BYTES));

  private Ledger() {}

  /** Index of a documents column. */
  public static int at(String name) {
    return Column.indexOf(DOCUMENTS, name);
  }
}
