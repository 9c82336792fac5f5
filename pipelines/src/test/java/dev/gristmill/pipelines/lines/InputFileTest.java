// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

  @TempDir private Path folder;

  @Test
  void readsPlainGzipAndZstdByTheirFirstBytes() throws IOException {
    Files.write(folder.resolve("a.txt"), "one".getBytes(UTF_8));
    Files.write(folder.resolve("b.txt"), gzip("two"));
    Files.write(folder.resolve("c.txt"), Zstd.compress("three".getBytes(UTF_8)));

    List<InputFile> files = InputFile.resolve(List.of(folder + "/*.txt"));

    assertThat(files).extracting(InputFile::fileName).containsExactly("a.txt", "b.txt", "c.txt");
    assertThat(files).extracting(InputFileTest::content).containsExactly("one", "two", "three");
  }

  @Test
  void readsAllMembersOfAGzipPipeThatNeverSaysHowMuchIsReady() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip("one"));
    members.writeBytes(gzip("two"));
    InputStream pipe =
        new ByteArrayInputStream(members.toByteArray()) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };

    assertThat(InputFile.decompress(pipe).readAllBytes()).asString(UTF_8).isEqualTo("onetwo");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertThatThrownBy(() -> InputFile.resolve(List.of(folder + "/none.jsonl")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(folder + "/none.jsonl");
    assertThatThrownBy(() -> InputFile.resolve(List.of(folder + "/*.none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> InputFile.resolve(List.of(folder.toString())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static String content(InputFile file) {
    try (InputStream in = file.open()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
