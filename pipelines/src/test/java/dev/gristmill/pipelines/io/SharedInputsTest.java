// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON of the corpus of bad inputs: the outcomes that its index expects. WARC: SharedWarcTest. */
@Tag("shared")
class SharedInputsTest {
  private static Path shared;

  @BeforeAll
  static void findShared() {
    String named = System.getProperty("gristmill.shared");
    String root = System.getProperty("gristmill.root", "..");
    shared = named != null ? Path.of(named) : Path.of(root).resolve("../shared");
    Assumptions.assumeTrue(
        Files.isDirectory(shared.resolve("bad/warc")),
        "no shared data at " + shared + ": set -Dgristmill.shared");
  }

  private static Found read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return Found.inRanges(channel, List.of(), true);
    }
  }

  private static List<Path> files(String... folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> found = Files.walk(shared.resolve(folder))) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  @ParameterizedTest
  @CsvSource({
    // file, pages, skipped, bad, remark or empty
    "generated/jsonl/gen-longline.jsonl, 2, 0, 0,",
    "generated/jsonl/gen-mixed.jsonl, 9, 0, 10, blank_line blank_line",
    "generated/jsonl/gen-utf16.jsonl, 0, 0, 1,",
  })
  void hasTheExpectedOutcome(String file, int pages, int skipped, int bad, String remarks)
      throws IOException {
    Found found = read(shared.resolve("bad").resolve(file));

    assertThat(List.of(found.pages.size(), found.skips.size(), found.bad.size()))
        .as("pages, skipped, bad: %s", found.trace)
        .containsExactly(pages, skipped, bad);
    assertThat(String.join(" ", found.remarks)).isEqualTo(remarks == null ? "" : remarks);
  }

  @Test
  void refusesWhatIsNotJsonAndTakesWhatIs() throws IOException {
    for (Path file : files("bad/json/test_parsing")) {
      byte[] json = Files.readAllBytes(file);
      boolean isOneLine = true;
      for (byte b : json) {
        isOneLine &= b != '\n';
      }
      if (!isOneLine || json.length == 0) {
        continue;
      }
      String name = file.getFileName().toString();
      Found found =
          Found.inJsonl(
              WarcBytes.join(WarcBytes.ascii("{\"text\":\"\",\"v\":"), json, WarcBytes.ascii("}")));
      if (name.startsWith("y_") && !name.contains("duplicated_key")) {
        assertThat(found.reasons()).as(name).isEmpty();
      } else if (name.startsWith("n_")) {
        assertThat(found.pages).as(name).isEmpty();
      }
    }
  }
}
