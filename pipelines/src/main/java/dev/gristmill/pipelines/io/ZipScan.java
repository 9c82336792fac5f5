// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;

/**
 * Reads the entries of a zip file that lost its directory, from one local header to the next.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.9. What was read stays; the missing rest is
 * one bad unit. Links cannot be told from files here.
 */
final class ZipScan {
  private static final int DESCRIPTOR_BYTES = 12;

  private final ByteFeed feed;
  private final ZipData data;
  private final ReadLimits limits;
  private final ArchiveEntry.Sink sink;

  /** One entry: what is left to do to get behind its data. */
  private final class Pending {
    private final ZipHeader header;
    private boolean isRead;

    Pending(ZipHeader header) {
      this.header = header;
    }

    byte[] read(int maxBytes) throws BadRecordException, IOException {
      ZipData.check(header, maxBytes);
      isRead = true;
      try {
        return data.read(header, !header.hasSizesBehind(), maxBytes);
      } catch (BadRecordException damage) {
        // Where the next entry starts is not known any more.
        throw new DamagedStreamException(Fault.TRUNCATED, damage.getMessage());
      }
    }

    /** Moves behind the data; false if its end cannot be found. */
    boolean pass() throws IOException {
      if (!isRead && !header.hasSizesBehind()) {
        return feed.discard(header.storedBytes()) == header.storedBytes();
      }
      if (!isRead) {
        try {
          read(limits.maxBodyBytes());
        } catch (BadRecordException | DamagedStreamException unreadable) {
          return false;
        }
      }
      if (header.hasSizesBehind()) {
        descriptor();
      }
      return true;
    }

    /** Steps over the sizes behind the data: with or without a signature, of zip64 or not. */
    private void descriptor() throws IOException {
      boolean isSigned = feed.startsWith(new byte[] {'P', 'K', 7, 8});
      feed.discard(DESCRIPTOR_BYTES + (isSigned ? 4 : 0));
      if (!feed.startsWith(new byte[] {'P', 'K'})) {
        feed.discard(8);
      }
    }
  }

  ZipScan(ByteFeed feed, ZipData data, ReadLimits limits, ArchiveEntry.Sink sink) {
    this.feed = feed;
    this.data = data;
    this.limits = limits;
    this.sink = sink;
  }

  void read() throws IOException {
    String why = "the zip file has no directory";
    try {
      if (!entries()) {
        return;
      }
    } catch (DamagedStreamException damage) {
      why += ", and " + damage.getMessage();
    }
    sink.damaged("archive_damaged", why, feed.position(), 0);
  }

  /** False if the sink has enough. */
  private boolean entries() throws IOException {
    long entries = 0;
    while (isLocal()) {
      if (++entries > limits.maxArchiveEntries()) {
        throw ArchiveLimitException.entries(limits.maxArchiveEntries());
      }
      long at = feed.position();
      ZipHeader header = ZipHeader.local(feed.array(), feed.index());
      feed.skip(header.headerBytes());
      Pending pending = new Pending(header);
      boolean goesOn =
          sink.entry(new ArchiveEntry(header.name(), header.kind(), at, pending::read));
      if (!goesOn) {
        return false;
      }
      if (!pending.pass()) {
        break;
      }
    }
    return true;
  }

  private boolean isLocal() throws IOException {
    return feed.has(ZipHeader.LOCAL_BYTES)
        && LittleEndian.isAt(feed.array(), feed.index(), 'P', 'K', 3, 4)
        && feed.has(ZipHeader.localBytes(feed.array(), feed.index()));
  }
}
