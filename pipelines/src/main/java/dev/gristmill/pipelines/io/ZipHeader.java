// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.ArchiveEntry.Kind;

/**
 * What a zip file says about an entry, in its directory or in front of the data.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.4 and 4.5.3 (zip64).
 *
 * @param name decoded, with {@code /} between folders
 * @param kind what the entry is; links are known from the directory only
 * @param flags bit 0 encrypted, bit 3 sizes behind the data
 * @param method 0 stored, 8 deflated
 * @param crc32 of the data
 * @param storedBytes of the data as stored
 * @param bytes of the data
 * @param at stated offset of the local header; 0 in a local header
 * @param headerBytes of this header with name, extra fields and comment
 */
record ZipHeader(
    String name,
    Kind kind,
    int flags,
    int method,
    long crc32,
    long storedBytes,
    long bytes,
    long at,
    int headerBytes) {

  /** Bytes of an entry of the directory, without what varies. */
  static final int ENTRY_BYTES = 46;

  /** Bytes of a local header, without what varies. */
  static final int LOCAL_BYTES = 30;

  /** Most bytes of name, extra fields and comment, and so of a window that holds any header. */
  static final int MAX_BYTES = ENTRY_BYTES + 3 * 65_535;

  private static final int FLAG_ENCRYPTED = 1;
  private static final int FLAG_SIZES_BEHIND = 8;
  private static final int FLAG_DIRECTORY_ENCRYPTED = 1 << 13;
  private static final int UNIX = 3;
  private static final int DOS_FOLDER = 0x10;
  private static final int TYPE_MASK = 0xF000;
  private static final int TYPE_LINK = 0xA000;
  private static final int TYPE_FILE = 0x8000;
  private static final int TYPE_FOLDER = 0x4000;
  private static final int EXTRA_ZIP64 = 1;
  private static final long IS_IN_ZIP64 = 0xFFFFFFFFL;

  boolean isEncrypted() {
    return (flags & (FLAG_ENCRYPTED | FLAG_DIRECTORY_ENCRYPTED)) != 0;
  }

  boolean hasSizesBehind() {
    return (flags & FLAG_SIZES_BEHIND) != 0;
  }

  /** Bytes of the directory's entry at {@code from}, whose fixed part must be there. */
  static int entryBytes(byte[] b, int from) {
    return ENTRY_BYTES
        + LittleEndian.int16(b, from + 28)
        + LittleEndian.int16(b, from + 30)
        + LittleEndian.int16(b, from + 32);
  }

  /** Bytes of the local header at {@code from}, whose fixed part must be there. */
  static int localBytes(byte[] b, int from) {
    return LOCAL_BYTES + LittleEndian.int16(b, from + 26) + LittleEndian.int16(b, from + 28);
  }

  /** The directory's entry at {@code from}, all of which must be there. */
  static ZipHeader entry(byte[] b, int from) {
    int nameBytes = LittleEndian.int16(b, from + 28);
    int extraBytes = LittleEndian.int16(b, from + 30);
    String name = name(b, from + ENTRY_BYTES, nameBytes);
    long attributes = LittleEndian.int32(b, from + 38);
    boolean isUnix = (b[from + 5] & 0xFF) == UNIX;
    int type = isUnix ? (int) (attributes >> 16) & TYPE_MASK : 0;
    Kind kind = Kind.FILE;
    if (name.endsWith("/") || type == TYPE_FOLDER || (!isUnix && (attributes & DOS_FOLDER) != 0)) {
      kind = Kind.DIRECTORY;
    } else if (type == TYPE_LINK) {
      kind = Kind.LINK;
    } else if (type != 0 && type != TYPE_FILE) {
      kind = Kind.SPECIAL;
    }
    long[] wide = {
      LittleEndian.int32(b, from + 24),
      LittleEndian.int32(b, from + 20),
      LittleEndian.int32(b, from + 42)
    };
    widen(b, from + ENTRY_BYTES + nameBytes, extraBytes, wide);
    return new ZipHeader(
        name,
        kind,
        LittleEndian.int16(b, from + 8),
        LittleEndian.int16(b, from + 10),
        LittleEndian.int32(b, from + 16),
        wide[1],
        wide[0],
        wide[2],
        entryBytes(b, from));
  }

  /** The local header at {@code from}, all of which must be there. */
  static ZipHeader local(byte[] b, int from) {
    int nameBytes = LittleEndian.int16(b, from + 26);
    int extraBytes = LittleEndian.int16(b, from + 28);
    String name = name(b, from + LOCAL_BYTES, nameBytes);
    long[] wide = {LittleEndian.int32(b, from + 22), LittleEndian.int32(b, from + 18)};
    widen(b, from + LOCAL_BYTES + nameBytes, extraBytes, wide);
    return new ZipHeader(
        name,
        name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE,
        LittleEndian.int16(b, from + 6),
        LittleEndian.int16(b, from + 8),
        LittleEndian.int32(b, from + 14),
        wide[1],
        wide[0],
        0,
        localBytes(b, from));
  }

  private static String name(byte[] b, int from, int bytes) {
    String name = ArchiveNames.of(b, from, from + bytes);
    // Old tools on Windows wrote their own separator.
    return name.indexOf('/') < 0 ? name.replace('\\', '/') : name;
  }

  /** Puts the values of the zip64 extra field, in their order, where the header has no room. */
  private static void widen(byte[] b, int from, int extraBytes, long[] values) {
    int end = from + extraBytes;
    for (int at = from; at + 4 <= end; ) {
      int fieldEnd = at + 4 + LittleEndian.int16(b, at + 2);
      if (LittleEndian.int16(b, at) == EXTRA_ZIP64) {
        int next = at + 4;
        for (int i = 0; i < values.length; i++) {
          if (values[i] == IS_IN_ZIP64 && next + 8 <= Math.min(fieldEnd, end)) {
            values[i] = LittleEndian.int64(b, next);
            next += 8;
          }
        }
      }
      at = fieldEnd;
    }
  }
}
