// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes as a channel that gives at most a few of them at a time. */
class BytesChannel implements SeekableByteChannel {
  private final byte[] bytes;
  private final int maxRead;
  private long position;

  BytesChannel(byte[] bytes) {
    this(bytes, Integer.MAX_VALUE);
  }

  BytesChannel(byte[] bytes, int maxRead) {
    this.bytes = bytes;
    this.maxRead = maxRead;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= bytes.length) {
      return -1;
    }
    long left = Math.min(into.remaining(), bytes.length - position);
    int got = (int) Math.min(left, maxRead);
    into.put(bytes, (int) position, got);
    position += got;
    return got;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
