// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/**
 * Caps on what a reader holds at once, in bytes.
 *
 * @param maxRecordBytes the block of one WARC record, as stored; a Parquet row group may have 8
 *     times as much, a Parquet footer a quarter
 * @param maxBodyBytes the body of one page after transfer and content codings
 * @param maxHeaderBytes one header block, of WARC and of HTTP each
 * @param maxLineBytes one JSON line; what a Parquet row has beside its body
 */
public record ReadLimits(
    int maxRecordBytes, int maxBodyBytes, int maxHeaderBytes, int maxLineBytes) {

  private static final int MIN_BYTES = 256;
  private static final int MAX_BYTES = 1 << 30;

  /**
   * Checks the caps.
   *
   * @throws IllegalArgumentException if a cap is not in [256, 2^30]
   */
  public ReadLimits {
    check("maxRecordBytes", maxRecordBytes);
    check("maxBodyBytes", maxBodyBytes);
    check("maxHeaderBytes", maxHeaderBytes);
    check("maxLineBytes", maxLineBytes);
  }

  /** 64 MiB a record, 8 MiB a body, 64 KiB a header block, 32 MiB a line. */
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
