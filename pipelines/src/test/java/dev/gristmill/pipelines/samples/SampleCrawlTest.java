// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

final class SampleCrawlTest {
  private static final String HEADER = "file\turl\tcontentType\tdate\tverdict\tpurpose\n";
  private static final String ROW =
      "a.html\thttps://a.example/1\ttext/html; charset=utf-8\t2024-03-01\tgood\tprose\n";

  @TempDir Path dir;

  @BeforeEach
  void writesOnePage() throws IOException {
    Files.createDirectories(dir.resolve("pages"));
    Files.writeString(dir.resolve("pages/a.html"), "<p>Grüße");
    manifest(HEADER + ROW);
  }

  @Test
  void writesOneFileForEachCrawlDateThatAWarcLibraryReads() throws IOException {
    manifest(HEADER + ROW + ROW.replace("2024-03-01", "2024-06-15") + ROW);
    List<SampleCrawl.Written> files = SampleCrawl.write(dir, dir.resolve("out"), List.of());

    assertThat(files)
        .containsExactly(
            new SampleCrawl.Written(dir.resolve("out/pages-2024-03-01.warc.gz"), 2),
            new SampleCrawl.Written(dir.resolve("out/pages-2024-06-15.warc.gz"), 1));
    List<WarcResponse> first = responses(files.get(0).file());
    List<WarcResponse> second = responses(files.get(1).file());
    assertThat(first.get(0).targetURI()).isEqualTo(URI.create("https://a.example/1"));
    assertThat(first.get(0).date()).hasToString("2024-03-01T00:00:00Z");
    assertThat(first.get(0).http().status()).isEqualTo(200);
    assertThat(first.get(0).http().headers().first("Content-Type"))
        .contains("text/html; charset=utf-8");
    assertThat(first.get(1).id()).as("the same record twice").isEqualTo(first.get(0).id());
    assertThat(second.get(0).id()).as("another date").isNotEqualTo(first.get(0).id());
  }

  @Test
  void digestsAreThoseOfThePayload() throws IOException {
    Path file = SampleCrawl.write(dir, dir.resolve("out"), List.of()).get(0).file();
    try (WarcReader reader = new WarcReader(file)) {
      reader.calculateBlockDigest();
      int checked = 0;
      for (WarcRecord each : reader) {
        if (each instanceof WarcResponse response) {
          byte[] payload = response.http().body().stream().readAllBytes();
          assertThat(payload).isEqualTo("<p>Grüße".getBytes(StandardCharsets.UTF_8));
          // From sha1sum and base32 of the GNU core utilities.
          assertThat(response.payloadDigest().map(WarcDigest::base32))
              .contains("ZD6IKBZBRURDU4QD5PBNCMVJUPTPREXA");
          assertThat(response.blockDigest()).isPresent();
          assertThat(response.calculatedBlockDigest()).isEqualTo(response.blockDigest());
          checked++;
        }
      }
      assertThat(checked).isEqualTo(1);
    }
  }

  @Test
  void recordIdsAreTheSameInEveryBuild() {
    assertThat(WarcFile.recordId("https://a.example/1", PageManifest.date("2024-03-01")))
        .isEqualTo("<urn:uuid:9e9e80c4-38c9-8239-82cc-6927ff380e62>");
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    Path one = SampleCrawl.write(dir, dir.resolve("one"), List.of()).get(0).file();
    Path two = SampleCrawl.write(dir, dir.resolve("two"), List.of()).get(0).file();
    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void readsAJarInOrderOfNameUnderThePrefix() throws IOException {
    Path jar = dir.resolve("x=1-javadoc.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("z.html", "script.js", "org/A b.html", "index.html")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    JavadocCrawl javadoc = JavadocCrawl.parse(jar + "=https://x.example/api=2023-09-05");
    List<SampleCrawl.Written> files = SampleCrawl.write(dir, dir.resolve("out"), List.of(javadoc));

    assertThat(files.get(1).file()).hasFileName("x=1-javadoc.warc.gz");
    assertThat(responses(files.get(1).file()))
        .extracting(WarcResponse::target)
        .containsExactly(
            "https://x.example/api/index.html",
            "https://x.example/api/org/A%20b.html",
            "https://x.example/api/z.html");
  }

  @Test
  void namesTheMissingJar() {
    String absent = dir.resolve("absent.jar").toString();
    JavadocCrawl javadoc = JavadocCrawl.parse(absent + "=https://x.example/=2023-09-05");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleCrawl.write(dir, dir.resolve("out"), List.of(javadoc)))
        .withMessage("no such javadoc jar: " + absent);
    assertThat(dir.resolve("out")).as("nothing is written before the check").doesNotExist();
  }

  @Test
  void namesFileAndLineOfABadManifestRow() throws IOException {
    rejects(ROW.replace("2024-03-01", "1 March"), "date must be yyyy-mm-dd, was '1 March'");
    rejects(ROW.replace("good", "fine"), "verdict must be good or bad, was 'fine'");
    rejects(ROW.replace("a.html", "b.html"), "no such page file: " + dir.resolve("pages/b.html"));
    rejects(ROW.replace("a.html", "../a.html"), "file must be a bare name, was '../a.html'");
    rejects(
        ROW.replace("a.example", "a.com"),
        "URL must be http(s) on a host under .example, was 'https://a.com/1'");
    rejects("a.html\n", "6 columns expected, found 1");
  }

  private void rejects(String row, String reason) throws IOException {
    manifest(HEADER + ROW + row);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageManifest.load(dir.resolve("pages")))
        .withMessage(dir.resolve("pages/pages.tsv") + ":3: " + reason);
  }

  private void manifest(String text) throws IOException {
    Files.writeString(dir.resolve("pages/pages.tsv"), text);
  }

  /** The headers of all response records; the first record must be a warcinfo. */
  private static List<WarcResponse> responses(Path file) throws IOException {
    List<WarcResponse> responses = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      assertThat(reader.next()).containsInstanceOf(Warcinfo.class);
      for (WarcRecord each : reader) {
        WarcResponse response = (WarcResponse) each;
        assertThat(response.http().status()).isEqualTo(200);
        responses.add(response);
      }
    }
    return responses;
  }
}
