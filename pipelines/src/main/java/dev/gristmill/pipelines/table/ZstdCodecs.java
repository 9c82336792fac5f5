// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Parquet's ZSTD and UNCOMPRESSED codecs straight over zstd-jni.
 *
 * <p>The library's own factory builds a Hadoop Configuration for each codec, which drags in an XML
 * parser and, on new JDKs, code that no longer runs. The native zstd inside the jar is the same on
 * every platform, so the same page gives the same bytes.
 */
final class ZstdCodecs implements CompressionCodecFactory {

  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    boolean plain = plain(codec);
    return new BytesInputCompressor() {
      @Override
      public BytesInput compress(BytesInput bytes) throws IOException {
        return plain ? bytes : BytesInput.from(Zstd.compress(array(bytes), LEVEL));
      }

      @Override
      public CompressionCodecName getCodecName() {
        return codec;
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    boolean plain = plain(codec);
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
        return plain ? bytes : BytesInput.from(inflate(array(bytes), decompressedSize));
      }

      @Override
      public void decompress(
          ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
          throws IOException {
        byte[] compressed = new byte[compressedSize];
        input.get(compressed);
        output.put(plain ? compressed : inflate(compressed, decompressedSize));
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public void release() {}

  static byte[] array(BytesInput bytes) throws IOException {
    ByteArrayOutputStream array = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
    bytes.writeAllTo(array);
    return array.toByteArray();
  }

  static byte[] inflate(byte[] compressed, int size) throws IOException {
    byte[] out = new byte[size];
    long got = Zstd.decompress(out, compressed);
    if (Zstd.isError(got) || got != size) {
      throw new IOException("zstd page does not inflate to its stated " + size + " bytes");
    }
    return out;
  }

  private static boolean plain(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> false;
      case UNCOMPRESSED -> true;
      default ->
          throw new IllegalArgumentException("tables are ZSTD or UNCOMPRESSED, not " + codec);
    };
  }
}
