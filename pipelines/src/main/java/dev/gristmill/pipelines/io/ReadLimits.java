// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/**
 * Caps on what a reader holds at once, in bytes, and on what it reads of an archive.
 *
 * @param maxRecordBytes the block of one WARC record, as stored; a Parquet row group may have 8
 *     times as much, a Parquet footer a quarter
 * @param maxBodyBytes the body of one page after transfer and content codings
 * @param maxHeaderBytes one header block, of WARC and of HTTP each
 * @param maxLineBytes one JSON line; what a Parquet row has beside its body
 * @param maxArchiveBytes what one source archive may decompress to, over all of its entries
 * @param maxArchiveEntries entries of one source archive
 */
public record ReadLimits(
    int maxRecordBytes,
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxLineBytes,
    long maxArchiveBytes,
    long maxArchiveEntries) {

  /** What {@code maxArchiveBytes} is by default: 8 GiB. */
  public static final long ARCHIVE_BYTES = 8L << 30;

  /** What {@code maxArchiveEntries} is by default. */
  public static final long ARCHIVE_ENTRIES = 1_000_000;

  private static final int MIN_BYTES = 256;
  private static final int MAX_BYTES = 1 << 30;

  /**
   * Checks the caps.
   *
   * @throws IllegalArgumentException if a cap of bytes is not in [256, 2^30], or one of archives is
   *     below 1
   */
  public ReadLimits {
    check("maxRecordBytes", maxRecordBytes);
    check("maxBodyBytes", maxBodyBytes);
    check("maxHeaderBytes", maxHeaderBytes);
    check("maxLineBytes", maxLineBytes);
    if (maxArchiveBytes < 1 || maxArchiveEntries < 1) {
      throw new IllegalArgumentException(
          "maxArchiveBytes and maxArchiveEntries must be at least 1, were "
              + maxArchiveBytes
              + " and "
              + maxArchiveEntries);
    }
  }

  /** Caps with the default ones for archives. */
  public ReadLimits(int maxRecordBytes, int maxBodyBytes, int maxHeaderBytes, int maxLineBytes) {
    this(
        maxRecordBytes, maxBodyBytes, maxHeaderBytes, maxLineBytes, ARCHIVE_BYTES, ARCHIVE_ENTRIES);
  }

  /**
   * 64 MiB a record, 8 MiB a body, 64 KiB a header block, 32 MiB a line; of an archive 8 GiB and a
   * million entries.
   */
  public static ReadLimits defaults() {
    return new ReadLimits(64 << 20, 8 << 20, 64 << 10, 32 << 20);
  }

  private static void check(String name, int bytes) {
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          name + " must be in [" + MIN_BYTES + ", " + MAX_BYTES + "], was " + bytes);
    }
  }
}
