// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The data of one zip entry after the other, stored or deflated, under the archive's cap.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, section 4.4.5; RFC 1951. Not thread-safe.
 */
final class ZipData implements AutoCloseable {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int FIRST_BYTES = 64 << 10;

  private final ByteFeed feed;
  private final long maxArchiveBytes;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long total;

  ZipData(ByteFeed feed, long maxArchiveBytes) {
    this.feed = feed;
    this.maxArchiveBytes = maxArchiveBytes;
  }

  /** Whether the entry's data can be made out at all. */
  static void check(ZipHeader header, int maxBytes) throws BadRecordException {
    if (header.isEncrypted()) {
      throw new BadRecordException("archive_encrypted", "an encrypted entry");
    }
    if (header.method() != STORED && header.method() != DEFLATED) {
      throw new BadRecordException(
          "archive_unsupported", "zip method " + header.method() + "; only 0 and 8 are read");
    }
    if (header.bytes() > maxBytes || header.bytes() < 0) {
      throw tooLarge(maxBytes);
    }
  }

  /**
   * Reads the data at the feed's position and leaves the feed behind it.
   *
   * @param header with the sizes that count, unless they stand behind the data
   * @param isSized whether they count
   */
  byte[] read(ZipHeader header, boolean isSized, int maxBytes)
      throws BadRecordException, IOException {
    check(header, maxBytes);
    if (header.method() == STORED && (!isSized || header.storedBytes() != header.bytes())) {
      throw damaged("a stored entry of unclear size");
    }
    crc.reset();
    byte[] data =
        header.method() == STORED
            ? stored((int) header.bytes())
            : inflated(isSized ? header.storedBytes() : Long.MAX_VALUE, maxBytes);
    if (isSized && (data.length != header.bytes() || crc.getValue() != header.crc32())) {
      throw damaged("size or checksum is wrong");
    }
    return data;
  }

  private byte[] stored(int bytes) throws BadRecordException, IOException {
    count(bytes);
    byte[] data = new byte[Math.min(bytes, FIRST_BYTES)];
    int held = 0;
    while (held < bytes) {
      data = held == data.length ? Arrays.copyOf(data, (int) Math.min(bytes, 2L * held)) : data;
      int got = feed.read(data, held, data.length - held);
      if (got < 0) {
        throw damaged("the file ends inside the entry");
      }
      held += got;
    }
    crc.update(data, 0, held);
    return data;
  }

  private byte[] inflated(long storedBytes, int maxBytes) throws BadRecordException, IOException {
    inflater.reset();
    byte[] data = new byte[Math.min(FIRST_BYTES, maxBytes + 1)];
    int held = 0;
    long left = storedBytes;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          if (left == 0 || !feed.has(1)) {
            throw damaged("the data ends before the entry does");
          }
          int step = (int) Math.min(left, feed.available());
          inflater.setInput(feed.array(), feed.index(), step);
          feed.skip(step);
          left -= step;
        }
        int got = inflater.inflate(data, held, data.length - held);
        if (got == 0 && inflater.needsDictionary()) {
          throw damaged("the data asks for a dictionary");
        }
        held += got;
        count(got);
        if (held > maxBytes) {
          throw tooLarge(maxBytes);
        }
        if (held == data.length && !inflater.finished()) {
          data = Arrays.copyOf(data, (int) Math.min(maxBytes + 1L, 2L * held));
        }
      }
    } catch (DataFormatException malformed) {
      throw damaged("deflated data: " + malformed.getMessage());
    }
    feed.seek(feed.position() - inflater.getRemaining());
    crc.update(data, 0, held);
    return Arrays.copyOf(data, held);
  }

  private void count(long bytes) throws ArchiveLimitException {
    total += bytes;
    if (total > maxArchiveBytes) {
      throw ArchiveLimitException.bytes(maxArchiveBytes);
    }
  }

  private static BadRecordException tooLarge(int maxBytes) {
    return new BadRecordException("body_too_large", "file is larger than " + maxBytes + " bytes");
  }

  private static BadRecordException damaged(String message) {
    return new BadRecordException("archive_entry_damaged", message);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
