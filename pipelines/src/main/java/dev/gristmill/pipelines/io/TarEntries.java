// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.ArchiveEntry.Kind;
import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the entries of a tar archive, one after the other, in constant memory.
 *
 * <p>Source: POSIX.1-2017, pax (ustar and pax formats), and GNU tar's manual (long names, base 256,
 * sparse files). Differs from the readers of libraries: long names and extended headers are capped,
 * since a compressed archive can claim names of gigabytes; archives that were joined are read on
 * past the first end.
 *
 * <p>Not thread-safe.
 */
final class TarEntries {

  /** Most bytes of a long name or an extended header. */
  private static final int MAX_EXTENDED_BYTES = 1 << 20;

  private static final int FIRST_BYTES = 64 << 10;
  private static final String TOO_LONG = "/";

  private final ByteFeed feed;
  private final ReadLimits limits;
  private final ArchiveEntry.Sink sink;
  private String longName = "";
  private PaxRecords pax = PaxRecords.NONE;
  private boolean hasPax;
  private long headers;
  private long dataLeft;
  private long paddingLeft;

  TarEntries(ByteFeed feed, ReadLimits limits, ArchiveEntry.Sink sink) {
    this.feed = feed;
    this.limits = limits;
    this.sink = sink;
  }

  /**
   * Reads to the end, to the first damage or until the sink has enough.
   *
   * @throws IOException from the channel or the sink only
   */
  void read() throws IOException {
    long offset = 0;
    try {
      while (nextHeader()) {
        offset = feed.position();
        TarHeader header = TarHeader.of(feed.array(), feed.index());
        feed.skip(TarHeader.BLOCK_BYTES);
        if (!entry(header, offset)) {
          return;
        }
        pass();
      }
    } catch (BadRecordException damage) {
      sink.damaged(damage.reason(), damage.getMessage(), offset, 0);
    } catch (DamagedStreamException damage) {
      sink.damaged("archive_damaged", damage.getMessage(), feed.position(), 0);
    } catch (ArchiveLimitException over) {
      sink.damaged(over.reason(), over.getMessage(), feed.position(), 0);
    }
  }

  /** Moves to the next header, over blocks of zeros; false at the end. */
  private boolean nextHeader() throws IOException, BadRecordException {
    while (feed.has(TarHeader.BLOCK_BYTES)) {
      checkBytes(0);
      if (TarHeader.isAt(feed.array(), feed.index())) {
        if (++headers > limits.maxArchiveEntries()) {
          throw ArchiveLimitException.entries(limits.maxArchiveEntries());
        }
        return true;
      }
      if (!isZero()) {
        throw new DamagedStreamException(Fault.MALFORMED, "no tar header where one should be");
      }
      feed.skip(TarHeader.BLOCK_BYTES);
    }
    if (feed.has(1) && feed.peek(0) != 0) {
      throw new DamagedStreamException(Fault.TRUNCATED, "the archive ends inside a tar header");
    }
    return false;
  }

