// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every WARC, ARC and gzip file of the corpus of bad inputs, under a heap smaller than the 512 MiB
 * that are promised. What is expected follows from the corpus's index, not from what came out.
 */
@Tag("shared")
@Tag("small-heap")
class SharedWarcTest {
  private static final List<String> FOLDERS = List.of("warc/", "gzip/", "generated/warc/");

  /**
   * File, pages, skipped, bad units, and the reasons of the bad with the remarks, sorted.
   *
   * <p>The index counts records; its number is the sum of the three where nothing is torn. Where it
   * is content with less ("3 records, then error"), all that can be had is expected here.
   */
  private static final List<String> EXPECTED =
      List.of(
          // Bare gzip: no WARC, and so one bad unit; nothing in it is nothing.
          "gzip/wac-abcd.gz 0 0 1 warc_header_malformed",
          "gzip/wac-hi.gz 0 0 1 warc_header_malformed",
          "gzip/wac-hi-2.gz 0 0 1 warc_header_malformed",
          "gzip/wac-empty.gz 0 0 0 empty_member",
          "generated/warc/gen-bitflip.warc.gz 7 0 1 warc_gzip_damaged",
          "generated/warc/gen-chunked-bad.warc.gz 2 0 1 http_chunked not_chunked",
          "generated/warc/gen-content-encoding-lie.warc.gz 2 0 0 encoding_mismatch",
          // Nine records each, one of them with an impossible length.
          "generated/warc/gen-content-length-huge.warc 8 0 1 warc_content_length",
          "generated/warc/gen-content-length-neg.warc 8 0 1 warc_content_length",
          "generated/warc/gen-crlf-in-uri.warc 2 0 0",
          "generated/warc/gen-digest-wrong.warc.gz 2 0 0 digest_mismatch digest_unknown",
          "generated/warc/gen-empty-member.warc.gz 8 0 0 empty_member",
          "generated/warc/gen-empty.warc.gz 0 0 0 empty_file",
          "generated/warc/gen-good-plain.warc 8 0 0",
          "generated/warc/gen-good.warc.gz 8 0 0",
          "generated/warc/gen-header-10mb.warc 2 0 1 warc_header_too_long",
          // No status line, no status, line ends of LF alone, nothing at all, and a good one.
          "generated/warc/gen-http-broken.warc.gz 2 0 3 http_malformed http_malformed"
              + " http_malformed",
          "generated/warc/gen-one-member.warc.gz 8 0 0 shared_member",
          "generated/warc/gen-revisit-metadata-only.warc.gz 1 4 0",
          "generated/warc/gen-trailing-garbage.warc.gz 8 1 0",
          "generated/warc/gen-trunc-10.warc.gz 0 0 1 warc_truncated",
          "generated/warc/gen-trunc-90.warc.gz 7 0 1 warc_truncated",
          "generated/warc/gen-trunc-99.warc.gz 7 0 1 warc_truncated",
          "generated/warc/gen-uris.warc.gz 20 0 0",
          "warc/ccia-html-lang-attribute.warc 5 0 0",
          "warc/ccia-text-extraction-test.warc 1 3 0",
          "warc/ccia-title-extraction-embedded-SVG.warc 1 0 0",
          "warc/jwarc-cc.warc.gz 1 0 0",
          "warc/resiliparse-block-sized-records.warc.gz 0 3 0",
          "warc/resiliparse-block-sized-records.warc.lz4 0 0 1 unsupported_compression",
          "warc/resiliparse-clipped.warc.gz 0 0 1 warc_truncated",
          "warc/resiliparse-warcfile.warc.gz 16 34 0",
          "warc/wac-IAH-urls-wget.warc.gz 6 30 0",
          // Eight records; of one the body is a byte shorter than its Content-Length.
          "warc/wac-link-extraction-test.warc 6 1 1 warc_truncated",
          // Lengths of -1, -1 and abc, and a block of one line feed that is no HTTP.
          "warc/warcio-bad.arc 0 0 4 http_malformed warc_content_length warc_content_length"
              + " warc_content_length",
          "warc/warcio-example-bad-non-chunked.warc.gz 1 5 0 digest_mismatch shared_member",
          "warc/warcio-example-bad.warc.gz.bad 1 5 0 shared_member",
          "warc/warcio-example-digest.warc 0 4 0 digest_mismatch",
          "warc/warcio-example-iana.org-chunked.warc 1 2 0",
          "warc/warcio-example-resource.warc.gz 1 2 0",
          // The third of four records has lost bytes, as its two digests say; six are between.
          "warc/warcio-example-trunc.warc 0 3 2 digest_mismatch digest_mismatch"
              + " warc_header_malformed warc_truncated",
          "warc/warcio-example.arc.gz 1 1 0",
          "warc/warcio-example.warc.gz 1 5 0");

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
      return Found.inRanges(channel, cuts, false);
    }
  }

  private static Path bad(String name) {
    return shared.resolve("bad").resolve(name);
  }

  @Test
  void runsInLessThanTheHeapThatIsPromised() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(512L << 20);
  }

  @ParameterizedTest
  @FieldSource("EXPECTED")
  @Timeout(60)
  void hasTheExpectedOutcome(String expected) throws IOException {
    String name = expected.substring(0, expected.indexOf(' '));

    Found found = read(bad(name), List.of());

    List<String> said = new ArrayList<>(found.reasons());
    said.addAll(found.remarks);
    Collections.sort(said);
    String outcome =
        "%s %d %d %d %s"
            .formatted(
                name,
                found.pages.size(),
                found.skips.size(),
                found.bad.size(),
                String.join(" ", said));
    assertThat(outcome.strip()).as("%s", found.trace).isEqualTo(expected);
    assertThat(found.bad).allMatch(unit -> unit.length() > 0);
  }

  @Test
  void leavesNoFileOfTheIndexOut() throws IOException {
    Set<String> listed = new HashSet<>();
    for (String line : Files.readString(bad("INDEX.tsv"), UTF_8).split("\n", -1)) {
      String name = line.split("\t", -1)[0];
      if (FOLDERS.stream().anyMatch(name::startsWith)) {
        listed.add(name);
      }
    }
    Set<String> expected = new HashSet<>();
    EXPECTED.forEach(line -> expected.add(line.substring(0, line.indexOf(' '))));

    assertThat(expected).isEqualTo(listed).hasSizeGreaterThan(40);
  }

  @Test
  void namesTheRangeThatAFlippedBitCosts() throws IOException {
    BadUnit unit = read(bad("generated/warc/gen-bitflip.warc.gz"), List.of()).bad.get(0);

    assertThat(unit.length()).isEqualTo(435);
    assertThat(unit.message()).isNotEmpty();
  }

  @Test
  void skipsAllButTheTextOfARecordOfEachType() throws IOException {
    Found found = read(bad("generated/warc/gen-revisit-metadata-only.warc.gz"), List.of());

    assertThat(found.skips)
        .containsExactlyInAnyOrder("revisit", "metadata", "continuation", "unknown_type");
  }

  /** Without being told that they are WARC, files of bare gzip are refused before any reading. */
  @Test
  void refusesBareGzipByName() throws IOException {
    for (String name : List.of("wac-abcd.gz", "wac-empty.gz", "wac-hi.gz", "wac-hi-2.gz")) {
      byte[] head = Files.readAllBytes(bad("gzip/" + name));
      assertThatThrownBy(() -> Format.detect(name, head))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void rangesCutAtRandomReportTheSame() throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    for (String folder : List.of("bad/warc", "bad/generated/warc", "bad/gzip", "data/warc")) {
      try (Stream<Path> found = Files.walk(shared.resolve(folder))) {
        found.filter(Files::isRegularFile).forEach(file -> files.put(file.toString(), file));
      }
    }
    for (Path file : files.values()) {
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
    try (Stream<Path> files = Files.list(shared.resolve("data/warc/built"))) {
      for (Path file : files.sorted().toList()) {
        Found found = read(file, List.of());
        assertThat(found.pages).as("%s", file).hasSize(495);
        assertThat(found.bad).isEmpty();
        assertThat(found.pages).allMatch(page -> page.dateSeconds() > 0 && !page.url().isEmpty());
      }
    }
  }
}
