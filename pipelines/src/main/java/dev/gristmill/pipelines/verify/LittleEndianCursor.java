// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads little-endian numbers of a file from a position on, through a buffer of its own: cursors of
 * one channel do not disturb each other. Past the end it throws {@link EOFException}.
 */
final class LittleEndianCursor {

  private static final int BUFFER_BYTES = 1 << 16;

  private final SeekableByteChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private long position;

  LittleEndianCursor(SeekableByteChannel channel, long position) {
    this.channel = channel;
    this.position = position;
  }

  int nextByte() throws IOException {
    need(1);
    return buffer.get() & 0xff;
  }

  int nextInt() throws IOException {
    need(4);
    return buffer.getInt();
  }

  long nextLong() throws IOException {
    need(8);
    return buffer.getLong();
  }

  private void need(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    buffer.compact();
    channel.position(position);
    while (buffer.position() < bytes) {
      int read = channel.read(buffer);
      if (read < 0) {
        throw new EOFException("ends early");
      }
      position += read;
    }
    buffer.flip();
  }
}
