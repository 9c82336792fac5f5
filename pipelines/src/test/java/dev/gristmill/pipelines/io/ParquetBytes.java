// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.xerial.snappy.Snappy;

/** Parquet files made by the library's example writer, with compressors other than those tested. */
final class ParquetBytes {
  private final MessageType schema;
  private CompressionCodecName codec = CompressionCodecName.UNCOMPRESSED;
  private int rowsInGroup = Integer.MAX_VALUE;
  private boolean hasDictionary = true;
  private boolean hasChecksums = true;
  private boolean isVersion2;

  private ParquetBytes(MessageType schema) {
    this.schema = schema;
  }

  /** Columns as in a schema's text form, for example {@code required binary text (STRING)}. */
  static ParquetBytes of(String... columns) {
    return new ParquetBytes(
        MessageTypeParser.parseMessageType(
            ("message m { " + String.join("; ", columns) + "; }").replace("};", "}")));
  }

  ParquetBytes codec(CompressionCodecName name) {
    codec = name;
    return this;
  }

  ParquetBytes rowsInGroup(int rows) {
    rowsInGroup = rows;
    return this;
  }

  ParquetBytes plain() {
    hasDictionary = false;
    return this;
  }

  ParquetBytes withoutChecksums() {
    hasChecksums = false;
    return this;
  }

  ParquetBytes version2() {
    isVersion2 = true;
    return this;
  }

  /** A file of these rows. */
  byte[] rows(List<Consumer<Group>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new Output(out))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCodecFactory(new Compressors())
            .withCompressionCodec(codec)
            .withDictionaryEncoding(hasDictionary)
            .withPageWriteChecksumEnabled(hasChecksums)
            .withRowGroupRowCountLimit(rowsInGroup)
            .withPageRowCountLimit(Integer.MAX_VALUE)
            .withWriterVersion(
                isVersion2
                    ? ParquetProperties.WriterVersion.PARQUET_2_0
                    : ParquetProperties.WriterVersion.PARQUET_1_0)
            .build()) {
      for (Consumer<Group> row : rows) {
        Group group = new SimpleGroup(schema);
        row.accept(group);
        writer.write(group);
      }
    }
    return out.toByteArray();
  }

  /** A file of the one column that most tests need. */
  static byte[] texts(String... texts) throws IOException {
    return of("required binary text (STRING)").texts(List.of(texts));
  }

  byte[] texts(List<String> texts) throws IOException {
    return rows(
        texts.stream().map(text -> (Consumer<Group>) group -> group.add("text", text)).toList());
  }

  private static byte[] compress(CompressionCodecName codec, byte[] bytes) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> Snappy.compress(bytes);
      case ZSTD -> Zstd.compress(bytes);
      case LZ4_RAW, LZ4 -> LZ4Factory.safeInstance().fastCompressor().compress(bytes);
      case GZIP -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(bytes);
        }
        yield out.toByteArray();
      }
      case BROTLI -> {
        // RFC 7932, section 9.2: one uncompressed meta-block of at most 64 KiB, one empty last one.
        int head = (bytes.length - 1) << 4 | 1 << 20;
        yield WarcBytes.join(
            new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)},
            bytes,
            new byte[] {3});
      }
      case LZO -> throw new IllegalArgumentException("no compressor for " + codec);
    };
  }

  private static final class Compressors implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
          ByteArrayOutputStream array = new ByteArrayOutputStream();
          bytes.writeAllTo(array);
          return BytesInput.from(ParquetBytes.compress(codec, array.toByteArray()));
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
      throw new UnsupportedOperationException("only written");
    }

    @Override
    public void release() {}
  }

  private record Output(ByteArrayOutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return out.size();
        }

        @Override
        public void write(int b) {
          out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          out.write(bytes, offset, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
