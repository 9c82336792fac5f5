// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.file;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Disjoint ranges that cover a file report what one range over all of it reports, in order. */
class RangeLawTest {

  private static void holds(byte[] file, boolean isJsonl, int rounds) throws IOException {
    Found whole = isJsonl ? Found.inJsonl(file) : Found.inWarc(file);
    Random random = new Random(file.length);
    for (int round = 0; round < rounds; round++) {
      List<Long> cuts = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        cuts.add((long) random.nextInt(file.length + 1));
      }
      Collections.sort(cuts);
      Found parts = Found.inRanges(new BytesChannel(file), cuts, isJsonl);
      assertThat(parts.trace).as("cuts %s", cuts).isEqualTo(whole.trace);
    }
    assertThat(whole.trace).isNotEmpty();
  }

  private static void holdsAtEachByte(byte[] file, boolean isJsonl) throws IOException {
    Found whole = isJsonl ? Found.inJsonl(file) : Found.inWarc(file);
    for (long cut = 0; cut <= file.length; cut++) {
      Found parts = Found.inRanges(new BytesChannel(file), List.of(cut), isJsonl);
      assertThat(parts.trace).as("cut %s", cut).isEqualTo(whole.trace);
    }
  }

  @Test
  void holdsForGzippedAndPlainRecordsCutAnywhere() throws IOException {
    holdsAtEachByte(file(4, true), false);
    holdsAtEachByte(file(3, false), false);
    holds(file(40, true), false, 200);
    holds(file(40, false), false, 200);
    holds(gzip(file(10, false)), false, 50);
  }

  @Test
  void holdsForDamagedFilesCutAnywhere() throws IOException {
    byte[] noise = new byte[300];
    new Random(3).nextBytes(noise);
    byte[] damaged = gzip(page(1));
    damaged[60] ^= 0x55;
    byte[] noMagic = gzip(page(4));
    noMagic[1] = 0;
    holdsAtEachByte(
        join(
            gzip(page(0)),
            damaged,
            gzip(page(2)),
            noise,
            gzip(new byte[0]),
            gzip(page(3)),
            noMagic,
            new byte[100]),
        false);
    holdsAtEachByte(
        join(
            page(0),
            noise,
            page(2),
            ascii("WARC/1.0\r\nWARC-Type: x\r\n\r\n"),
            page(3),
            ascii("\n\n\n"),
            page(4),
            new byte[100]),
        false);
  }

  @Test
  void rangesOwnTheRecordsThatStartInThem() throws IOException {
    byte[] bytes = file(3, true);
    long second = gzip(page(0)).length;

    Found found = new Found();
    WarcPages.read(new BytesChannel(bytes), second, second + 1, ReadLimits.defaults(), found);

    assertThat(found.offsets).containsExactly(second);
    Found none = new Found();
    WarcPages.read(new BytesChannel(bytes), second + 1, second + 2, ReadLimits.defaults(), none);
    assertThat(none.trace).isEmpty();
  }

  @Test
  void holdsForJsonLinesCutAnywhere() throws IOException {
    byte[] lines =
        ascii("{\"text\":\"a\",\"id\":1}\n\n{\"text\":\"b\"}\r\nbad\n[]\n{\"text\":\"c\"}");
    holdsAtEachByte(lines, true);
    holdsAtEachByte(join(lines, ascii("\n")), true);
    holdsAtEachByte(gzip(lines), true);
  }
}
