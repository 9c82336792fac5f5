// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The decompressed bytes of one zstd frame of a file.
 *
 * <p>Source: RFC 8878, section 3.1; the WARC-zstd proposal of the IIPC (warc-zstd, 2021) for a
 * dictionary in a skippable frame at the start of the file. Windows of up to 128 MiB are accepted.
 * Not thread-safe.
 */
final class ZstdFrame implements Member {
  private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  /** Frame header, block header, and the largest block: what a look at the first bytes may need. */
  static final int PROBED_BYTES = 18 + 3 + (128 << 10);

  private static final int BUFFER_BYTES = 128 << 10;
  private static final int SKIPPABLE_HEADER_BYTES = 8;
  private static final int DICTIONARY_MAGIC = 0x184D2A5D;
  private static final int MAX_DICTIONARY_BYTES = 16 << 20;

  private final ByteFeed file;
  private final ZstdDecompressCtx frame = new ZstdDecompressCtx();
  private final ZstdDecompressCtx probe = new ZstdDecompressCtx();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final Optional<ZstdDictDecompress> dictionary;
  private boolean hasEnded;

  private ZstdFrame(ByteFeed file, byte[] dictionary) {
    this.file = file;
    this.dictionary =
        dictionary.length == 0 ? Optional.empty() : Optional.of(new ZstdDictDecompress(dictionary));
  }

  /**
   * Makes a reader of the file's frames.
   *
   * @param file its window must hold {@link #PROBED_BYTES}
   * @throws IOException from the channel; {@link DamagedStreamException} if the file's dictionary
   *     cannot be read
   */
  static ZstdFrame of(ByteFeed file, FileBytes bytes) throws IOException {
    return new ZstdFrame(file, dictionary(bytes));
  }

  /** Forgets an unfinished frame, and with it the dictionary, which is given anew. */
  private void restart(ZstdDecompressCtx context) {
    context.reset();
    dictionary.ifPresent(context::loadDict);
  }

  private static byte[] dictionary(FileBytes bytes) throws IOException {
    byte[] head = bytes.head(SKIPPABLE_HEADER_BYTES);
    if (head.length < SKIPPABLE_HEADER_BYTES || littleEndian(head, 0) != DICTIONARY_MAGIC) {
      return new byte[0];
    }
    int size = littleEndian(head, Integer.BYTES);
    if (size < 0 || size > MAX_DICTIONARY_BYTES) {
      throw new DamagedStreamException(Fault.MALFORMED, "zstd: dictionary is too large");
    }
    byte[] stored = bytes.part(SKIPPABLE_HEADER_BYTES, size);
    if (stored.length < Integer.BYTES || littleEndian(stored, 0) != littleEndian(MAGIC, 0)) {
      return stored;
    }
    try (ZstdInputStreamNoFinalizer unpacked =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(stored))) {
      return unpacked.readNBytes(MAX_DICTIONARY_BYTES);
    } catch (IOException damaged) {
      throw new DamagedStreamException(Fault.MALFORMED, "zstd: dictionary: " + damaged);
    }
  }

  private static int littleEndian(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  @Override
  public byte[] magic() {
    return MAGIC;
  }

  @Override
  public boolean isAt() throws IOException {
    if (!file.has(MAGIC.length)) {
      return false;
    }
    int magic = littleEndian(file.array(), file.index());
    boolean isSkippable = (magic & 0xFFFFFFF0) == 0x184D2A50;
    return isSkippable || magic == littleEndian(MAGIC, 0);
  }

  @Override
  public void open() {
    restart(frame);
    in.clear().limit(0);
    out.clear().limit(0);
    hasEnded = false;
  }

  @Override
  public int prefix(byte[] into) throws IOException {
    file.has(PROBED_BYTES);
    int seen = Math.min(file.available(), PROBED_BYTES);
    ByteBuffer source = ByteBuffer.allocateDirect(seen).put(file.array(), file.index(), seen);
    ByteBuffer target = ByteBuffer.allocateDirect(into.length);
    restart(probe);
    try {
      probe.decompressDirectByteBufferStream(target, source.flip());
    } catch (ZstdException noFrame) {
      return 0;
    }
    int got = target.position();
    target.flip().get(into, 0, got);
    return got;
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    while (!out.hasRemaining()) {
      if (hasEnded) {
        return -1;
      }
      decompress();
    }
    int got = Math.min(max, out.remaining());
    out.get(into, at, got);
    return got;
  }

  private void decompress() throws IOException {
    if (!in.hasRemaining()) {
      if (!file.has(1)) {
        throw new DamagedStreamException(Fault.TRUNCATED, "file ends inside a zstd frame");
      }
      int fresh = Math.min(file.available(), BUFFER_BYTES);
      in.clear().put(file.array(), file.index(), fresh).flip();
      file.skip(fresh);
    }
    out.clear();
    try {
      hasEnded = frame.decompressDirectByteBufferStream(out, in);
    } catch (ZstdException malformed) {
      out.limit(0);
      throw new DamagedStreamException(Fault.MALFORMED, "zstd: " + malformed.getMessage());
    }
    out.flip();
    if (hasEnded) {
      file.seek(reached());
      in.limit(in.position());
    }
  }

  @Override
  public long reached() {
    return file.position() - in.remaining();
  }

  @Override
  public void close() {
    frame.close();
    probe.close();
    dictionary.ifPresent(ZstdDictDecompress::close);
  }
}
