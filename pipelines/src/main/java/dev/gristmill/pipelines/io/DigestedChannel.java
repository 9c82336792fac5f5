// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;

/**
 * A channel that gathers the SHA-256 of one range of a file while a reader reads it.
 *
 * <p>Bytes count when they pass for the first time in order, so that the digest is the same
 * whatever the order of reads. Readers may go back. Where they jump ahead by at most half of what
 * is missing, the gap is read before; a longer jump (to a footer, say) does not count, and {@link
 * #sha256} reads what is missing at the end. At most the range is read once more. Not thread-safe.
 */
public final class DigestedChannel implements SeekableByteChannel {
  private static final int CHUNK_BYTES = 64 << 10;

  private final SeekableByteChannel channel;
  private final long to;
  private final MessageDigest digest = Sha256.digest();
  private long digestedTo;

  /**
   * Wraps a channel to gather the digest of {@code [from, to)}.
   *
   * @throws IllegalArgumentException unless {@code 0 <= from <= to}
   */
  public DigestedChannel(SeekableByteChannel channel, long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("range must be ordered, was [" + from + ", " + to + ")");
    }
    this.channel = channel;
    this.digestedTo = from;
    this.to = to;
  }

  /**
   * SHA-256 of the range in lower-case hex, of as much of it as the file has; ends the gathering.
   *
   * @throws IOException from the channel
   */
  public String sha256() throws IOException {
    gather(to);
    return Sha256.hex(digest.digest());
  }

  /** Reads what is missing before {@code end}, or as much of it as the file has. */
  private void gather(long end) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, end - digestedTo));
    while (digestedTo < end) {
      channel.position(digestedTo);
      chunk.clear().limit((int) Math.min(chunk.capacity(), end - digestedTo));
      if (pass(chunk) < 0) {
        break;
      }
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    long position = channel.position();
    if (position > digestedTo && position < to && position - digestedTo <= to - position) {
      gather(position);
      channel.position(position);
    }
    return pass(into);
  }

  private int pass(ByteBuffer into) throws IOException {
    long position = channel.position();
    int start = into.position();
    int got = channel.read(into);
    long fresh = Math.min(position + got, to) - digestedTo;
    if (got > 0 && position <= digestedTo && fresh > 0) {
      int skipped = (int) (digestedTo - position);
      digest.update(
          into.duplicate().limit(start + skipped + (int) fresh).position(start + skipped));
      digestedTo += fresh;
    }
    return got;
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
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long bytes) {
    throw new NonWritableChannelException();
  }
}
