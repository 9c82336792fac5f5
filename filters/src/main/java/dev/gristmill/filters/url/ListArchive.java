// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The lists inside a gzipped tar: as datatrove ships them, and as UT1 offers its categories.
 *
 * <p>Source: POSIX.1-2017, pax, "ustar Interchange Format". Members are known by the last part of
 * their names ({@link ListFolder}); the part before it is the list's name.
 */
final class ListArchive {
  private static final int BLOCK = 512;
  private static final int BUFFER = 1 << 16;

  private ListArchive() {}

  /**
   * Reads the lists to the archive's end.
   *
   * @param own the name of lists that stand in no folder
   * @throws IOException if the archive is damaged
   */
  static Set<ListFolder.Kind> read(InputStream gzip, String own, ListFolder.Sink sink)
      throws IOException {
    Set<ListFolder.Kind> kinds = EnumSet.noneOf(ListFolder.Kind.class);
    InputStream in = new GZIPInputStream(gzip, BUFFER);
    byte[] header = in.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      String[] path = text(header, 0, 100).split("/", -1);
      long size = size(header);
      Member member = new Member(in, size);
      boolean isFile = header[156] == '0' || header[156] == 0;
      Optional<ListFolder.Kind> kind = ListFolder.kind(path[path.length - 1]);
      if (isFile && kind.isPresent()) {
        kinds.add(kind.get());
        String list = path.length > 1 ? path[path.length - 2] : own;
        String name = list.equals(".") ? own : list;
        ListLines.raw(member, line -> sink.line(kind.get(), name, line));
      }
      member.skipNBytes(member.left);
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      header = in.readNBytes(BLOCK);
    }
    return kinds;
  }

  private static String text(byte[] header, int from, int maxBytes) {
    int end = from;
    while (end < from + maxBytes && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static long size(byte[] header) throws IOException {
    String octal = text(header, 124, 12).strip();
    try {
      return Long.parseLong(octal, 8);
    } catch (NumberFormatException e) {
      throw new IOException("not a tar archive: a size is \"" + octal + "\"", e);
    }
  }

  /** One member's bytes. */
  private static final class Member extends FilterInputStream {
    private long left;

    Member(InputStream in, long size) {
      super(in);
      left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(bytes, from, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException("the archive ends in the middle of a list");
      }
      left -= read;
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(Math.min(bytes, left));
      left -= skipped;
      return skipped;
    }

    /** The archive stays open. */
    @Override
    public void close() {}
  }
}
