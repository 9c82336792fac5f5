// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The decompressed bytes of one gzip member of a file.
 *
 * <p>Source: RFC 1952, section 2.3. The end is reported only after checksum and length were right,
 * and leaves the file's feed at the first byte behind the member. Not thread-safe.
 */
final class GzipMember implements ByteFeed.Source, AutoCloseable {
  private static final int FIXED_HEADER_BYTES = 10;
  static final int TRAILER_BYTES = 8;
  private static final int SHORT_HEADER_BYTES = 512;
  private static final int MAX_HEADER_BYTES = 68 << 10;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xE0;

  private final ByteFeed file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean hasEnded;

  GzipMember(ByteFeed file) {
    this.file = file;
  }

  /** Whether the file's next bytes are the magic of a member. */
  static boolean isAt(ByteFeed file) throws IOException {
    return file.has(3) && file.peek(0) == 0x1F && file.peek(1) == (byte) 0x8B && file.peek(2) == 8;
  }

  /** Bytes of the header at {@code from}; 0 if it goes on past {@code to}, -1 if it is none. */
  static int headerBytes(byte[] bytes, int from, int to) {
    if (to - from < FIXED_HEADER_BYTES) {
      return 0;
    }
    int flags = bytes[from + 3] & 0xFF;
    boolean isMagic = bytes[from] == 0x1F && bytes[from + 1] == (byte) 0x8B && bytes[from + 2] == 8;
    if (!isMagic || (flags & FLAGS_RESERVED) != 0) {
      return -1;
    }
    int at = from + FIXED_HEADER_BYTES;
    if ((flags & FLAG_EXTRA) != 0) {
      if (to - at < 2) {
        return 0;
      }
      at += 2 + ((bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8);
    }
    int strings = ((flags & FLAG_NAME) != 0 ? 1 : 0) + ((flags & FLAG_COMMENT) != 0 ? 1 : 0);
    while (strings > 0 && at < to) {
      strings -= bytes[at] == 0 ? 1 : 0;
      at++;
    }
    at += (flags & FLAG_HEADER_CRC) != 0 ? 2 : 0;
    return strings > 0 || at > to ? 0 : at - from;
  }

  /**
   * Opens the member at the file feed's position.
   *
   * @throws DamagedStreamException if there is no member's header
   */
  void open() throws IOException {
    inflater.reset();
    crc.reset();
    hasEnded = false;
    for (int look = SHORT_HEADER_BYTES; ; look = MAX_HEADER_BYTES) {
      boolean isThere = file.has(look);
      int seen = Math.min(file.available(), look);
      int header = headerBytes(file.array(), file.index(), file.index() + seen);
      if (header > 0) {
        file.skip(header);
        return;
      }
      if (header < 0 || (look == MAX_HEADER_BYTES && isThere)) {
        throw new DamagedStreamException(Fault.MALFORMED, "not a gzip header");
      }
      if (!isThere) {
        throw truncated();
      }
    }
  }

  /** Index of the first byte of the file that has not been decompressed. */
  long reached() {
    return file.position() - inflater.getRemaining();
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    if (hasEnded) {
      return -1;
    }
    try {
      while (true) {
        int got = inflater.inflate(into, at, max);
        if (got > 0) {
          crc.update(into, at, got);
          return got;
        }
        if (inflater.finished()) {
          file.seek(file.position() - inflater.getRemaining());
          checkTrailer();
          hasEnded = true;
          return -1;
        }
        if (inflater.needsDictionary()) {
          throw new DamagedStreamException(Fault.MALFORMED, "gzip member asks for a dictionary");
        }
        need(1);
        inflater.setInput(file.array(), file.index(), file.available());
        file.skip(file.available());
      }
    } catch (DataFormatException malformed) {
      throw new DamagedStreamException(
          Fault.MALFORMED, "gzip data is damaged: " + malformed.getMessage());
    }
  }

  private void checkTrailer() throws IOException {
    need(TRAILER_BYTES);
    long wantedCrc = littleEndian(0);
    long wantedLength = littleEndian(4);
    file.skip(TRAILER_BYTES);
    if (wantedCrc != crc.getValue()) {
      throw new DamagedStreamException(Fault.MALFORMED, "gzip checksum is wrong");
    }
    if (wantedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new DamagedStreamException(Fault.MALFORMED, "gzip length is wrong");
    }
  }

  private long littleEndian(int ahead) {
    long bits = 0;
    for (int i = 3; i >= 0; i--) {
      bits = bits << 8 | (file.peek(ahead + i) & 0xFF);
    }
    return bits;
  }

  private void need(int bytes) throws IOException {
    if (!file.has(bytes)) {
      throw truncated();
    }
  }

  private static DamagedStreamException truncated() {
    return new DamagedStreamException(Fault.TRUNCATED, "file ends inside a gzip member");
  }

  @Override
  public void close() {
    inflater.end();
  }
}
