// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The decompressed bytes of one gzip member of a file.
 *
 * <p>Source: RFC 1952, section 2.3. The end is reported only after checksum and length were right,
 * and leaves the file's feed at the first byte behind the member. Not thread-safe.
 */
final class GzipMember implements Member {
  private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};
  private static final int FIXED_HEADER_BYTES = 10;
  static final int TRAILER_BYTES = 8;
  private static final int SHORT_HEADER_BYTES = 512;

  /** Room for a gzip header and the largest table of a deflate block (RFC 1951, 3.2.7). */
  private static final int PROBED_BYTES = 1024;

  private static final int MAX_HEADER_BYTES = 68 << 10;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xE0;

  private final ByteFeed file;
  private final Inflate inflate;
  private final Inflater probe = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean hasEnded;

  /** Index in the decompressor's array of the first byte that was not given out. */
  private int given;

  GzipMember(ByteFeed file) {
    this.file = file;
    this.inflate = new Inflate(file);
  }

  @Override
  public byte[] magic() {
    return MAGIC;
  }

  @Override
  public boolean isAt() throws IOException {
    return file.startsWith(MAGIC);
  }

  /** Bytes of the header at {@code from}; 0 if it goes on past {@code to}, -1 if it is none. */
  static int headerBytes(byte[] bytes, int from, int to) {
    if (to - from < FIXED_HEADER_BYTES) {
      return 0;
    }
    int flags = bytes[from + 3] & 0xFF;
    if (!Arrays.equals(bytes, from, from + MAGIC.length, MAGIC, 0, MAGIC.length)
        || (flags & FLAGS_RESERVED) != 0) {
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

  @Override
  public void open() throws IOException {
    crc.reset();
    given = 0;
    hasEnded = false;
    for (int look = SHORT_HEADER_BYTES; ; look = MAX_HEADER_BYTES) {
      boolean isThere = file.has(look);
      int seen = Math.min(file.available(), look);
      int header = headerBytes(file.array(), file.index(), file.index() + seen);
      if (header > 0) {
        file.skip(header);
        inflate.open();
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

  @Override
  public int prefix(byte[] into) throws IOException {
    file.has(PROBED_BYTES);
    int seen = Math.min(file.available(), PROBED_BYTES);
    int header = headerBytes(file.array(), file.index(), file.index() + seen);
    if (header <= 0) {
      return 0;
    }
    probe.reset();
    probe.setInput(file.array(), file.index() + header, seen - header);
    try {
      return probe.inflate(into);
    } catch (DataFormatException notDeflate) {
      return 0;
    }
  }

  @Override
  public long reached() {
    return inflate.reached();
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    if (hasEnded) {
      return -1;
    }
    while (given == inflate.end()) {
      if (inflate.hasEnded()) {
        checkTrailer();
        hasEnded = true;
        return -1;
      }
      decompress();
    }
    int got = Math.min(max, inflate.end() - given);
    System.arraycopy(inflate.array(), given, into, at, got);
    given += got;
    return got;
  }

  private void decompress() throws IOException {
    int fresh = inflate.next();
    given = inflate.end() - fresh;
    crc.update(inflate.array(), given, fresh);
  }

  private void checkTrailer() throws IOException {
    need(TRAILER_BYTES);
    long wantedCrc = littleEndian(0);
    long wantedLength = littleEndian(4);
    file.skip(TRAILER_BYTES);
    if (wantedCrc != crc.getValue()) {
      throw new DamagedStreamException(Fault.MALFORMED, "gzip checksum is wrong");
    }
    if (wantedLength != (inflate.totalBytes() & 0xFFFFFFFFL)) {
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
    probe.end();
  }
}
