// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/**
 * Reads the pages of a Parquet file, one a row, from its flat columns by name.
 *
 * <p>The body is {@code text}, else {@code content} (strings), else {@code html} (a string, or
 * bytes whose charset the markup tells): the first that the row has. {@code id} may be a string or
 * an integer; {@code url}, {@code title}, {@code language} or {@code lang} count when they are
 * strings; {@code date}, {@code timestamp} or {@code crawl_date} when they are readable as ISO 8601
 * or of type TIMESTAMP, DATE or INT96. The other flat columns go into {@code metaJson} in the
 * file's order: decimals with all their digits, points in time as ISO 8601, bytes that are no text
 * in base64, null cells not at all. A body must be well-formed UTF-8; in other strings U+FFFD
 * replaces what is not. Groups, lists and maps are not read, which is noted once as {@code
 * nested_column}.
 *
 * <p><b>Offsets are row numbers</b>, from 0 in the file: of pages, and of bad units, whose length
 * counts rows as well.
 *
 * <p>What cannot be read is a bad unit: a row ({@code parquet_no_text}, {@code invalid_utf8},
 * {@code body_too_large}, {@code parquet_row_too_large} if the other columns have more than {@code
 * maxLineBytes}), the rest of a row group ({@code parquet_damaged}, which includes wrong page
 * checksums; {@code unsupported_compression}; {@code parquet_row_group_too_large} if its flat
 * columns have, or inflate to, more than 8 times {@code maxRecordBytes}, or it has more than 2^24
 * rows or 1024 rows a stored byte), or the file ({@code parquet_damaged}; {@code parquet_no_text}
 * if no column may hold a body; {@code parquet_footer_too_large} over a quarter of {@code
 * maxRecordBytes}), which the range with byte 0 reports.
 */
public final class ParquetPages {
  private ParquetPages() {}

  /**
   * Reads the row groups whose first byte, that of their first column chunk, is in {@code [from,
   * to)}.
   *
   * <p>Disjoint ranges that cover a file report each row exactly once. Cost: linear in those row
   * groups, and the footer for each range. Memory: the stored bytes of one row group's flat columns
   * and one inflated page of each, together at most 8 times {@code maxRecordBytes}; about 32 times
   * the footer.
   *
   * @param channel stays open; its position is moved
   * @throws IllegalArgumentException unless {@code 0 <= from <= to}
   * @throws IOException from the channel only
   */
  public static void read(
      SeekableByteChannel channel, long from, long to, ReadLimits limits, PageSink sink)
      throws IOException {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("range must be ordered, was [" + from + ", " + to + ")");
    }
    long bytes = channel.size();
    if (from == 0 && bytes == 0) {
      sink.noted("empty_file", 0);
    }
    if (from == to || from >= bytes) {
      return;
    }
    ParquetFile opened;
    try {
      opened = ParquetFile.open(channel, limits);
    } catch (BadRecordException unreadable) {
      report(from, 0, unreadable, sink);
      return;
    }
    try (ParquetFile file = opened) {
      if (file.row().bodies.isEmpty()) {
        String message = "no column text, content or html that holds strings";
        report(from, file.rows(), new BadRecordException("parquet_no_text", message), sink);
        return;
      }
      if (from == 0 && file.row().hasNested()) {
        sink.noted("nested_column", 0);
      }
      long firstRow = 0;
      for (int i = 0; i < file.groups().size(); i++) {
        BlockMetaData group = file.groups().get(i);
        long start = file.start(group);
        if (start >= from && start < to && group.getRowCount() > 0) {
          new ParquetRowGroup(file, i, firstRow, limits, sink).read();
        }
        firstRow += group.getRowCount();
      }
    }
  }

  /** What is wrong with the whole file is told once. */
  private static void report(long from, long rows, BadRecordException fault, PageSink sink) {
    if (from == 0) {
      sink.bad(new BadUnit(0, rows, "", "", fault.reason(), fault.getMessage(), ""));
    }
  }
}
