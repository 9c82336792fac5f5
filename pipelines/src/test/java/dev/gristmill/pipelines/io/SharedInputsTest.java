// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real and hostile files: the outcomes that the corpus's index expects. */
@Tag("shared")
class SharedInputsTest {
  private static final String[] WARC_FOLDERS = {
    "bad/warc", "bad/generated/warc", "bad/gzip", "data/warc",
  };

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

  private static Found read(Path file, List<Long> cuts) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return Found.inRanges(channel, cuts, file.toString().endsWith(".jsonl"));
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
    "generated/warc/gen-bitflip.warc.gz, 7, 0, 1,",
    "generated/warc/gen-chunked-bad.warc.gz, 2, 0, 1, not_chunked",
    "generated/warc/gen-content-encoding-lie.warc.gz, 2, 0, 0, encoding_mismatch",
    "generated/warc/gen-content-length-huge.warc, 8, 0, 1,",
    "generated/warc/gen-content-length-neg.warc, 8, 0, 1,",
    "generated/warc/gen-crlf-in-uri.warc, 2, 0, 0,",
    "generated/warc/gen-digest-wrong.warc.gz, 2, 0, 0, digest_mismatch digest_unknown",
    "generated/warc/gen-empty-member.warc.gz, 8, 0, 0, empty_member",
    "generated/warc/gen-empty.warc.gz, 0, 0, 0, empty_file",
    "generated/warc/gen-good-plain.warc, 8, 0, 0,",
    "generated/warc/gen-good.warc.gz, 8, 0, 0,",
    "generated/warc/gen-header-10mb.warc, 2, 0, 1,",
    "generated/warc/gen-http-broken.warc.gz, 2, 0, 3,",
    "generated/warc/gen-one-member.warc.gz, 8, 0, 0, shared_member",
    "generated/warc/gen-revisit-metadata-only.warc.gz, 1, 4, 0,",
    "generated/warc/gen-trailing-garbage.warc.gz, 8, 1, 0,",
    "generated/warc/gen-trunc-10.warc.gz, 0, 0, 1,",
    "generated/warc/gen-trunc-90.warc.gz, 7, 0, 1,",
    "generated/warc/gen-trunc-99.warc.gz, 7, 0, 1,",
    "generated/warc/gen-uris.warc.gz, 20, 0, 0,",
    "warc/ccia-html-lang-attribute.warc, 5, 0, 0,",
    "warc/ccia-text-extraction-test.warc, 1, 3, 0,",
    "warc/ccia-title-extraction-embedded-SVG.warc, 1, 0, 0,",
    "warc/jwarc-cc.warc.gz, 1, 0, 0,",
    "warc/resiliparse-block-sized-records.warc.gz, 0, 3, 0,",
    "warc/resiliparse-block-sized-records.warc.lz4, 0, 0, 1,",
    "warc/resiliparse-clipped.warc.gz, 0, 0, 1,",
    "warc/resiliparse-warcfile.warc.gz, 16, 34, 0,",
    "warc/wac-IAH-urls-wget.warc.gz, 6, 30, 0,",
    "warc/wac-link-extraction-test.warc, 6, 1, 1,",
    "warc/warcio-bad.arc, 0, 0, 4,",
    "warc/warcio-example-bad.warc.gz.bad, 1, 5, 0, shared_member",
    "warc/warcio-example-digest.warc, 0, 4, 0, digest_mismatch",
    "warc/warcio-example-iana.org-chunked.warc, 1, 2, 0,",
    "warc/warcio-example-resource.warc.gz, 1, 2, 0,",
    "warc/warcio-example-trunc.warc, 0, 3, 2,",
    "warc/warcio-example.arc.gz, 1, 1, 0,",
    "warc/warcio-example.warc.gz, 1, 5, 0,",
    "generated/jsonl/gen-longline.jsonl, 2, 0, 0,",
    "generated/jsonl/gen-mixed.jsonl, 9, 0, 10, blank_line blank_line",
    "generated/jsonl/gen-utf16.jsonl, 0, 0, 1,",
  })
  void hasTheExpectedOutcome(String file, int pages, int skipped, int bad, String remarks)
      throws IOException {
    Found found = read(shared.resolve("bad").resolve(file), List.of());

    assertThat(List.of(found.pages.size(), found.skips.size(), found.bad.size()))
        .as("pages, skipped, bad: %s", found.trace)
        .containsExactly(pages, skipped, bad);
    assertThat(String.join(" ", found.remarks)).isEqualTo(remarks == null ? "" : remarks);
  }

  @Test
  void rangesCutAtRandomReportTheSame() throws IOException {
    for (Path file : files(WARC_FOLDERS)) {
      long bytes = Files.size(file);
      Found whole = read(file, List.of());
      Random random = new Random(bytes);
      for (int round = 0; round < (bytes > 1 << 20 ? 2 : 8); round++) {
        List<Long> cuts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          cuts.add((long) (random.nextDouble() * bytes));
        }
        for (long offset : whole.offsets.subList(0, Math.min(3, whole.offsets.size()))) {
          cuts.add(offset + round % 3 - (offset > 0 ? 1 : 0));
        }
        Collections.sort(cuts);
        assertThat(read(file, cuts).trace).as("%s cut at %s", file, cuts).isEqualTo(whole.trace);
      }
    }
  }

  @Test
  void readsTheBuiltCrawlAndItsWetWhole() throws IOException {
    for (Path file : files("data/warc/built")) {
      Found found = read(file, List.of());
      assertThat(found.pages).as("%s", file).hasSize(495);
      assertThat(found.bad).isEmpty();
      assertThat(found.pages).allMatch(page -> page.dateSeconds() > 0 && !page.url().isEmpty());
    }
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
