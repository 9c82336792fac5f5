// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;

/** Tells archives of source files by their first bytes and opens them: tar, and zip or jar. */
final class SourceArchive {
  private static final int WINDOW_BYTES = 256 << 10;
  private static final List<String> TAR_ENDINGS =
      List.of(".tar", ".tgz", ".tzst", ".tbz", ".tbz2", ".txz", ".crate");
  private static final List<String> ZIP_ENDINGS =
      List.of(".zip", ".jar", ".war", ".aar", ".whl", ".nupkg", ".vsix");
  private static final List<String> COMPRESSED_ENDINGS =
      List.of(".gz", ".zst", ".zstd", ".bz2", ".xz");

  private SourceArchive() {}

  /**
   * Whether a file is a source archive; zip files of other kinds, such as WACZ or office documents,
   * are not. Blocks of bzip2 and xz are longer than a head, so there the name must say tar.
   */
  static boolean isNamedAndBegunSo(String name, byte[] head) {
    Compression compression = Compression.detect(head);
    return switch (compression) {
      case ZIP -> hasZipName(name);
      case BZIP2, XZ -> hasTarName(name);
      case NONE, GZIP, ZSTD -> {
        byte[] first = FirstBytes.of(head, TarHeader.BLOCK_BYTES);
        yield TarHeader.isAt(first, 0)
            || LittleEndian.isAt(head, 0, 'P', 'K', 5, 6)
            || (hasTarName(name) && isZero(first));
      }
      default -> false;
    };
  }

  /** Whether the bytes are an archive's, whatever the file is called. */
  static boolean isBegunSo(byte[] head) {
    return isNamedAndBegunSo(".zip", head) || isNamedAndBegunSo(".tar", head);
  }

  private static boolean hasZipName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ZIP_ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static boolean hasTarName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : COMPRESSED_ENDINGS) {
      if (lower.endsWith(ending)) {
        lower = lower.substring(0, lower.length() - ending.length());
        break;
      }
    }
    return TAR_ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static boolean isZero(byte[] first) {
    for (byte b : first) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the entries in stored order.
   *
   * @throws IOException from the channel or the sink only
   */
  static void read(SeekableByteChannel channel, ReadLimits limits, ArchiveEntry.Sink sink)
      throws IOException {
    FileBytes file = new FileBytes(channel);
    byte[] head = file.head(Format.HEAD_BYTES);
    Compression compression = Compression.detect(head);
    if (compression == Compression.ZIP || LittleEndian.isAt(head, 0, 'P', 'K', 5, 6)) {
      new ZipEntries(file, limits, sink).read();
      return;
    }
    switch (compression) {
      case GZIP -> {
        try (GzipMembers members = new GzipMembers(new ByteFeed(file, WINDOW_BYTES))) {
          tar(members, limits, sink);
        }
      }
      case ZSTD -> {
        try (ZstdSource frames = ZstdSource.open(channel)) {
          tar(frames, limits, sink);
        }
      }
      case BZIP2, XZ -> {
        try (StreamSource stream = StreamSource.open(compression, channel)) {
          tar(stream, limits, sink);
        }
      }
      case LZ4 -> sink.damaged("unsupported_compression", compression.refusal(), 0, file.bytes());
      default -> tar(file, limits, sink);
    }
  }

  private static void tar(ByteFeed.Source source, ReadLimits limits, ArchiveEntry.Sink sink)
      throws IOException {
    new TarEntries(new ByteFeed(source, WINDOW_BYTES), limits, sink).read();
  }
}
