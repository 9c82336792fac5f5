// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads the entries of a zip file or jar in the order of its directory, in constant memory.
 *
 * <p>Source: APPNOTE.TXT 6.3.10. Differs from the readers of libraries: the directory is walked,
 * not held; entries whose data overlaps, as in a bomb, end the reading as soon as more bytes were
 * read than the file has; a file without a directory, cut off for example, is read by its local
 * headers.
 */
final class ZipEntries {
  private static final int WINDOW_BYTES = 256 << 10;

  private final FileBytes file;
  private final ReadLimits limits;
  private final ArchiveEntry.Sink sink;

  ZipEntries(FileBytes file, ReadLimits limits, ArchiveEntry.Sink sink) {
    this.file = file;
    this.limits = limits;
    this.sink = sink;
  }

  /**
   * Reads to the end, to a cap or until the sink has enough.
   *
   * @throws IOException from the channel or the sink only
   */
  void read() throws IOException {
    Optional<ZipDirectory> directory = ZipDirectory.find(file);
    ByteFeed feed = new ByteFeed(file, WINDOW_BYTES);
    try (ZipData data = new ZipData(feed, limits.maxArchiveBytes())) {
      if (directory.isPresent()) {
        entries(directory.get(), feed, data);
      } else {
        new ZipScan(feed, data, limits, sink).read();
      }
    } catch (ArchiveLimitException over) {
      sink.damaged(over.reason(), over.getMessage(), feed.position(), 0);
    }
  }

  private void entries(ZipDirectory directory, ByteFeed feed, ZipData data) throws IOException {
    ByteFeed list = new ByteFeed(file, WINDOW_BYTES);
    list.seek(directory.at());
    long end = directory.at() + directory.bytes();
    long[] readBytes = {0};
    for (long entries = 1; list.position() < end; entries++) {
      long at = list.position();
      boolean isWhole =
          list.has(ZipHeader.ENTRY_BYTES)
              && LittleEndian.isAt(list.array(), list.index(), 'P', 'K', 1, 2)
              && list.has(ZipHeader.entryBytes(list.array(), list.index()));
      if (!isWhole) {
        sink.damaged("archive_damaged", "the directory is damaged", at, end - at);
        return;
      }
      if (entries > limits.maxArchiveEntries()) {
        throw ArchiveLimitException.entries(limits.maxArchiveEntries());
      }
      ZipHeader header = ZipHeader.entry(list.array(), list.index());
      list.skip(header.headerBytes());
      long local = header.at() + directory.shift();
      ArchiveEntry entry =
          new ArchiveEntry(
              header.name(),
              header.kind(),
              local,
              maxBytes -> {
                ZipData.check(header, maxBytes);
                readBytes[0] += ZipHeader.LOCAL_BYTES + Math.max(0, header.storedBytes());
                if (readBytes[0] > file.bytes()) {
                  throw new ArchiveLimitException(
                      "archive_overlap", "entries overlap: more was read than the file has");
                }
                seekData(feed, local);
                return data.read(header, true, maxBytes);
              });
      if (!sink.entry(entry)) {
        return;
      }
    }
  }

  private void seekData(ByteFeed feed, long local) throws IOException, BadRecordException {
    if (local >= 0 && local < file.bytes()) {
      feed.seek(local);
      if (feed.has(ZipHeader.LOCAL_BYTES)
          && LittleEndian.isAt(feed.array(), feed.index(), 'P', 'K', 3, 4)
          && feed.has(ZipHeader.localBytes(feed.array(), feed.index()))) {
        feed.skip(ZipHeader.localBytes(feed.array(), feed.index()));
        return;
      }
    }
    throw new BadRecordException(
        "archive_entry_damaged", "the directory names byte " + local + ", where no entry starts");
  }
}
