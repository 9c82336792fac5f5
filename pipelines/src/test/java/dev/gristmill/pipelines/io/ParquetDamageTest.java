// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;

/** Damage never stops a reader, and ranges never change what is read. */
class ParquetDamageTest {
  private static final String TEXT = "required binary text (STRING)";

  private static List<String> texts(int rows) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      texts.add("document " + i + " " + "word ".repeat(i % 20));
    }
    return texts;
  }

  private static Found inRanges(byte[] file, long... cuts) throws IOException {
    Found found = new Found();
    SeekableByteChannel channel = new BytesChannel(file, 1000);
    long from = 0;
    for (long cut : cuts) {
      ParquetPages.read(channel, from, cut, ReadLimits.defaults(), found);
      from = cut;
    }
    ParquetPages.read(channel, from, file.length, ReadLimits.defaults(), found);
    return found;
  }

  @Test
  void rangesCutAnywhereReportEachRowOnce() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).rowsInGroup(7).texts(texts(30));
    byte[] damaged = file.clone();
    damaged[file.length / 3] ^= 0x55;
    for (byte[] bytes : List.of(file, damaged)) {
      Found whole = Found.inParquet(bytes);
      assertThat(whole.trace).isNotEmpty();
      for (int cut = 0; cut <= bytes.length; cut++) {
        assertThat(inRanges(bytes, cut).trace).as("cut %s", cut).isEqualTo(whole.trace);
      }
      assertThat(inRanges(bytes, 0, 100, 100, 700, 701).trace).isEqualTo(whole.trace);
    }
    assertThat(Found.inParquet(file).offsets).hasSize(30).isSorted();
  }

  @Test
  void aRangeReadsTheRowGroupsThatBeginInIt() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).rowsInGroup(10).texts(texts(30));
    Found first = new Found();
    Found later = new Found();

    ParquetPages.read(new BytesChannel(file), 0, 5, ReadLimits.defaults(), first);
    ParquetPages.read(new BytesChannel(file), 5, file.length, ReadLimits.defaults(), later);

    assertThat(first.offsets).hasSize(10).startsWith(0L).endsWith(9L);
    assertThat(later.offsets).hasSize(20).startsWith(10L).endsWith(29L);
  }

  @Test
  void aWrongChecksumCostsItsRowGroupOnly() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).plain().rowsInGroup(10).texts(texts(30));
    int inSecond = new String(file, ISO_8859_1).indexOf("document 15");
    file[inSecond] = 'D';

    Found found = Found.inParquet(file);

    assertThat(found.offsets).hasSize(20).doesNotContain(10L, 15L, 19L);
    assertThat(found.reasons()).containsExactly("parquet_damaged");
    assertThat(found.bad.get(0).offset()).isEqualTo(10);
    assertThat(found.bad.get(0).length()).isEqualTo(10);
    assertThat(found.bad.get(0).message()).startsWith("row group 1: ").contains("CRC");
  }

  @Test
  void aFileCutOffAnywhereIsOneBadUnit() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).rowsInGroup(10).texts(texts(20));
    for (int length = 1; length < file.length; length++) {
      Found found = Found.inParquet(Arrays.copyOf(file, length));
      assertThat(found.reasons()).as("%s bytes", length).containsExactly("parquet_damaged");
      assertThat(found.pages).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    byte[] file = ParquetBytes.texts("a");
    byte[] encrypted = file.clone();
    encrypted[3] = 'E';
    byte[] hugeFooter = file.clone();
    ByteBuffer.wrap(hugeFooter).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, 1 << 30);
    byte[] noEnd = file.clone();
    noEnd[file.length - 1] = 0;

    assertThat(message(WarcBytes.gzip(file))).contains("does not start with PAR1");
    assertThat(message(encrypted)).contains("encrypted");
    assertThat(message(hugeFooter)).contains("a footer of 1073741824 bytes");
    assertThat(message(noEnd)).contains("does not end with PAR1");
    assertThat(message(WarcBytes.ascii("PAR1PAR1"))).contains("does not start");
  }

  private static String message(byte[] file) throws IOException {
    Found found = Found.inParquet(file);
    assertThat(found.reasons()).containsExactly("parquet_damaged");
    return found.bad.get(0).message();
  }

  @Test
  void refusesAFooterOverItsLimit() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).rowsInGroup(1).texts(texts(20));
    int footer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);

    Found small = Found.inParquet(file, new ReadLimits(4 * footer - 1, 1 << 20, 256, 256));
    Found large = Found.inParquet(file, new ReadLimits(4 * footer, 1 << 20, 256, 256));

    assertThat(small.reasons()).containsExactly("parquet_footer_too_large");
    assertThat(large.pages).hasSize(20);
  }

  @Test
  void flippedBitsNeitherThrowNorInventRows() throws IOException {
    Random random = new Random(17);
    byte[][] files = {
      ParquetBytes.of(TEXT).rowsInGroup(40).texts(texts(80)),
      ParquetBytes.of(TEXT).withoutChecksums().texts(texts(80)),
      ParquetBytes.of(TEXT).withoutChecksums().plain().texts(texts(80)),
      ParquetBytes.of("optional binary text (STRING)")
          .withoutChecksums()
          .codec(CompressionCodecName.SNAPPY)
          .texts(texts(80)),
      ParquetBytes.of(TEXT).withoutChecksums().version2().texts(texts(80)),
      ParquetBytes.of(TEXT)
          .withoutChecksums()
          .version2()
          .plain()
          .codec(CompressionCodecName.ZSTD)
          .texts(texts(80)),
    };
    for (byte[] file : files) {
      for (int round = 0; round < 1500; round++) {
        byte[] damaged = file.clone();
        for (int flips = random.nextInt(3); flips >= 0; flips--) {
          damaged[4 + random.nextInt(file.length - 4)] ^= (byte) (1 << random.nextInt(8));
        }
        Found found = Found.inParquet(damaged);
        assertThat(found.offsets).doesNotHaveDuplicates().isSorted();
      }
    }
  }

  @Test
  void footersThatClaimOrNestWithoutEndAreDamage() throws IOException {
    // Thrift's compact protocol: field 1, then field 2 as a list of 2^31 - 1 structs.
    byte[] list = {0x15, 2, 0x19, (byte) 0xFC, -1, -1, -1, -1, 7};
    byte[] nested = new byte[1 << 20];
    Arrays.fill(nested, (byte) 0x1C);

    assertThat(message(withFooter(new byte[0], list))).contains("more than memory can hold");
    assertThat(message(withFooter(new byte[0], nested))).contains("nested too deeply");
  }

  @Test
  void aPageThatClaimsMoreThanMemoryHoldsIsDamage() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).withoutChecksums().texts(List.of("a", "a", "a", "b"));
    int footerBytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    int footerStart = file.length - 8 - footerBytes;
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(file, footerStart, footerBytes));
    ColumnMetaData chunk = footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
    ByteArrayInputStream pages = new ByteArrayInputStream(file, 4, footerStart - 4);
    PageHeader dictionary = Util.readPageHeader(pages);
    dictionary.getDictionary_page_header().setNum_values(Integer.MAX_VALUE);
    ByteArrayOutputStream rebuilt = new ByteArrayOutputStream();
    Util.writePageHeader(dictionary, rebuilt);
    rebuilt.writeBytes(pages.readNBytes(dictionary.getCompressed_page_size()));
    chunk.setData_page_offset(4 + rebuilt.size());
    rebuilt.writeBytes(pages.readAllBytes());
    chunk.setTotal_compressed_size(rebuilt.size());
    ByteArrayOutputStream newFooter = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, newFooter);

    String message = message(withFooter(rebuilt.toByteArray(), newFooter.toByteArray()));

    assertThat(message).isEqualTo("row group 0: it claims more than memory can hold");
  }

  private static byte[] withFooter(byte[] pages, byte[] footer) {
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array();
    return WarcBytes.join(WarcBytes.ascii("PAR1"), pages, footer, length, WarcBytes.ascii("PAR1"));
  }

  @Test
  void theFaultOfAChannelIsNoDamage() throws IOException {
    byte[] file = ParquetBytes.of(TEXT).plain().texts(texts(5000));
    for (int reads : new int[] {1, 2, 3, 8, 40}) {
      Found found = new Found();
      SeekableByteChannel channel =
          new BytesChannel(file, 1000) {
            private int left = reads;

            @Override
            public int read(ByteBuffer into) throws IOException {
              if (left-- == 0) {
                throw new IOException("storage is gone");
              }
              return super.read(into);
            }
          };

      assertThatThrownBy(
              () -> ParquetPages.read(channel, 0, file.length, ReadLimits.defaults(), found))
          .isInstanceOf(IOException.class)
          .hasMessage("storage is gone");
      assertThat(found.bad).isEmpty();
    }
  }
}
