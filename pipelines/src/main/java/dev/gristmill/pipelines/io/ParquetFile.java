// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.table.ChannelInput;
import dev.gristmill.pipelines.table.PageCodecs;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * An open Parquet file whose footer has been read and makes sense.
 *
 * <p>Source: parquet-format, README.md, File format. Closing it leaves the channel open. Not
 * thread-safe.
 */
final class ParquetFile implements Closeable {
  private static final int MAGIC_BYTES = 4;
  private static final int TRAILER_BYTES = 8;

  /** A footer may have this part of {@code maxRecordBytes}: 16 MiB, some 40,000 column chunks. */
  private static final int FOOTER_PARTS = 4;

  /** Heap for each byte of a footer; its smallest structs take about 3 bytes there and 80 here. */
  private static final int FOOTER_EXPANSION = 32;

  private final ParquetFileReader reader;
  private final ChannelInput input;
  private final PageCodecs codecs;
  private final ParquetRow row;
  private final long dataEnd;
  private PageReadStore pages;

  private ParquetFile(ParquetFileReader reader, ChannelInput input, PageCodecs codecs, long dataEnd)
      throws BadRecordException {
    this.reader = reader;
    this.input = input;
    this.codecs = codecs;
    this.row = new ParquetRow(reader.getFileMetaData().getSchema());
    this.dataEnd = dataEnd;
    checkSums();
    reader.setRequestedSchema(row.flat());
  }

  /**
   * Reads the footer.
   *
   * @throws BadRecordException {@code parquet_damaged} or {@code parquet_footer_too_large}
   * @throws IOException from the channel only
   */
  static ParquetFile open(SeekableByteChannel channel, ReadLimits limits)
      throws IOException, BadRecordException {
    FileBytes bytes = new FileBytes(channel);
    int footerBytes = footerBytes(bytes, limits);
    ChannelInput input = ChannelInput.borrowing(channel);
    PageCodecs codecs = new PageCodecs(ParquetRowGroup.maxBytes(limits));
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification(true)
            .withCodecFactory(codecs)
            .build();
    try {
      ParquetFileReader reader = ParquetFileReader.open(input, options);
      return new ParquetFile(reader, input, codecs, bytes.bytes() - TRAILER_BYTES - footerBytes);
    } catch (IOException
        | RuntimeException
        | BadRecordException
        | StackOverflowError
        | OutOfMemoryError fault) {
      throw ParquetFault.of(fault, input, (long) FOOTER_EXPANSION * footerBytes);
    }
  }

  private static int footerBytes(FileBytes bytes, ReadLimits limits)
      throws IOException, BadRecordException {
    // The head is read first, so that a digest of the bytes in their order need not go back.
    String head = ascii(bytes.head(MAGIC_BYTES));
    if (bytes.bytes() < MAGIC_BYTES + TRAILER_BYTES || !head.equals("PAR1")) {
      throw damaged(
          head.equals("PARE")
              ? "the footer is encrypted"
              : "no Parquet file: it does not start with PAR1");
    }
    byte[] trailer = bytes.part(bytes.bytes() - TRAILER_BYTES, TRAILER_BYTES);
    if (!ascii(trailer).endsWith("PAR1")) {
      throw damaged("it does not end with PAR1: cut off, or not written to the end");
    }
    int footerBytes = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (footerBytes <= 0 || footerBytes > bytes.bytes() - MAGIC_BYTES - TRAILER_BYTES) {
      throw damaged("a footer of " + footerBytes + " bytes in a file of " + bytes.bytes());
    }
    int maxBytes = limits.maxRecordBytes() / FOOTER_PARTS;
    if (footerBytes > maxBytes) {
      throw new BadRecordException(
          "parquet_footer_too_large",
          "the footer has " + footerBytes + " bytes of at most " + maxBytes);
    }
    return footerBytes;
  }

  /** Chunks that share bytes would make a small file mean any amount of work. */
  private void checkSums() throws BadRecordException {
    long bytes = 0;
    long rows = 0;
    for (BlockMetaData group : groups()) {
      if (group.getRowCount() < 0 || group.getColumns().isEmpty()) {
        throw damaged("the footer tells of a row group without columns or of negative rows");
      }
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        bytes = Math.addExact(bytes, Math.max(0, chunk.getTotalSize()));
      }
      rows = Math.addExact(rows, group.getRowCount());
    }
    if (bytes > dataEnd) {
      throw damaged("the footer tells of " + bytes + " bytes of pages in " + dataEnd);
    }
  }

  ParquetRow row() {
    return row;
  }

  ChannelInput input() {
    return input;
  }

  List<BlockMetaData> groups() {
    return reader.getRowGroups();
  }

  /** Rows of the whole file. */
  long rows() {
    return reader.getRecordCount();
  }

  /** First byte of a row group, moved into the file if the footer says it is outside. */
  long start(BlockMetaData group) {
    return Math.max(0, Math.min(dataEnd, group.getColumns().get(0).getStartingPos()));
  }

  /** Whether the pages of a chunk lie where pages may lie. */
  boolean holds(ColumnChunkMetaData chunk) {
    long start = chunk.getStartingPos();
    return start >= MAGIC_BYTES
        && chunk.getTotalSize() >= 0
        && start <= dataEnd - chunk.getTotalSize();
  }

  /**
   * Reads the flat columns of a row group and goes before its first row.
   *
   * @throws BadRecordException if they do not belong together
   * @throws IOException from the channel or, like RuntimeException, because of damage
   */
  void open(int group) throws IOException, BadRecordException {
    release();
    codecs.restart();
    pages = reader.readRowGroup(group);
    row.open(pages, reader.getFileMetaData().getCreatedBy());
  }

  /** Forgets the row group before, so that memory never holds two. */
  private void release() {
    row.release();
    if (pages != null) {
      pages.close();
      pages = null;
    }
  }

  @Override
  public void close() throws IOException {
    release();
    reader.close();
  }

  private static BadRecordException damaged(String message) {
    return new BadRecordException("parquet_damaged", message);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
