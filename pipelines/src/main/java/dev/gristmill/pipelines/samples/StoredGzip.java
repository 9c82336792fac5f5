// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Writes bytes as one gzip member made of stored (uncompressed) blocks.
 *
 * <p>Source: RFC 1952 section 2.3 and RFC 1951 section 3.2.4.
 *
 * <p>Why not {@code GZIPOutputStream}: JDK builds come with different zlibs, whose output differs.
 * Splits are planned from the bytes of the input files, so the sample must be the same file
 * everywhere. The price is size, some 10 MB for the whole sample crawl.
 */
final class StoredGzip {
  private static final int MAX_BLOCK_BYTES = 0xFFFF;
  // Magic, deflate, no flags, no time stamp, no extra flags, unknown operating system.
  private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

  private StoredGzip() {}

  /** Writes one member that holds {@code bytes}; adds 18 bytes and 5 for every 65,535. */
  static void write(byte[] bytes, OutputStream out) throws IOException {
    out.write(HEADER);
    int start = 0;
    do {
      int blockBytes = Math.min(MAX_BLOCK_BYTES, bytes.length - start);
      out.write(start + blockBytes == bytes.length ? 1 : 0);
      writeLittleEndian(blockBytes, 2, out);
      writeLittleEndian(~blockBytes, 2, out);
      out.write(bytes, start, blockBytes);
      start += blockBytes;
    } while (start < bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length);
    writeLittleEndian((int) crc.getValue(), 4, out);
    writeLittleEndian(bytes.length, 4, out);
  }

  private static void writeLittleEndian(int value, int byteCount, OutputStream out)
      throws IOException {
    for (int i = 0; i < byteCount; i++) {
      out.write(value >>> (8 * i));
    }
  }
}
