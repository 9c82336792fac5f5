// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.Arrays;

/** Positioned reads of a channel; the channel's position is set only when it has to change. */
final class FileBytes implements ByteFeed.Source {
  private static final int CHUNK_BYTES = 64 << 10;

  private final SeekableByteChannel channel;
  private final long bytes;

  FileBytes(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.bytes = channel.size();
  }

  /** Size of the file when it was opened. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    if (position >= bytes) {
      return -1;
    }
    if (channel.position() != position) {
      channel.position(position);
    }
    ByteBuffer buffer = ByteBuffer.wrap(into, at, max);
    int got;
    do {
      got = channel.read(buffer);
    } while (got == 0);
    return got;
  }

  /** Up to {@code max} first bytes of the file. */
  byte[] head(int max) throws IOException {
    return part(0, max);
  }

  /** Up to {@code max} bytes from a position on. */
  byte[] part(long position, int max) throws IOException {
    byte[] part = new byte[max];
    int held = 0;
    while (held < max) {
      int got = read(position + held, part, held, max - held);
      if (got < 0) {
        break;
      }
      held += got;
    }
    return Arrays.copyOf(part, held);
  }

  /** SHA-256 of {@code [from, to)}, or empty if the range is longer than {@code maxBytes}. */
  String sha256(long from, long to, long maxBytes) throws IOException {
    if (to - from > maxBytes) {
      return "";
    }
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long at = from; at < to; ) {
      int got = read(at, chunk, 0, (int) Math.min(chunk.length, to - at));
      if (got < 0) {
        break;
      }
      digest.update(chunk, 0, got);
      at += got;
    }
    return Sha256.hex(digest.digest());
  }
}
