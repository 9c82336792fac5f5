// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;

/**
 * Decompresses the pages of anybody's Parquet files, up to a number of bytes.
 *
 * <p>Source: parquet-format, Compression.md. UNCOMPRESSED, SNAPPY, GZIP, BROTLI, ZSTD and LZ4_RAW
 * are read; LZO and the deprecated LZ4, whose framing writers disagree on, are not. As in {@link
 * ZstdCodecs}, no Hadoop class runs, and a page must inflate to exactly the size it states. Not
 * thread-safe.
 */
public final class PageCodecs implements CompressionCodecFactory {

  private final long maxBytes;
  private long inflatedBytes;

  /** Codecs that inflate at most {@code maxBytes} between two calls of {@link #restart}. */
  public PageCodecs(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether pages of that codec can be read. */
  public static boolean isReadable(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, BROTLI, ZSTD, LZ4_RAW -> true;
      case LZO, LZ4 -> false;
    };
  }

  /** Begins to count inflated bytes anew. */
  public void restart() {
    inflatedBytes = 0;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("foreign files are only read");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
        return codec == CompressionCodecName.UNCOMPRESSED
            ? bytes
            : BytesInput.from(inflate(codec, ZstdCodecs.array(bytes), decompressedSize));
      }

      @Override
      public void decompress(
          ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
          throws IOException {
        byte[] compressed = new byte[compressedSize];
        input.get(compressed);
        output.put(
            codec == CompressionCodecName.UNCOMPRESSED
                ? compressed
                : inflate(codec, compressed, decompressedSize));
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public void release() {}

  private byte[] inflate(CompressionCodecName codec, byte[] compressed, int size)
      throws IOException {
    if (size < 0 || inflatedBytes + size > maxBytes) {
      throw new IOException("pages inflate to more than " + maxBytes + " bytes");
    }
    inflatedBytes += size;
    if (size == 0 && compressed.length == 0) {
      return compressed; // the values of a version 2 page of nulls
    }
    return switch (codec) {
      case ZSTD -> ZstdCodecs.inflate(compressed, size);
      case SNAPPY -> block(new SnappyDecompressor(), compressed, size);
      case LZ4_RAW -> block(new Lz4Decompressor(), compressed, size);
      case GZIP -> stream(new GZIPInputStream(new ByteArrayInputStream(compressed)), size);
      case BROTLI -> stream(new BrotliInputStream(new ByteArrayInputStream(compressed)), size);
      case UNCOMPRESSED, LZO, LZ4 -> throw new IOException(codec + " pages cannot be inflated");
    };
  }

  private static byte[] block(Decompressor codec, byte[] compressed, int size) throws IOException {
    byte[] out = new byte[size];
    return checked(out, codec.decompress(compressed, 0, compressed.length, out, 0, size));
  }

  private static byte[] stream(InputStream stream, int size) throws IOException {
    try (stream) {
      byte[] out = new byte[size];
      int got = stream.readNBytes(out, 0, size);
      return checked(out, stream.read() < 0 ? got : -1);
    }
  }

  private static byte[] checked(byte[] out, int got) throws IOException {
    if (got != out.length) {
      throw new IOException("page does not inflate to its stated " + out.length + " bytes");
    }
    return out;
  }
}