  private boolean isZero() {
    byte[] block = feed.array();
    for (int i = feed.index(); i < feed.index() + TarHeader.BLOCK_BYTES; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean entry(TarHeader header, long offset) throws IOException, BadRecordException {
    boolean isMeta = "xgLK".indexOf(header.type()) >= 0;
    measure(isMeta || pax.bytes() < 0 ? header.bytes() : pax.bytes());
    if (isMeta) {
      extended(header.type());
      return true;
    }
    String name = name(header);
    Kind kind = kind(header.type(), name);
    boolean isSparse = header.type() == 'S' || pax.isSparse();
    // Whatever size they state; only pax archives may store data behind a hard link.
    if ("23456".indexOf(header.type()) >= 0 || (header.type() == '1' && !hasPax)) {
      measure(0);
    }
    if (header.isSparseLong()) {
      sparseBlocks();
    }
    longName = "";
    pax = PaxRecords.NONE;
    hasPax = false;
    return sink.entry(
        new ArchiveEntry(name, kind, offset, maxBytes -> isSparse ? unreadable() : data(maxBytes)));
  }

  private void measure(long bytes) {
    dataLeft = bytes;
    paddingLeft = -bytes & (TarHeader.BLOCK_BYTES - 1);
  }

  /** Archives older than POSIX tell folders by their names alone. */
  private static Kind kind(char type, String name) {
    return switch (type) {
      case '0', '\0', '7', 'S' ->
          name.endsWith("/") && !name.equals(TOO_LONG) ? Kind.DIRECTORY : Kind.FILE;
      case '1', '2' -> Kind.LINK;
      case '5' -> Kind.DIRECTORY;
      default -> Kind.SPECIAL;
    };
  }

  private String name(TarHeader header) {
    if (!pax.path().isEmpty()) {
      return pax.path();
    }
    if (!longName.isEmpty()) {
      return longName;
    }
    byte[] bytes = header.name().getBytes(StandardCharsets.ISO_8859_1);
    return ArchiveNames.of(bytes, 0, bytes.length);
  }

  /** Takes what an entry says about the next one. */
  private void extended(char type) throws IOException, BadRecordException {
    boolean counts = type == 'x' || type == 'L';
    if (!counts) {
      return;
    }
    boolean isTooLong = dataLeft > MAX_EXTENDED_BYTES;
    byte[] data = isTooLong ? new byte[0] : data(MAX_EXTENDED_BYTES);
    if (type == 'L') {
      int end = data.length;
      while (end > 0 && data[end - 1] == 0) {
        end--;
      }
      longName = isTooLong ? TOO_LONG : ArchiveNames.of(data, 0, end);
    } else {
      pax = isTooLong ? new PaxRecords(TOO_LONG, -1, false) : PaxRecords.of(data);
      hasPax = true;
    }
  }

  private void sparseBlocks() throws IOException {
    boolean isMore = true;
    while (isMore) {
      if (!feed.has(TarHeader.BLOCK_BYTES)) {
        throw new DamagedStreamException(Fault.TRUNCATED, "the archive ends in a sparse header");
      }
      checkBytes(0);
      isMore = feed.peek(504) != 0;
      feed.skip(TarHeader.BLOCK_BYTES);
    }
  }

  private static byte[] unreadable() throws BadRecordException {
    throw new BadRecordException("archive_unsupported", "a sparse file");
  }

  private byte[] data(int maxBytes) throws IOException, BadRecordException {
    if (dataLeft > maxBytes) {
      throw new BadRecordException("body_too_large", "file is larger than " + maxBytes + " bytes");
    }
    checkBytes(dataLeft);
    int wanted = (int) dataLeft;
    // A size is only a claim: memory grows with what is there.
    byte[] data = new byte[Math.min(wanted, FIRST_BYTES)];
    int held = 0;
    while (held < wanted) {
      if (held == data.length) {
        data = Arrays.copyOf(data, (int) Math.min(wanted, 2L * held));
      }
      int got = feed.read(data, held, data.length - held);
      if (got < 0) {
        throw truncated();
      }
      held += got;
      dataLeft -= got;
    }
    return data;
  }

  /** Steps over what is left of the data, and over padding, which the last entry may lack. */
  private void pass() throws IOException {
    long allowed = Math.min(dataLeft, Math.max(0, limits.maxArchiveBytes() - feed.position()) + 1);
    if (feed.discard(allowed) < allowed) {
      throw truncated();
    }
    checkBytes(dataLeft - allowed);
    feed.discard(paddingLeft);
  }

  private void checkBytes(long ahead) throws ArchiveLimitException {
    if (feed.position() > limits.maxArchiveBytes() - ahead) {
      throw ArchiveLimitException.bytes(limits.maxArchiveBytes());
    }
  }

  private static DamagedStreamException truncated() {
    return new DamagedStreamException(Fault.TRUNCATED, "the archive ends inside an entry");
  }
}
