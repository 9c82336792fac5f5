// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes rows to one Parquet file: zstd level 3, page checksums, row groups of 16 MiB.
 *
 * <p>The same rows give the same bytes. Memory: about two row groups. Not thread-safe.
 */
public final class TableWriter implements Closeable {

  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int PAGE_BYTES = 1 << 20;

  private final ParquetWriter<Row> writer;
  private long rows;

  private TableWriter(ParquetWriter<Row> writer) {
    this.writer = writer;
  }

  /**
   * Opens a table on a stream, which {@link #close()} closes.
   *
   * @throws IOException if the stream cannot be written
   */
  public static TableWriter open(OutputStream out, List<Column> columns) throws IOException {
    return new TableWriter(
        new Builder(new ChannelOutput(out), columns)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withPageWriteChecksumEnabled(true)
            .build());
  }

  /**
   * Writes a row.
   *
   * @throws IllegalStateException if a required cell is absent
   * @throws IOException if the stream cannot be written
   */
  public void write(Row row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** The Parquet schema of the columns. */
  static MessageType schema(List<Column> columns) {
    return new MessageType("row", columns.stream().map(Column::field).toArray(Type[]::new));
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final List<Column> columns;

    Builder(OutputFile file, List<Column> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library, and never called by it here
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowSupport(columns);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport(columns);
    }
  }

  private static final class RowSupport extends WriteSupport<Row> {
    private final List<Column> columns;
    private RecordConsumer out;

    RowSupport(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library, and never called by it here
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      Map<String, String> none = new TreeMap<>();
      return new WriteContext(schema(columns), none);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      out = recordConsumer;
    }

    @Override
    public void write(Row row) {
      out.startMessage();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        if (row.has(i)) {
          out.startField(column.name(), i);
          cell(column.kind(), row, i);
          out.endField(column.name(), i);
        } else if (!column.optional()) {
          throw new IllegalStateException("no value for required column " + column.name());
        }
      }
      out.endMessage();
    }

    private void cell(Column.Kind kind, Row row, int i) {
      switch (kind) {
        case INT -> out.addInteger((int) row.number(i));
        case LONG -> out.addLong(row.number(i));
        case DOUBLE -> out.addDouble(row.real(i));
        case BYTES, STRING -> out.addBinary(Binary.fromReusedByteArray(row.bytes(i)));
        case INT_LIST -> {
          int[] values = row.ints(i);
          list(values.length, at -> out.addInteger(values[at]));
        }
        case STRING_LIST -> {
          String[] values = row.texts(i);
          list(values.length, at -> out.addBinary(Binary.fromString(values[at])));
        }
      }
    }

    private void list(int length, java.util.function.IntConsumer element) {
      out.startGroup();
      if (length > 0) {
        out.startField("list", 0);
        for (int i = 0; i < length; i++) {
          out.startGroup();
          out.startField("element", 0);
          element.accept(i);
          out.endField("element", 0);
          out.endGroup();
        }
        out.endField("list", 0);
      }
      out.endGroup();
    }
  }
}
