// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static dev.gristmill.pipelines.io.WarcBytes.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * RELIABILITY, scoreboard row 2: 200 seeded corruptions of a file of 50 records.
 *
 * <p>Recoverable is every record of which no stored byte was changed, removed or parted by bytes
 * put between; recovered is one that is handed on once, with its body as it was.
 */
class WarcRecoveryTest {
  private static final int RECORDS = 50;
  private static final int CORRUPTIONS = 200;

  private enum Form {
    GZIP,
    ZSTD,
    PLAIN;

    byte[] of(byte[] record) {
      return switch (this) {
        case GZIP -> gzip(record);
        case ZSTD -> Zstd.compress(record);
        case PLAIN -> record;
      };
    }
  }

  private enum Kind {
    CUT,
    FLIP,
    INSERT,
    DELETE,
    ZERO
  }

  /**
   * A corrupted file.
   *
   * @param from first byte that was touched
   * @param to byte behind the last one; {@code from} where bytes were put in front of {@code from}
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Corrupted(byte[] bytes, int from, int to) {

    static Corrupted of(byte[] sound, Kind kind, Random random) {
      int at = random.nextInt(sound.length);
      byte[] before = Arrays.copyOf(sound, at);
      return switch (kind) {
        case CUT -> new Corrupted(before, at, sound.length);
        case FLIP -> {
          byte[] bytes = sound.clone();
          bytes[at] ^= (byte) (1 << random.nextInt(8));
          yield new Corrupted(bytes, at, at + 1);
        }
        case INSERT -> {
          byte[] noise = new byte[1 + random.nextInt(50)];
          random.nextBytes(noise);
          byte[] bytes = join(before, noise, Arrays.copyOfRange(sound, at, sound.length));
          yield new Corrupted(bytes, at, at);
        }
        case DELETE -> {
          int to = Math.min(sound.length, at + 1 + random.nextInt(300));
          byte[] bytes = join(before, Arrays.copyOfRange(sound, to, sound.length));
          yield new Corrupted(bytes, at, to);
        }
        case ZERO -> {
          byte[] bytes = sound.clone();
          int to = Math.min(sound.length, at + 4096);
          Arrays.fill(bytes, at, to, (byte) 0);
          yield new Corrupted(bytes, at, to);
        }
      };
    }

    boolean touches(int recordFrom, int recordTo) {
      return from == to ? recordFrom < from && from < recordTo : from < recordTo && recordFrom < to;
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void recoversWhatSeededCorruptionsDoNotTouch(Form form) throws IOException {
    byte[][] records = new byte[RECORDS][];
    Map<String, String> bodies = new HashMap<>();
    for (int i = 0; i < RECORDS; i++) {
      records[i] = form.of(page(i));
      bodies.put(url(i), Found.inWarc(page(i)).bodies().get(0));
    }
    byte[] sound = join(records);
    int recoverable = 0;
    int recovered = 0;
    for (int seed = 0; seed < CORRUPTIONS; seed++) {
      Kind kind = Kind.values()[seed % Kind.values().length];
      Corrupted corrupted = Corrupted.of(sound, kind, new Random(seed));

      Found found = Found.inWarc(corrupted.bytes());

      int end = 0;
      for (int i = 0; i < RECORDS; i++) {
        int start = end;
        end += records[i].length;
        if (!corrupted.touches(start, end)) {
          recoverable++;
          recovered += isThereOnce(found, url(i), bodies.get(url(i))) ? 1 : 0;
        }
      }
      assertThat(found.urls()).as("seed %s", seed).doesNotHaveDuplicates();
      assertThat(found.bad.size()).as("seed %s", seed).isLessThanOrEqualTo(3);
    }
    assertThat(recoverable).isGreaterThan(CORRUPTIONS * RECORDS / 2);
    // 99 % are promised.
    assertThat(recovered).isEqualTo(recoverable);
  }

  private static boolean isThereOnce(Found found, String url, String body) {
    List<String> urls = found.urls();
    int at = urls.indexOf(url);
    return at >= 0 && at == urls.lastIndexOf(url) && found.bodies().get(at).equals(body);
  }

  /** In a file that is one member, damage takes what is behind it, and nothing before. */
  @Test
  void keepsEachRecordOfACutWholeFileGzipThatAnotherFollows() throws IOException {
    byte[][] records = new byte[RECORDS][];
    for (int i = 0; i < RECORDS; i++) {
      records[i] = page(i);
    }
    byte[] sound = gzip(join(records));
    for (int seed = 0; seed < 40; seed++) {
      byte[] cut = Arrays.copyOf(sound, 20 + new Random(seed).nextInt(sound.length - 40));
      int decodable = decodable(cut);
      int expected = 0;
      for (int end = records[0].length; end < decodable - 3; end += records[expected].length) {
        expected++;
      }

      Found found = Found.inWarc(cut);

      assertThat(found.pages).as("seed %s", seed).hasSize(expected);
      assertThat(found.reasons()).containsExactly("warc_truncated");
    }
  }

  /** How many bytes java.util.zip gives of a cut file of one member without a name. */
  private static int decodable(byte[] cut) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(cut, 10, cut.length - 10);
    byte[] chunk = new byte[512];
    int bytes = 0;
    try {
      for (int got = inflater.inflate(chunk); got > 0; got = inflater.inflate(chunk)) {
        bytes += got;
      }
    } catch (DataFormatException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      inflater.end();
    }
    return bytes;
  }
}
