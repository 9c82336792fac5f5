// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * The decompressed bytes of a zstd file, all frames in a row.
 *
 * <p>Source: RFC 8878. Windows of up to 128 MiB are accepted, dictionaries are not. Not
 * thread-safe.
 */
final class ZstdSource implements ByteFeed.Source, AutoCloseable {

  /** A caller's channel, which stays open. */
  private static final class Borrowed extends FilterInputStream {
    Borrowed(SeekableByteChannel channel) {
      super(Channels.newInputStream(channel));
    }

    @Override
    public void close() {
      // The channel belongs to the caller.
    }
  }

  private final ZstdInputStreamNoFinalizer in;

  private ZstdSource(ZstdInputStreamNoFinalizer in) {
    this.in = in;
  }

  /** Opens the file from its first byte. */
  static ZstdSource open(SeekableByteChannel channel) throws IOException {
    channel.position(0);
    return new ZstdSource(new ZstdInputStreamNoFinalizer(new Borrowed(channel)));
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    try {
      int got;
      do {
        got = in.read(into, at, max);
      } while (got == 0);
      return got;
    } catch (ZstdIOException malformed) {
      throw new DamagedStreamException(Fault.MALFORMED, "zstd: " + malformed.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
