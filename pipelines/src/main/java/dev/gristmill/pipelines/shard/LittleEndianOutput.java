// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes little-endian numbers to a stream through a buffer of its own. */
final class LittleEndianOutput implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  LittleEndianOutput(OutputStream out) {
    this.out = out;
  }

  void putByte(int number) throws IOException {
    room(1);
    buffer.put((byte) number);
  }

  void putInt(int number) throws IOException {
    room(4);
    buffer.putInt(number);
  }

  void putLong(long number) throws IOException {
    room(8);
    buffer.putLong(number);
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      drain();
    }
  }
}
