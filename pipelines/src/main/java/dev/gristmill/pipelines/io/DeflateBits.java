// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of a deflate stream in a file, from the low bit of each byte up.
 *
 * <p>Source: RFC 1951, section 3.1.1. At most eight bytes are taken from the file's feed before
 * they are needed. {@link Inflate} keeps copies of the fields in its loop. Not thread-safe.
 */
final class DeflateBits {
  /** Eight bytes of an array as one number. */
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteFeed file;

  /** The next bits, lowest first. */
  long buffer;

  /** How many of them count; the buffer may hold more. */
  int held;

  /** Bytes of the buffer that stand behind the end of the file; what they are is not said. */
  int missingBytes;

  DeflateBits(ByteFeed file) {
    this.file = file;
  }

  /** Starts at the feed's position. */
  void restart() {
    buffer = 0;
    held = 0;
    missingBytes = 0;
  }

  /** Index of the first byte of the file of which no bit was taken. */
  long reached() {
    return file.position() - (held >> 3) + missingBytes;
  }

  /** Sees to it that there are at least 56 bits; some may be missing. */
  void refill() throws IOException {
    if (file.has(Long.BYTES)) {
      buffer |= (long) LONG.get(file.array(), file.index()) << held;
      file.skip((63 - held) >> 3);
      held |= 56;
      return;
    }
    checkNotOverdrawn();
    while (held < 56) {
      if (file.has(1)) {
        buffer |= (file.peek(0) & 0xFFL) << held;
        file.skip(1);
      } else {
        missingBytes++;
      }
      held += 8;
    }
  }

  /** The next bits, at most 16, as a number. */
  int take(int count) throws IOException {
    if (held < count) {
      refill();
    }
    int value = (int) buffer & ((1 << count) - 1);
    buffer >>>= count;
    held -= count;
    return value;
  }

  /** Gives whole bytes of the bit buffer back to the file; the rest of a byte is dropped. */
  void rewind() throws IOException {
    checkNotOverdrawn();
    file.seek(reached());
    restart();
  }

  /** Whether bits were taken that stand behind the end of the file. */
  boolean isOverdrawn() {
    return held < missingBytes << 3;
  }

  private void checkNotOverdrawn() throws DamagedStreamException {
    if (isOverdrawn()) {
      throw truncated();
    }
  }

  /** What to throw for a fault; what stands behind the end of the file is no fault of the data. */
  DamagedStreamException malformed(String what) {
    return isOverdrawn()
        ? truncated()
        : new DamagedStreamException(Fault.MALFORMED, "gzip data is damaged: " + what);
  }

  static DamagedStreamException truncated() {
    return new DamagedStreamException(Fault.TRUNCATED, "file ends inside a gzip member");
  }
}
