// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the central directory of a zip file stands, by the record at its end.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 *
 * @param at first byte of the directory
 * @param bytes of the directory
 * @param shift what must be added to every offset that the file states: bytes in front of the
 *     archive, as self-extracting ones have
 */
record ZipDirectory(long at, long bytes, long shift) {

  private static final int END_BYTES = 22;
  private static final int END_COMMENT_BYTES = 65_535;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_BYTES = 56;
  private static final long IS_IN_ZIP64 = 0xFFFFFFFFL;

  /** Looks at the end of the file; empty if there is no directory that lies within it. */
  static Optional<ZipDirectory> find(FileBytes file) throws IOException {
    int tailBytes = (int) Math.min(file.bytes(), END_BYTES + END_COMMENT_BYTES);
    long tailAt = file.bytes() - tailBytes;
    byte[] tail = file.part(tailAt, tailBytes);
    int end = end(tail);
    if (end < 0) {
      return Optional.empty();
    }
    long endAt = tailAt + end;
    long bytes = LittleEndian.int32(tail, end + 12);
    long offset = LittleEndian.int32(tail, end + 16);
    if (bytes == IS_IN_ZIP64 || offset == IS_IN_ZIP64) {
      byte[] locator = file.part(Math.max(0, endAt - LOCATOR_BYTES), LOCATOR_BYTES);
      if (!LittleEndian.isAt(locator, 0, 'P', 'K', 6, 7)) {
        return Optional.empty();
      }
      long at64 = LittleEndian.int64(locator, 8);
      byte[] end64 = at64 < 0 ? new byte[0] : file.part(at64, END64_BYTES);
      if (!LittleEndian.isAt(end64, 0, 'P', 'K', 6, 6)) {
        at64 = Math.max(0, endAt - LOCATOR_BYTES - END64_BYTES);
        end64 = file.part(at64, END64_BYTES);
      }
      if (end64.length < END64_BYTES || !LittleEndian.isAt(end64, 0, 'P', 'K', 6, 6)) {
        return Optional.empty();
      }
      bytes = LittleEndian.int64(end64, 40);
      offset = LittleEndian.int64(end64, 48);
      endAt = at64;
    }
    if (bytes < 0 || offset < 0 || bytes > endAt || offset > endAt - bytes) {
      return Optional.empty();
    }
    long at = endAt - bytes;
    byte[] first = file.part(at, 4);
    if (bytes > 0 && !LittleEndian.isAt(first, 0, 'P', 'K', 1, 2)) {
      // Something stands between directory and end; then the stated offset must be right.
      first = file.part(offset, 4);
      return LittleEndian.isAt(first, 0, 'P', 'K', 1, 2)
          ? Optional.of(new ZipDirectory(offset, bytes, 0))
          : Optional.empty();
    }
    return Optional.of(new ZipDirectory(at, bytes, at - offset));
  }

  /** Index of the end record; one whose comment ends with the file is believed first. */
  private static int end(byte[] tail) {
    int fallback = -1;
    for (int i = tail.length - END_BYTES; i >= 0; i--) {
      if (LittleEndian.isAt(tail, i, 'P', 'K', 5, 6)) {
        int end = i + END_BYTES + LittleEndian.int16(tail, i + 20);
        if (end == tail.length) {
          return i;
        }
        if (end < tail.length && fallback < 0) {
          fallback = i;
        }
      }
    }
    return fallback;
  }
}
