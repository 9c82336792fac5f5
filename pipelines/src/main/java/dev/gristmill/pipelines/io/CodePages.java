// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * Reads source code: archives (tar, plain or under gzip, zstd, bzip2 or xz; zip and jar) and loose
 * files, one document a file.
 *
 * <p>A document is a text file of a known language; its text is kept as it is, licence header and
 * all. It has no URL, no date (archives are built with made-up ones) and no name of its archive or
 * folder, so that its id follows from the path inside, the content and what stands in {@code
 * metaJson}: {@code path}, {@code programming_language} (as GitHub's Linguist names it), {@code
 * licence} and {@code archive_licence} (SPDX expressions, where they were recognised).
 */
public final class CodePages {

  /** Decompressed bytes of a tar within which its licence is looked for. */
  private static final long LICENCE_BYTES = 256L << 20;

  private CodePages() {}

  /**
   * Reads the files of an archive in stored order. It is passed over twice, first for its licence,
   * in a tar within the first 256 MiB.
   *
   * <p>Skipped, by the reasons of {@link PageSink#skipped}: folders, links, devices, empty files,
   * names that no language has, bytes that are no text, other people's and generated files, nested
   * archives. Bad: {@code archive_path}, {@code body_too_large}, {@code archive_encrypted}, {@code
   * archive_unsupported}, {@code archive_entry_damaged}, each one file; {@code archive_damaged},
   * {@code archive_too_large}, {@code archive_too_many_entries}, {@code archive_overlap}, {@code
   * unsupported_compression}: what was read stays, the rest is one unit.
   *
   * <p>Cost: linear in the archive. Memory: one file and the decoder's window, whatever the archive
   * holds.
   *
   * @param channel stays open; its position is moved
   * @throws IOException from the channel only
   */
  public static void read(SeekableByteChannel channel, ReadLimits limits, PageSink sink)
      throws IOException {
    if (channel.size() == 0) {
      sink.noted("empty_file", 0);
      return;
    }
    ArchiveLicence licence = new ArchiveLicence(limits.maxBodyBytes());
    SourceArchive.read(channel, licenceLimits(limits), licence);
    SourceArchive.read(channel, limits, new CodeFiles(limits, licence.found(), sink));
  }

  /** Licences stand near the front; a huge tar is not decompressed twice to make sure. */
  private static ReadLimits licenceLimits(ReadLimits limits) {
    return new ReadLimits(
        limits.maxRecordBytes(),
        limits.maxBodyBytes(),
        limits.maxHeaderBytes(),
        limits.maxLineBytes(),
        Math.min(limits.maxArchiveBytes(), LICENCE_BYTES),
        limits.maxArchiveEntries());
  }

  /**
   * Reads one loose file, which is no archive.
   *
   * @param path in its source tree, with {@code /} between folders
   * @param archiveLicence the licence of that tree, or empty
   * @param offset what the sink is told
   * @throws IOException from the channel only
   */
  public static void readFile(
      SeekableByteChannel channel,
      String path,
      String archiveLicence,
      long offset,
      ReadLimits limits,
      PageSink sink)
      throws IOException {
    FileBytes bytes = new FileBytes(channel);
    ArchiveEntry.Content content =
        maxBytes -> {
          if (bytes.bytes() > maxBytes) {
            throw new BadRecordException(
                "body_too_large", "file is larger than " + maxBytes + " bytes");
          }
          return bytes.part(0, (int) bytes.bytes());
        };
    new CodeFiles(limits, archiveLicence, sink)
        .entry(new ArchiveEntry(path, ArchiveEntry.Kind.FILE, offset, content));
  }

  /** Whether a file is an archive that {@link #read} takes, by its first bytes alone. */
  public static boolean isArchive(byte[] head) {
    return SourceArchive.isBegunSo(head);
  }

  /**
   * The licence that a licence file's text is, as an SPDX expression, if it is a well-known one.
   */
  public static Optional<String> licence(byte[] licenceFile) {
    return SourceText.decode(licenceFile).flatMap(LicenceHeader::of);
  }
}
