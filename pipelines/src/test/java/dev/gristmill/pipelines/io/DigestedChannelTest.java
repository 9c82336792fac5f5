// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
