// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Column.Kind;
import java.util.ArrayList;
import java.util.List;

/** Names and columns of the tables of a split; all of them have one row per document. */
public final class SplitTables {

  /** Narrow facts of every document. */
  public static final String DOCUMENTS = "documents.parquet";

  /** Text versions; see {@link #text}. */
  public static final String TEXT = "text.parquet";

  /** Signals; see {@link SignalPlan#table}. */
  public static final String SIGNALS = "signals.parquet";

  /** MinHash band keys; see {@link #BAND_COLUMNS}. */
  public static final String BANDS = "bands.parquet";

  /** Shingle sets back to back, as {@link SketchWriter} lays them out. */
  public static final String SHINGLES = "shingles.bin";

  /** Band keys as big-endian 64-bit integers, and where the shingle set lies. */
  public static final List<Column> BAND_COLUMNS =
      List.of(
          Column.of("bands", Kind.BYTES),
          Column.of("offset", Kind.LONG),
          Column.of("length", Kind.LONG));

  /** The documents table's own columns. Dates are epoch seconds, -1 if unknown. */
  private static final List<Column> DOCUMENT_COLUMNS =
      List.of(
          Column.of("id_hi", Kind.LONG),
          Column.of("id_lo", Kind.LONG),
          Column.of("content_hi", Kind.LONG),
          Column.of("content_lo", Kind.LONG),
          Column.of("digest_hi", Kind.LONG),
          Column.of("digest_lo", Kind.LONG),
          Column.of("date", Kind.LONG),
          Column.of("url", Kind.STRING),
          Column.of("user_id", Kind.STRING),
          Column.of("language", Kind.STRING),
          Column.of("script", Kind.STRING),
          Column.of("extract", Kind.STRING),
          Column.of("page_bytes", Kind.LONG),
          Column.of("offset", Kind.LONG),
          Column.of("title", Kind.STRING),
          Column.of("meta", Kind.STRING));

  /** What a decision phase found out about a document; only documents it speaks of have a row. */
  public static final List<Column> DECISION_COLUMNS =
      List.of(
          Column.of("row", Kind.INT),
          Column.of("kind", Kind.INT),
          Column.of("value", Kind.LONG),
          Column.of("keeper_hi", Kind.LONG),
          Column.of("keeper_lo", Kind.LONG));

  private SplitTables() {}

  /**
   * The text table: {@code text@0} as extracted, then a column per rewrite that is absent where the
   * rewrite changed nothing.
   */
  public static List<Column> text(int lastVersion) {
    List<Column> columns = new ArrayList<>();
    for (int version = 0; version <= lastVersion; version++) {
      columns.add(Column.optional("text@" + version, Kind.STRING));
    }
    return columns;
  }

  /**
   * The documents table: its own columns, then {@code bytes@V}, the UTF-8 bytes of each version.
   */
  public static List<Column> documents(int lastVersion) {
    List<Column> columns = new ArrayList<>(DOCUMENT_COLUMNS);
    for (int version = 0; version <= lastVersion; version++) {
      columns.add(Column.of("bytes@" + version, Kind.LONG));
    }
    return columns;
  }

  /** Index of the column {@code bytes@version} in the documents table. */
  public static int bytesAt(int version) {
    return DOCUMENT_COLUMNS.size() + version;
  }

  /** Index of a documents column. */
  public static int at(String name) {
    return Column.indexOf(DOCUMENT_COLUMNS, name);
  }
}
