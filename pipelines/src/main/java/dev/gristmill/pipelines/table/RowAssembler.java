// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Puts Parquet's column events into one reused {@link Row}. */
final class RowAssembler extends RecordMaterializer<Row> {

  private final Row row;
  private final GroupConverter root;

  RowAssembler(List<Column> columns, Row row) {
    this.row = row;
    Converter[] cells = new Converter[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          switch (columns.get(i).kind()) {
            case INT_LIST -> new ListCell(new Ints(i, row));
            case STRING_LIST -> new ListCell(new Texts(i, row));
            case INT, LONG, DOUBLE, BYTES, STRING -> new Cell(i, row);
          };
    }
    this.root = new Group(cells);
  }

  @Override
  public Row getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static class Group extends GroupConverter {
    private final Converter[] fields;

    Group(Converter... fields) {
      this.fields = fields;
    }

    @Override
    public Converter getConverter(int fieldIndex) {
      return fields[fieldIndex];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** The outer group of a three-level list: begins and ends the collected elements. */
  private static final class ListCell extends Group {
    private final Elements elements;

    ListCell(Elements elements) {
      super(new Group(elements));
      this.elements = elements;
    }

    @Override
    public void start() {
      elements.begin();
    }

    @Override
    public void end() {
      elements.finish();
    }
  }

  private abstract static class Elements extends PrimitiveConverter {
    abstract void begin();

    abstract void finish();
  }

  private static final class Ints extends Elements {
    private final int column;
    private final Row row;
    private int[] values = new int[1024];
    private int count;

    Ints(int column, Row row) {
      this.column = column;
      this.row = row;
    }

    @Override
    void begin() {
      count = 0;
    }

    @Override
    public void addInt(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    @Override
    void finish() {
      row.set(column, Arrays.copyOf(values, count));
    }
  }

  private static final class Texts extends Elements {
    private final int column;
    private final Row row;
    private final List<String> values = new ArrayList<>();

    Texts(int column, Row row) {
      this.column = column;
      this.row = row;
    }

    @Override
    void begin() {
      values.clear();
    }

    @Override
    public void addBinary(Binary value) {
      values.add(value.toStringUsingUTF8());
    }

    @Override
    void finish() {
      row.set(column, values.toArray(new String[0]));
    }
  }

  private static final class Cell extends PrimitiveConverter {
    private final int column;
    private final Row row;

    Cell(int column, Row row) {
      this.column = column;
      this.row = row;
    }

    @Override
    public void addInt(int value) {
      row.set(column, (long) value);
    }

    @Override
    public void addLong(long value) {
      row.set(column, value);
    }

    @Override
    public void addDouble(double value) {
      row.set(column, value);
    }

    @Override
    public void addBinary(Binary value) {
      row.object(column, value.getBytes());
    }
  }
}
