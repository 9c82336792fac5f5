// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.file;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static dev.gristmill.pipelines.io.WarcBytes.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WARC in zstd: a frame for each record, as its proposal says, or anyhow. */
class ZstdWarcTest {
  private static final int DICTIONARY_MAGIC = 0x184D2A5D;

  private static byte[] skippable(int magic, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(magic)
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static byte[] compressed(byte[] bytes, byte[] dictionary) {
    try (ZstdCompressCtx context = new ZstdCompressCtx().setChecksum(true)) {
      context.loadDict(dictionary);
      return context.compress(bytes);
    }
  }

  @Test
  void tellsTheFrameThatARecordStandsIn() throws IOException {
    byte[] first = Zstd.compress(page(0));

    Found found = Found.inWarc(join(first, Zstd.compress(page(1))));

    assertThat(found.urls()).containsExactly(url(0), url(1));
    assertThat(found.offsets).containsExactly(0L, (long) first.length);
    assertThat(found.remarks).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void usesTheDictionaryInFrontOfTheFile(boolean isCompressed) throws IOException {
    byte[] dictionary = file(3, false);
    byte[] stored = isCompressed ? Zstd.compress(dictionary) : dictionary;
    byte[] bytes =
        join(
            skippable(DICTIONARY_MAGIC, stored),
            compressed(page(3), dictionary),
            compressed(page(4), dictionary));

    Found found = Found.inWarc(bytes);

    assertThat(found.urls()).containsExactly(url(3), url(4));
    assertThat(found.bad).isEmpty();
    Found parts = Found.inRanges(new BytesChannel(bytes), List.of(found.offsets.get(1)), false);
    assertThat(parts.trace).isEqualTo(found.trace);
  }

  @Test
  void refusesADictionaryThatCannotBeRead() throws IOException {
    byte[] broken = Arrays.copyOf(Zstd.compress(file(3, false)), 60);
    byte[] huge = skippable(DICTIONARY_MAGIC, new byte[0]);
    huge[7] = 0x7F;

    for (byte[] head : new byte[][] {skippable(DICTIONARY_MAGIC, broken), huge}) {
      Found found = Found.inWarc(join(head, Zstd.compress(page(0))));

      assertThat(found.reasons()).containsExactly("warc_zstd_damaged");
      assertThat(found.bad.get(0).message()).contains("dictionary");
    }
  }

  @Test
  void passesOverFramesWithoutContent() throws IOException {
    byte[] note = skippable(0x184D2A50, new byte[100]);

    Found found = Found.inWarc(join(note, Zstd.compress(page(0)), note, Zstd.compress(page(1))));

    assertThat(found.urls()).containsExactly(url(0), url(1));
    assertThat(found.remarks).containsExactly("empty_member", "empty_member");
    assertThat(found.bad).isEmpty();
  }

  @Test
  void goesOnBehindADamagedFrame() throws IOException {
    byte[] damaged = compressed(page(1), new byte[0]);
    damaged[damaged.length / 2] ^= 0x55;

    Found found = Found.inWarc(join(Zstd.compress(page(0)), damaged, Zstd.compress(page(2))));

    assertThat(found.urls()).containsExactly(url(0), url(2));
    assertThat(found.reasons()).containsExactly("warc_zstd_damaged");
    assertThat(found.bad.get(0).length()).isEqualTo(damaged.length);
  }

  @Test
  void rangesReportTheSameWhereverTheyAreCut() throws IOException {
    byte[] damaged = compressed(page(1), new byte[0]);
    damaged[60] ^= 0x55;
    byte[] blocks = new byte[0];
    byte[] plain = file(3, false);
    for (int at = 0; at < plain.length; at += 700) {
      int to = Math.min(plain.length, at + 700);
      blocks = join(blocks, Zstd.compress(Arrays.copyOfRange(plain, at, to)));
    }
    byte[] bytes =
        join(
            Zstd.compress(page(0)),
            damaged,
            skippable(0x184D2A51, new byte[9]),
            Zstd.compress(page(2)),
            new byte[50],
            blocks,
            Zstd.compress(file(4, false)));

    Found whole = Found.inWarc(bytes);

    assertThat(whole.pages).hasSize(2 + 3 + 4);
    for (long cut = 0; cut <= bytes.length; cut++) {
      Found parts = Found.inRanges(new BytesChannel(bytes), List.of(cut), false);
      assertThat(parts.trace).as("cut %s", cut).isEqualTo(whole.trace);
    }
  }

  @Test
  void stopsABombAtFourTimesTheRecordCap() throws IOException {
    ReadLimits limits = new ReadLimits(4096, 2048, 1024, 1024);
    byte[] zeros = new byte[50_000_000];
    byte[] head = ascii("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50000000\r\n\r\n");
    byte[] http = ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
    byte[] last = Zstd.compress(WarcBytes.response("u:1", "text/html", "<p>"));

    for (byte[] content : new byte[][] {zeros, join(head, http, zeros)}) {
      Found found = Found.inWarc(join(Zstd.compress(content), last), limits);

      assertThat(found.reasons()).as("%s", found.trace).containsExactly("warc_record_too_large");
      assertThat(found.urls()).containsExactly("u:1");
    }
  }
}
