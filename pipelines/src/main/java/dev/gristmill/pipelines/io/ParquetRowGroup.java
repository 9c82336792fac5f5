// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.table.PageCodecs;
import java.io.IOException;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** Tells the sink what the rows of one row group hold. Not thread-safe. */
final class ParquetRowGroup {

  /** A row group may have this many times {@code maxRecordBytes}: 512 MiB. */
  private static final int MAX_RECORDS = 8;

  /** More rows than any writer puts into a group by default (2^20, once 2^26 of a few bytes). */
  private static final long MAX_ROWS = 1 << 24;

  /** Nulls and repeated values cost next to nothing; this many rows a stored byte are no text. */
  private static final long MAX_ROWS_PER_BYTE = 1024;

  /** How many times its cap a row group of repeated values may hand over. */
  private static final int MAX_EXPANSION = 16;

  private static final long HEAP_BYTES_PER_ROW = 8;

  private final ParquetFile file;
  private final int index;
  private final BlockMetaData group;
  private final long firstRow;
  private final ReadLimits limits;
  private final PageSink sink;
  private long statedBytes;

  ParquetRowGroup(ParquetFile file, int index, long firstRow, ReadLimits limits, PageSink sink) {
    this.file = file;
    this.index = index;
    this.group = file.groups().get(index);
    this.firstRow = firstRow;
    this.limits = limits;
    this.sink = sink;
  }

  /** Most bytes of a row group's flat columns, stated or inflated. */
  static long maxBytes(ReadLimits limits) {
    return (long) MAX_RECORDS * limits.maxRecordBytes();
  }

  /**
   * Hands over all rows.
   *
   * @throws IOException from the channel only
   */
  void read() throws IOException {
    try {
      check();
      file.open(index);
    } catch (IOException
        | RuntimeException
        | BadRecordException
        | StackOverflowError
        | OutOfMemoryError fault) {
      lost(0, ParquetFault.of(fault, file.input(), honestBytes()));
      return;
    }
    rows();
  }

  private void rows() throws IOException {
    ParquetRow row = file.row();
    ParquetDocument documents = new ParquetDocument(limits);
    long handedBytes = 0;
    for (long at = 0; at < group.getRowCount(); at++) {
      Page page = null;
      BadUnit bad = null;
      try {
        row.next();
        page = documents.page(row);
      } catch (BadRecordException malformed) {
        bad = bad(at, 1, malformed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
        lost(at, ParquetFault.of(fault, file.input(), honestBytes()));
        return;
      }
      if (page == null) {
        sink.bad(bad);
        continue;
      }
      handedBytes += page.body().length + page.metaJson().length();
      if (handedBytes > MAX_EXPANSION * maxBytes(limits)) {
        lost(at, tooLarge("its rows have more than " + handedBytes + " bytes"));
        return;
      }
      sink.page(page, firstRow + at);
    }
  }

  /** Heap that the pages need if they hold what the footer states: stored, inflated, indexed. */
  private long honestBytes() {
    return HEAP_BYTES_PER_ROW * group.getRowCount() + 2 * statedBytes;
  }

  private void check() throws BadRecordException {
    long stored = 0;
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      if (chunk.getPath().size() > 1) {
        continue; // part of a nested column, which is not read
      }
      if (!file.holds(chunk)) {
        throw new BadRecordException(
            "parquet_damaged", "column " + chunk.getPath() + " lies outside the file");
      }
      if (!PageCodecs.isReadable(chunk.getCodec())) {
        throw new BadRecordException(
            "unsupported_compression",
            chunk.getCodec() + " pages are not supported; write the file with zstd or snappy");
      }
      stored += chunk.getTotalSize();
      statedBytes += Math.max(chunk.getTotalSize(), chunk.getTotalUncompressedSize());
      if (statedBytes > maxBytes(limits)) {
        throw tooLarge(
            "its columns have over "
                + maxBytes(limits)
                + " bytes, 8 times maxRecordBytes; write the file with smaller row groups");
      }
    }
    long rows = group.getRowCount();
    if (rows > MAX_ROWS || rows > MAX_ROWS_PER_BYTE * stored) {
      throw tooLarge("it has " + rows + " rows in " + stored + " bytes");
    }
  }

  private static BadRecordException tooLarge(String message) {
    return new BadRecordException("parquet_row_group_too_large", message);
  }

  /** The row group from a row on cannot be read. */
  private void lost(long at, BadRecordException fault) {
    sink.bad(bad(at, group.getRowCount() - at, fault));
  }

  private BadUnit bad(long at, long rows, BadRecordException fault) {
    String message = "row group " + index + ": " + fault.getMessage();
    return new BadUnit(firstRow + at, rows, "", "", fault.reason(), message, "");
  }
}
