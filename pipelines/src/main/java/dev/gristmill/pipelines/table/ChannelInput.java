// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A Parquet input over a seekable channel.
 *
 * <p>The library throws the same types for a damaged file and for a storage that fails, so the
 * channel's own exceptions are remembered. Not thread-safe.
 */
public final class ChannelInput implements InputFile {

  private final SeekableByteChannel channel;
  private final boolean owns;
  private IOException failure;

  private ChannelInput(SeekableByteChannel channel, boolean owns) {
    this.channel = channel;
    this.owns = owns;
  }

  /** An input whose stream closes the channel. */
  public static ChannelInput owning(SeekableByteChannel channel) {
    return new ChannelInput(channel, true);
  }

  /** An input whose stream leaves the channel open. */
  public static ChannelInput borrowing(SeekableByteChannel channel) {
    return new ChannelInput(channel, false);
  }

  /** The last exception that the channel itself threw; empty if the storage never failed. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** What the library's messages call it. */
  @Override
  public String toString() {
    return "this file";
  }

  @Override
  public long getLength() throws IOException {
    return watched(channel::size);
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(new Bytes()) {
      @Override
      public long getPos() throws IOException {
        return watched(channel::position);
      }

      @Override
      public void seek(long position) throws IOException {
        watched(() -> channel.position(position).position());
      }

      @Override
      public int read(ByteBuffer buffer) throws IOException {
        return (int) watched(() -> channel.read(buffer));
      }
    };
  }

  private interface Call {
    long run() throws IOException;
  }

  private long watched(Call call) throws IOException {
    try {
      return call.run();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private final class Bytes extends FilterInputStream {
    Bytes() {
      super(Channels.newInputStream(channel));
    }

    @Override
    public int read() throws IOException {
      return (int) watched(in::read);
    }

    @Override
    public int read(byte[] into, int at, int max) throws IOException {
      return (int) watched(() -> in.read(into, at, max));
    }

    @Override
    public void close() throws IOException {
      if (owns) {
        in.close();
      }
    }
  }
}
