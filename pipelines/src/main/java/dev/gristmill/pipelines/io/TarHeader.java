// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;

/**
 * One header block of a tar archive.
 *
 * <p>Source: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar's manual, "Basic Tar Format",
 * for numbers in base 256 and the older magic.
 *
 * @param name with its ustar prefix, as bytes in ISO 8859-1
 * @param type the type flag; 0 in archives older than POSIX
 * @param bytes of the data behind the header
 * @param isSparseLong whether GNU sparse blocks follow the header
 */
record TarHeader(String name, char type, long bytes, boolean isSparseLong) {

  /** Bytes of a header; data is padded to as many. */
  static final int BLOCK_BYTES = 512;

  private static final int NAME_BYTES = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_BYTES = 12;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_BYTES = 155;
  private static final int SPARSE_MORE_AT = 482;

  /** Whether a header with the right checksum stands at {@code from}. */
  static boolean isAt(byte[] bytes, int from) {
    if (bytes.length - from < BLOCK_BYTES || bytes[from] == 0) {
      return false;
    }
    long stated = octal(bytes, from + CHECKSUM_AT, CHECKSUM_BYTES);
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK_BYTES; i++) {
      boolean isChecksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES;
      byte b = isChecksum ? (byte) ' ' : bytes[from + i];
      unsigned += b & 0xFF;
      // Some historic tars summed signed characters.
      signed += b;
    }
    return stated >= 0 && (stated == unsigned || stated == signed);
  }

  /**
   * Reads the header at {@code from}, which {@link #isAt} found.
   *
   * @throws BadRecordException if the size is no number
   */
  static TarHeader of(byte[] bytes, int from) throws BadRecordException {
    long size = number(bytes, from + SIZE_AT, SIZE_BYTES);
    if (size < 0) {
      throw new BadRecordException("archive_damaged", "a tar header without a readable size");
    }
    String magic = new String(bytes, from + MAGIC_AT, 6, StandardCharsets.ISO_8859_1);
    String name = text(bytes, from, NAME_BYTES);
    char type = (char) (bytes[from + TYPE_AT] & 0xFF);
    // GNU's older format, "ustar  ", keeps other things where POSIX has the prefix.
    if (magic.equals("ustar\0")) {
      String prefix = text(bytes, from + PREFIX_AT, PREFIX_BYTES);
      name = prefix.isEmpty() ? name : prefix + "/" + name;
    }
    return new TarHeader(name, type, size, type == 'S' && bytes[from + SPARSE_MORE_AT] != 0);
  }

  private static String text(byte[] bytes, int from, int max) {
    int end = from;
    while (end < from + max && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }

  /** A number in octal or, if its first bit is set, base 256; -1 if it is neither. */
  private static long number(byte[] bytes, int from, int max) {
    if ((bytes[from] & 0x80) == 0) {
      return octal(bytes, from, max);
    }
    long value = bytes[from] & 0x7F;
    for (int i = from + 1; i < from + max; i++) {
      if (value >> 55 != 0) {
        return -1;
      }
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }

  private static long octal(byte[] bytes, int from, int max) {
    int at = from;
    int end = from + max;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    long value = 0;
    for (; at < end && bytes[at] >= '0' && bytes[at] <= '7'; at++) {
      value = value << 3 | (bytes[at] - '0');
    }
    boolean hasEnded = at == end || bytes[at] == 0 || bytes[at] == ' ';
    return hasEnded ? value : -1;
  }
}
