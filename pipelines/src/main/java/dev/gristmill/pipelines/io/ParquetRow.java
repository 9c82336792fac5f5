// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The flat columns of a file, what they mean, and their values in the current row. */
final class ParquetRow {

  /** All flat columns in the file's order. */
  final List<ParquetCell> cells = new ArrayList<>();

  /** Columns that may hold the body, the preferred one first. */
  final List<ParquetCell> bodies;

  final List<ParquetCell> ids;
  final List<ParquetCell> urls;
  final List<ParquetCell> dates;
  final List<ParquetCell> titles;
  final List<ParquetCell> languages;

  private final MessageType flat;
  private final boolean hasNested;

  /**
   * Finds the columns by their names and types.
   *
   * @throws BadRecordException {@code parquet_damaged} if two columns have one name
   */
  ParquetRow(MessageType schema) throws BadRecordException {
    List<Type> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Type field : schema.getFields()) {
      if (!names.add(field.getName())) {
        throw new BadRecordException("parquet_damaged", "two columns are called " + field);
      }
      if (field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED)) {
        fields.add(field);
        cells.add(new ParquetCell(field.asPrimitiveType()));
      }
    }
    flat = new MessageType(schema.getName(), fields);
    hasNested = fields.size() < schema.getFieldCount();
    bodies = named(ParquetCell::isText, "text", "content", "html");
    ids = named(cell -> cell.isText() || cell.isInteger(), "id");
    urls = named(ParquetCell::isText, "url");
    dates = named(cell -> cell.isText() || cell.isTime(), "date", "timestamp", "crawl_date");
    titles = named(ParquetCell::isText, "title");
    languages = named(ParquetCell::isText, "language", "lang");
  }

  private List<ParquetCell> named(Predicate<ParquetCell> fits, String... names) {
    List<ParquetCell> found = new ArrayList<>();
    for (String name : names) {
      cells.stream()
          .filter(cell -> cell.name().equals(name) && fits.test(cell))
          .forEach(found::add);
    }
    return found;
  }

  /** What to read of the file. */
  MessageType flat() {
    return flat;
  }

  /** Whether the file has columns that are left out: groups, lists, maps. */
  boolean hasNested() {
    return hasNested;
  }

  /**
   * Begins a row group.
   *
   * @throws BadRecordException {@code parquet_damaged} if a column has not one value for each row;
   *     the library would repeat its last one
   * @throws RuntimeException from the library, if a column's first page is damaged
   */
  void open(PageReadStore pages, String createdBy) throws BadRecordException {
    ColumnReadStore readers = new ColumnReadStoreImpl(pages, new NoConverters(), flat, createdBy);
    for (int i = 0; i < cells.size(); i++) {
      long values = pages.getPageReader(flat.getColumns().get(i)).getTotalValueCount();
      if (values != pages.getRowCount()) {
        throw new BadRecordException(
            "parquet_damaged",
            "column "
                + cells.get(i).name()
                + " has "
                + values
                + " values for "
                + pages.getRowCount()
                + " rows");
      }
      cells.get(i).open(readers.getColumnReader(flat.getColumns().get(i)));
    }
  }

  /** Ends a row group. */
  void release() {
    for (ParquetCell cell : cells) {
      cell.open(null);
    }
  }

  /** Goes to the next row, at first to the first one. */
  void next() {
    for (ParquetCell cell : cells) {
      cell.next();
    }
  }

  /** The first of the cells that holds a value, or null. */
  static ParquetCell first(List<ParquetCell> cells) {
    for (ParquetCell cell : cells) {
      if (cell.isPresent()) {
        return cell;
      }
    }
    return null;
  }

  /** What the library wants to push values into, where they are pulled. */
  private static final class NoConverters extends GroupConverter {
    @Override
    public Converter getConverter(int fieldIndex) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
