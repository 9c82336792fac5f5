// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is java.util.zip.Inflater: what it takes and what it makes of it. */
class InflateTest {
  private static final int WINDOW_BYTES = 1024;

  /** What a decompressor says of a stream: its bytes, and how it ended. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
  private record Verdict(byte[] bytes, String end) {}

  private static Verdict ours(byte[] deflated, int maxRead) throws IOException {
    ByteFeed feed = new ByteFeed(new FileBytes(new BytesChannel(deflated, maxRead)), WINDOW_BYTES);
    Inflate inflate = new Inflate(feed);
    inflate.open();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      while (!inflate.hasEnded()) {
        int fresh = inflate.next();
        out.write(inflate.array(), inflate.end() - fresh, fresh);
      }
    } catch (DamagedStreamException damage) {
      return new Verdict(out.toByteArray(), damage.fault().name());
    }
    assertThat(inflate.totalBytes()).isEqualTo(out.size());
    return new Verdict(out.toByteArray(), "END at " + feed.position());
  }

  private static Verdict oracle(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(deflated);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] one = new byte[1];
    try {
      while (!inflater.finished()) {
        int got = inflater.inflate(one);
        if (got == 0 && inflater.needsInput()) {
          return new Verdict(out.toByteArray(), "TRUNCATED");
        }
        out.write(one, 0, got);
      }
      return new Verdict(
          out.toByteArray(), "END at " + (deflated.length - inflater.getRemaining()));
    } catch (DataFormatException malformed) {
      return new Verdict(out.toByteArray(), "MALFORMED");
    } finally {
      inflater.end();
    }
  }

  private static void agrees(byte[] deflated, int maxRead, String what) throws IOException {
    Verdict ours = ours(deflated, maxRead);
    Verdict oracle = oracle(deflated);
    assertThat(ours.end()).as(what).isEqualTo(oracle.end());
    if (oracle.end().startsWith("END")) {
      assertThat(ours.bytes()).as(what).isEqualTo(oracle.bytes());
    } else {
      // zlib may look a symbol further than it gives out, and we up to three less.
      int both = Math.min(ours.bytes().length, oracle.bytes().length);
      assertThat(Arrays.copyOf(ours.bytes(), both))
          .as(what)
          .isEqualTo(Arrays.copyOf(oracle.bytes(), both));
      assertThat(oracle.bytes().length - both).as(what).isLessThanOrEqualTo(2);
      assertThat(ours.bytes().length - both).as(what).isLessThanOrEqualTo(258);
    }
  }

  private static byte[] deflate(byte[] bytes, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Words, runs, noise and near and far repeats in turn. */
  private static byte[] mixture(int bytes, long seed) {
    Random random = new Random(seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (out.size() < bytes) {
      switch (random.nextInt(4)) {
        case 0 -> out.writeBytes(("<p class=\"x" + random.nextInt(50) + "\">").getBytes(UTF_8));
        case 1 -> {
          byte[] run = new byte[random.nextInt(600)];
          byte[] pattern = new byte[1 + random.nextInt(12)];
          random.nextBytes(pattern);
          for (int i = 0; i < run.length; i++) {
            run[i] = pattern[i % pattern.length];
          }
          out.writeBytes(run);
        }
        case 2 -> {
          byte[] noise = new byte[random.nextInt(80)];
          random.nextBytes(noise);
          out.writeBytes(noise);
        }
        default -> {
          byte[] all = out.toByteArray();
          int from = all.length == 0 ? 0 : random.nextInt(all.length);
          out.write(all, from, Math.min(all.length - from, random.nextInt(300)));
        }
      }
    }
    return Arrays.copyOf(out.toByteArray(), bytes);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "6,0", "9,0", "6,1", "6,2"})
  void decompressesWhatDeflaterMakes(int level, int strategy) throws IOException {
    for (int bytes : new int[] {0, 1, 2, 7, 8, 9, 257, 258, 259, 5000, 32_768, 70_000, 900_000}) {
      byte[] text = mixture(bytes, bytes + level);
      byte[] deflated = deflate(text, level, strategy);

      for (int maxRead : new int[] {1, 13, Integer.MAX_VALUE}) {
        Verdict verdict = ours(deflated, maxRead);

        assertThat(verdict.end()).isEqualTo("END at " + deflated.length);
        assertThat(verdict.bytes()).isEqualTo(text);
      }
    }
  }

  @Test
  void stopsBehindTheStreamAndLeavesTheRest() throws IOException {
    byte[] deflated = deflate(mixture(3000, 1), 6, 0);

    for (int tail = 0; tail < 100; tail++) {
      byte[] more = Arrays.copyOf(deflated, deflated.length + tail);
      Arrays.fill(more, deflated.length, more.length, (byte) 0x5A);
      assertThat(ours(more, 50).end()).isEqualTo("END at " + deflated.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void findsEachTruncation(int strategy) throws IOException {
    byte[] deflated = deflate(mixture(9000, strategy), 6, strategy);

    for (int bytes = 0; bytes < deflated.length; bytes++) {
      byte[] cut = Arrays.copyOf(deflated, bytes);
      assertThat(ours(cut, 100).end()).as("cut at %s", bytes).isEqualTo("TRUNCATED");
      if (bytes % 37 == 0) {
        agrees(cut, 100, "cut at " + bytes);
      }
    }
  }

  @Test
  void agreesWithZlibOnDamagedStreams() throws IOException {
    byte[][] sound = new byte[12][];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = deflate(mixture(200 << (i % 6), i), i < 6 ? 6 : 9, i % 5 == 4 ? 2 : 0);
    }
    int damaged = 0;
    for (int seed = 0; seed < 4000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = sound[seed % sound.length].clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        // Half of the damage where the codes are described.
        int at = random.nextInt(random.nextBoolean() ? Math.min(80, bytes.length) : bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
      agrees(bytes, Integer.MAX_VALUE, "seed " + seed);
      damaged += oracle(bytes).end().startsWith("END") ? 0 : 1;
    }
    assertThat(damaged).isGreaterThan(1000);
  }

  @Test
  void agreesWithZlibOnNoise() throws IOException {
    for (int seed = 0; seed < 4000; seed++) {
      Random random = new Random(seed);
      byte[] noise = new byte[1 + random.nextInt(400)];
      random.nextBytes(noise);
      // Blocks of each type: the two bits behind the first say which.
      noise[0] = (byte) ((noise[0] & ~6) | (seed % 4) << 1);
      agrees(noise, 7, "seed " + seed);
    }
  }

  @Test
  void agreesWithZlibOnFixedBlocksWithReservedSymbols() throws IOException {
    // Each code of nine bits after the header of a fixed block, followed by zeros: among them are
    // literals, lengths 286 and 287, and distances with nothing before them.
    for (int code = 0; code < 512; code++) {
      int bits = 3 | code << 3;
      byte[] block = {(byte) bits, (byte) (bits >> 8), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
      agrees(block, 1, "code " + code);
    }
  }
}
