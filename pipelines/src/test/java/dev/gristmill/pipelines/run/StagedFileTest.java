// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link StagedFile} and {@link RunDirectory} on a local folder. */
class StagedFileTest {

  @TempDir Path folder;
  private RunDirectory directory;

  @BeforeEach
  void open() {
    directory = RunDirectory.at(folder.resolve("run").toString());
  }

  @Test
  void showsNothingBeforeTheCommit() throws IOException {
    try (StagedFile file = directory.stage("tokens/part-0.bin")) {
      file.stream().write(bytes("half"));
      file.stream().flush();

      assertThat(directory.read("tokens/part-0.bin")).isEmpty();
      assertThat(directory.list("tokens/part-*.bin")).isEmpty();

      file.stream().write(bytes(" and half"));
      file.commit();
    }

    assertThat(directory.read("tokens/part-0.bin")).contains(bytes("half and half"));
    assertThat(files()).containsExactly("run/tokens/part-0.bin");
  }

  @Test
  void recordsPathLengthAndDigest() throws IOException {
    FileRecord record = directory.write("a/b/c.txt", bytes("abc"));

    assertThat(record)
        .isEqualTo(
            new FileRecord(
                "a/b/c.txt",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void countsSingleBytesAndPiecesOfArrays() throws IOException {
    try (StagedFile file = directory.stage("x")) {
      file.stream().write('a');
      file.stream().write(bytes("_b_"), 1, 1);
      file.stream().write('c');

      assertThat(file.commit())
          .isEqualTo(
              new FileRecord(
                  "x", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
  }

  @Test
  void removesAnAttemptThatIsNotCommitted() throws IOException {
    try (StagedFile file = directory.stage("tokens/part-0.bin")) {
      file.stream().write(bytes("half"));
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void leavesTheEarlierFileWhenALaterAttemptIsGivenUp() throws IOException {
    directory.write("x", bytes("good"));

    try (StagedFile file = directory.stage("x")) {
      file.stream().write(bytes("bad"));
    }

    assertThat(directory.read("x")).contains(bytes("good"));
  }

  @Test
  void letsTwoAttemptsAtOneFileBothEnd() throws IOException {
    try (StagedFile first = directory.stage("x");
        StagedFile second = directory.stage("x")) {
      first.stream().write(bytes("same"));
      second.stream().write(bytes("same"));

      assertThat(second.commit()).isEqualTo(first.commit());
    }

    assertThat(files()).containsExactly("run/x");
    assertThat(directory.read("x")).contains(bytes("same"));
  }

  @Test
  void listsByGlobWithSizes() throws IOException {
    directory.write("a/1.bin", bytes("1"));
    directory.write("a/b/22.bin", bytes("22"));
    directory.write("c.bin", bytes("333"));

    assertThat(directory.list("a/*")).isEqualTo(Map.of("a/1.bin", 1L));
    assertThat(directory.list("**"))
        .isEqualTo(Map.of("a/1.bin", 1L, "a/b/22.bin", 2L, "c.bin", 3L));
    assertThat(directory.list("none/*")).isEmpty();
  }

  @Test
  void opensAFileAtAnyPosition() throws IOException {
    directory.write("x", bytes("0123456789"));

    try (SeekableByteChannel channel = directory.open("x")) {
      ByteBuffer two = ByteBuffer.allocate(2);
      channel.position(7);
      assertThat(channel.read(two)).isEqualTo(2);
      assertThat(two.array()).isEqualTo(bytes("78"));
    }
  }

  @Test
  void saysWhenAFileIsMissing() throws IOException {
    assertThat(directory.read("nothing")).isEmpty();
    assertThatThrownBy(() -> directory.open("nothing")).isInstanceOf(IOException.class);
  }

  @Test
  void deletesFilesAndForgivesThoseThatAreGone() throws IOException {
    directory.write("x", bytes("x"));
    directory.write("y", bytes("y"));

    directory.delete(List.of("x", "gone"));

    assertThat(files()).containsExactly("run/y");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
