// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The decompressed bytes of a bzip2 or xz file, all streams in a row.
 *
 * <p>Decoders throw the same exceptions for damage and for a channel that fails; here the first is
 * a {@link DamagedStreamException}, the second what the channel threw. Memory: bzip2 about 5 MiB,
 * xz at most 128 MiB, the dictionary of {@code xz -9} twice over. Not thread-safe.
 */
final class StreamSource implements ByteFeed.Source, AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int MAX_XZ_KIB = 128 << 10;

  /** A caller's channel, which stays open and whose own failures are remembered. */
  private static final class Borrowed extends FilterInputStream {
    private IOException failure;

    Borrowed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int max) throws IOException {
      try {
        return super.read(into, at, max);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void close() {
      // The channel belongs to the caller.
    }
  }

  private final Compression compression;
  private final Borrowed file;
  private InputStream in;

  private StreamSource(Compression compression, SeekableByteChannel channel) throws IOException {
    channel.position(0);
    this.compression = compression;
    this.file = new Borrowed(Channels.newInputStream(channel));
  }

  /** Opens a file that begins like {@code compression}, bzip2 or xz. */
  static StreamSource open(Compression compression, SeekableByteChannel channel)
      throws IOException {
    return new StreamSource(compression, channel);
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    try {
      if (in == null) {
        InputStream buffered = new BufferedInputStream(file, BUFFER_BYTES);
        in =
            compression == Compression.XZ
                ? new XZInputStream(buffered, MAX_XZ_KIB)
                : new BZip2CompressorInputStream(buffered, true);
      }
      int got;
      do {
        got = in.read(into, at, max);
      } while (got == 0);
      return got;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException fault) {
      if (file.failure != null) {
        throw file.failure;
      }
      throw new DamagedStreamException(
          Fault.MALFORMED, compression.label() + ": " + fault.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
