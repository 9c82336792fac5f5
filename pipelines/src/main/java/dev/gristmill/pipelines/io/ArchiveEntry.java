// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;

/**
 * One entry of an archive, as the archive describes it; valid until the next one is read.
 *
 * @param name as stored, decoded; never a file name of ours
 * @param kind what the entry is
 * @param offset of its header, in the decompressed tar or in the zip file
 * @param content reads a file's bytes
 */
record ArchiveEntry(String name, Kind kind, long offset, Content content) {

  /** What an entry is. */
  enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    DIRECTORY,
    /** A symbolic or hard link. */
    LINK,
    /** A device, a pipe, a volume label. */
    SPECIAL
  }

  /** The bytes of an entry. */
  @FunctionalInterface
  interface Content {
    /**
     * Reads the bytes, once.
     *
     * @throws BadRecordException if this entry cannot be read, but others may
     * @throws DamagedStreamException if nothing behind it can be read either
     * @throws ArchiveLimitException if the archive is over a cap
     */
    byte[] read(int maxBytes) throws BadRecordException, IOException;
  }

  /** Takes the entries of an archive in stored order. */
  interface Sink {
    /** Takes an entry; false to read no further. */
    boolean entry(ArchiveEntry entry) throws IOException;

    /**
     * Takes the news that the rest of the archive, or its directory, cannot be read.
     *
     * @param offset as {@link ArchiveEntry#offset}
     * @param bytes of the unreadable rest, 0 if unknown
     */
    void damaged(String reason, String message, long offset, long bytes);
  }
}
