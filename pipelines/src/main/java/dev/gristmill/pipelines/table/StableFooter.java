// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Passes a Parquet file on and sorts one thing in its footer: each column's list of encodings.
 *
 * <p>parquet-java keeps that list in a hash set of enums, so its order follows from identity hashes
 * and differs from one JVM to the next; everything else it writes is the same for the same rows.
 * The footer keeps its length. The last bytes are held back until the end, when the footer is
 * known; a footer over {@link #MOST_FOOTER_BYTES} (some 10,000 column chunks) is refused.
 */
final class StableFooter extends OutputStream {

  /** Largest footer. */
  static final int MOST_FOOTER_BYTES = 4 << 20;

  private static final int TRAILER_BYTES = 8;

  private final OutputStream out;
  private byte[] held = new byte[1 << 16];
  private int count;

  StableFooter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    room(1);
    held[count++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      int piece = Math.min(left, MOST_FOOTER_BYTES);
      room(piece);
      System.arraycopy(bytes, at, held, count, piece);
      count += piece;
      at += piece;
      left -= piece;
    }
  }

  private void room(int length) throws IOException {
    int full = 2 * (MOST_FOOTER_BYTES + TRAILER_BYTES);
    if (count + length > full) {
      int gone = count - MOST_FOOTER_BYTES - TRAILER_BYTES;
      out.write(held, 0, gone);
      System.arraycopy(held, gone, held, 0, count - gone);
      count -= gone;
    }
    if (count + length > held.length) {
      held = Arrays.copyOf(held, Math.min(full, Math.max(count + length, held.length * 2)));
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (count > TRAILER_BYTES) {
        sortEncodings();
      }
      out.write(held, 0, count);
      count = 0;
    }
  }

  private void sortEncodings() throws IOException {
    int trailer = count - TRAILER_BYTES;
    int length = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
    int start = trailer - length;
    if (length < 0 || start < 0) {
      throw new IOException("a Parquet footer of " + length + " bytes is too large");
    }
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(held, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        List<Encoding> encodings = column.getMeta_data().getEncodings();
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
      }
    }
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, sorted);
    if (sorted.size() != length) {
      throw new IOException("a sorted Parquet footer changed its length");
    }
    System.arraycopy(sorted.toByteArray(), 0, held, start, length);
  }
}
