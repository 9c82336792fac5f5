// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final LinearModel MODEL =
      new LinearTrainer(new FeatureSettings(10, 2, 0, 0), 3, 0.2, 0, 1, 1)
          .train(List.of("buy now", "the mill grinds"), new int[] {0, 1}, "no", "ja, bon");

  private static byte[] file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.save(MODEL, out);
    return out.toByteArray();
  }

  private static LinearModel load(byte[] file) throws IOException {
    return ModelFile.load(new ByteArrayInputStream(file));
  }

  /** The file with its digest made right again, as a forger would. */
  private static byte[] sealed(byte[] file) throws Exception {
    byte[] content = Arrays.copyOf(file, file.length - 32);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    return ByteBuffer.allocate(file.length).put(content).put(digest).array();
  }

  private static byte[] withInt(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return changed;
  }

  @Test
  void givesBackTheModelItWasGiven(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("a.model");
    Files.write(path, file());

    LinearModel loaded = ModelFile.load(path);

    assertThat(loaded).isEqualTo(MODEL);
    assertThat(loaded.score("the mill", loaded.scratch()))
        .isEqualTo(MODEL.score("the mill", MODEL.scratch()));
    assertThat(ModelFile.digest(loaded))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file())));
  }

  @Test
  void storesNonZeroWeightsOnly() throws IOException {
    int header = 4 * 6 + 1 + 2 + 1 + 7 + 4 + 4 + 3 * 4 * TextStatistics.COUNT + 4;

    assertThat(MODEL.nonZeroWeights()).isEqualTo(8);
    assertThat(file()).hasSize(header + 8 * 8 + 32);
  }

  @Test
  void refusesEveryFlippedByte() throws IOException {
    byte[] file = file();
    for (int i = 0; i < file.length; i++) {
      byte[] damaged = file.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> load(damaged))
          .isInstanceOf(DamagedModelException.class)
          .hasMessageStartingWith("damaged model file: ");
    }
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] file = file();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> load(cut)).isInstanceOf(DamagedModelException.class);
    }
  }

  @Test
  void namesThePathOfADamagedFile(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("b.model");
    Files.write(path, new byte[100]);

    assertThatThrownBy(() -> ModelFile.load(path))
        .isInstanceOf(DamagedModelException.class)
        .hasMessageContaining("b.model: damaged model file: does not begin with GMLM");
  }

  @Test
  void refusesAnotherVersion() throws Exception {
    byte[] newer = sealed(withInt(file(), 4, 2));

    assertThatThrownBy(() -> load(newer)).hasMessageContaining("version must be 1, was 2");
  }

  @Test
  void believesNoLengthThatTheFileDoesNotHave() throws Exception {
    byte[] file = file();
    int countAt = file.length - 32 - 8 * 8 - 4;
    for (int count : new int[] {7, 9, 1025, Integer.MAX_VALUE, -1}) {
      byte[] forged = sealed(withInt(file, countAt, count));
      assertThatThrownBy(() -> load(forged)).isInstanceOf(DamagedModelException.class);
    }
    for (int bits : new int[] {9, 23, 31, -1}) {
      byte[] forged = sealed(withInt(file, 8, bits));
      assertThatThrownBy(() -> load(forged)).hasMessageContaining("bits must be in");
    }
  }

  @Test
  void refusesBucketsOutOfOrderAndNumbersThatAreNone() throws Exception {
    byte[] file = file();
    int firstBucketAt = file.length - 32 - 8 * 8;
    byte[] tooLarge = sealed(withInt(file, firstBucketAt, 1024));
    byte[] negative = sealed(withInt(file, firstBucketAt, -1));
    byte[] nan = sealed(withInt(file, firstBucketAt + 4, Float.floatToIntBits(Float.NaN)));

    assertThatThrownBy(() -> load(tooLarge)).hasMessageContaining("bucket out of order");
    assertThatThrownBy(() -> load(negative)).hasMessageContaining("bucket out of order");
    assertThatThrownBy(() -> load(nan)).hasMessageContaining("not a finite number");
  }

  @Test
  void stopsReadingAStreamWithoutEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 7;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 7);
            return length;
          }
        };

    assertThatThrownBy(() -> ModelFile.load(endless))
        .hasMessage("damaged model file: longer than any model file");
  }
}
