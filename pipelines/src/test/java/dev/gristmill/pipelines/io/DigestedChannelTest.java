// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestedChannelTest {

  @Test
  void hasTheDigestOfTheRangeWhateverTheReaderDoes() throws IOException {
    byte[] damaged = WarcBytes.file(60, true);
    damaged[20_000] ^= 0x55;
    byte[][] files = {
      WarcBytes.file(60, true), damaged, WarcBytes.file(60, false), new byte[0], new byte[9000],
    };
    Random random = new Random(5);
    for (byte[] file : files) {
      for (int round = 0; round < 20; round++) {
        int from = round == 0 ? 0 : random.nextInt(file.length + 1);
        int to = round == 0 ? file.length : from + random.nextInt(file.length - from + 1);
        DigestedChannel channel = new DigestedChannel(new BytesChannel(file, 5000), from, to);

        WarcPages.read(channel, from, to, ReadLimits.defaults(), new Found());

        assertThat(channel.sha256()).isEqualTo(Sha256.of(file, from, to));
      }
    }
  }

  @Test
  void hasTheDigestOfTheRangeWhateverTheOrderOfReads() throws IOException {
    byte[] file = new byte[20_000];
    Random random = new Random(8);
    random.nextBytes(file);
    for (int round = 0; round < 300; round++) {
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(file.length - from + 1);
      DigestedChannel channel = new DigestedChannel(new BytesChannel(file, 900), from, to);
      for (int reads = random.nextInt(30); reads > 0; reads--) {
        int position = random.nextInt(file.length);
        ByteBuffer bytes = ByteBuffer.allocate(1 + random.nextInt(2000));
        channel.position(position);
        int got = channel.read(bytes);
        assertThat(channel.position()).isEqualTo(position + got);
        assertThat(Arrays.copyOf(bytes.array(), got))
            .isEqualTo(Arrays.copyOfRange(file, position, position + got));
      }

      assertThat(channel.sha256()).isEqualTo(Sha256.of(file, from, to));
    }
  }

  @Test
  void readsASplitOfAParquetFileOnceAndTheGapBeforeIt() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      texts.add("text ".repeat(50) + i);
    }
    byte[] file = ParquetBytes.of("required binary text (STRING)").rowsInGroup(100).texts(texts);
    for (int parts = 1; parts < 7; parts++) {
      for (int part = 0; part < parts; part++) {
        int from = file.length * part / parts;
        int to = file.length * (part + 1) / parts;
        long[] bytesRead = {0};
        DigestedChannel channel =
            new DigestedChannel(
                new BytesChannel(file) {
                  @Override
                  public int read(ByteBuffer into) throws IOException {
                    int got = super.read(into);
                    bytesRead[0] += Math.max(got, 0);
                    return got;
                  }
                },
                from,
                to);
        Found found = new Found();

        ParquetPages.read(channel, from, to, ReadLimits.defaults(), found);

        assertThat(found.pages.size()).isGreaterThan(100);
        assertThat(channel.sha256()).isEqualTo(Sha256.of(file, from, to));
        int footer = ByteBuffer.wrap(file).order(LITTLE_ENDIAN).getInt(file.length - 8);
        int group = file.length / 20;
        assertThat(bytesRead[0]).isLessThan(to - from + footer + 2 * group);
      }
    }
  }

  @Test
  void doesNotChangeWhatIsRead() throws IOException {
    byte[] file = WarcBytes.file(20, true);
    Found found = new Found();

    WarcPages.read(
        new DigestedChannel(new BytesChannel(file), 0, file.length),
        0,
        file.length,
        ReadLimits.defaults(),
        found);

    assertThat(found.trace).isEqualTo(Found.inWarc(file).trace);
  }
}
