// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Reads some columns of one Parquet file, row by row, with page checksums verified.
 *
 * <p>Only the asked-for columns are read from storage. Memory: one row group of them. Not
 * thread-safe.
 */
public final class TableReader implements Closeable {

  private final ParquetFileReader file;
  private final MessageType wanted;
  private final Row row;
  private final RowAssembler assembler;
  private RecordReader<Row> records;
  private long leftInGroup;

  private TableReader(ParquetFileReader file, List<Column> columns) {
    this.file = file;
    this.wanted = TableWriter.schema(columns);
    this.row = new Row(columns.size());
    this.assembler = new RowAssembler(columns, row);
  }

  /**
   * Opens the columns of a table; closing the reader closes the channel.
   *
   * @param columns what to read, in any order; cells come in this order
   * @throws IOException if the file is not Parquet, is damaged, or lacks a required column
   */
  public static TableReader open(SeekableByteChannel channel, List<Column> columns)
      throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification(true)
            .withCodecFactory(new ZstdCodecs())
            .build();
    ParquetFileReader file;
    try {
      file = ParquetFileReader.open(ChannelInput.owning(channel), options);
    } catch (RuntimeException e) {
      channel.close();
      throw new IOException("not a readable Parquet file: " + e.getMessage(), e);
    }
    TableReader reader = new TableReader(file, columns);
    MessageType stored = file.getFileMetaData().getSchema();
    for (Column column : columns) {
      if (!stored.containsField(column.name())) {
        reader.close();
        throw new IOException("the file has no column " + column.name());
      }
    }
    file.setRequestedSchema(reader.wanted);
    return reader;
  }

  /** Rows of the whole file. */
  public long rowCount() {
    return file.getRecordCount();
  }

  /**
   * Moves to the next row; null at the end. The row is reused by the next call.
   *
   * @throws IOException if a page is damaged
   */
  public Row next() throws IOException {
    try {
      while (leftInGroup == 0) {
        PageReadStore pages = file.readNextRowGroup();
        if (pages == null) {
          return null;
        }
        leftInGroup = pages.getRowCount();
        MessageType stored = file.getFileMetaData().getSchema();
        records =
            new ColumnIOFactory(false)
                .getColumnIO(wanted, stored)
                .getRecordReader(pages, assembler);
      }
      leftInGroup--;
      row.clear();
      return records.read();
    } catch (RuntimeException e) {
      throw new IOException("damaged Parquet page: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
