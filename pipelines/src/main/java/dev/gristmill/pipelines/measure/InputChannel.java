// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.pipelines.run.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.beam.sdk.io.FileSystems;

/**
 * An input file opened for one split, with a digest over the bytes in the order they were read.
 *
 * <p>Readers read a split in one deterministic way, so the same content gives the same digest.
 */
final class InputChannel implements SeekableByteChannel {

  private final SeekableByteChannel channel;
  private final MessageDigest digest = Digests.sha256();

  private InputChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  static InputChannel open(String file) throws IOException {
    ReadableByteChannel channel = FileSystems.open(FileSystems.matchNewResource(file, false));
    if (channel instanceof SeekableByteChannel seekable) {
      return new InputChannel(seekable);
    }
    channel.close();
    throw new IOException("the file system of " + file + " cannot seek within files");
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int start = buffer.position();
    int count = channel.read(buffer);
    if (count > 0) {
      ByteBuffer seen = buffer.duplicate();
      seen.position(start).limit(start + count);
      digest.update(seen);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer buffer) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
