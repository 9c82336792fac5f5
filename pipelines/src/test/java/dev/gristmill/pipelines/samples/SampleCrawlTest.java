// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.pipelines.table.Column;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

final class SampleCrawlTest {
  private static final String HEADER = "file\turl\tcontentType\tdate\tverdict\tpurpose\n";
  private static final String ROW =
      "a.html\thttps://a.example/1\ttext/html; charset=utf-8\t2024-03-01\tgood\tprose\n";

  @TempDir Path dir;

  @BeforeEach
  void writesOnePage() throws IOException {
    page("first", "a.html", HEADER + ROW);
  }

  @Test
  void writesOneFileForEachCrawlDateThatAWarcLibraryReads() throws IOException {
    page("first", "a.html", HEADER + ROW + ROW.replace("2024-03-01", "2024-06-15") + ROW);
    List<SampleCrawl.Written> files = write("out");

    assertThat(files)
        .containsExactly(
            new SampleCrawl.Written(dir.resolve("out/pages-2024-03-01.warc.gz"), 2),
            new SampleCrawl.Written(dir.resolve("out/pages-2024-06-15.warc.gz"), 1));
    List<WarcResponse> first = WarcRecords.responses(files.get(0).file());
    List<WarcResponse> second = WarcRecords.responses(files.get(1).file());
    assertThat(first.get(0).targetURI()).isEqualTo(URI.create("https://a.example/1"));
    assertThat(first.get(0).date()).hasToString("2024-03-01T00:00:00Z");
    assertThat(first.get(0).http().status()).isEqualTo(200);
    assertThat(first.get(0).http().headers().first("Content-Type"))
        .contains("text/html; charset=utf-8");
    assertThat(first.get(1).id()).as("the same record twice").isEqualTo(first.get(0).id());
    assertThat(second.get(0).id()).as("another date").isNotEqualTo(first.get(0).id());
  }

  @Test
  void recordsComeInOrderOfFolderThenOfManifestLine() throws IOException {
    String east = ROW.replace("a.html", "c.html").replace("/1", "/3");
    page("east", "c.html", HEADER + east + east.replace("/3", "/2"));
    page("west", "w.html", HEADER + ROW.replace("a.html", "w.html").replace("/1", "/0"));
    Files.createDirectories(dir.resolve("pages/without-manifest"));

    List<SampleCrawl.Written> files = write("out");

    assertThat(files).hasSize(1);
    assertThat(WarcRecords.responses(files.get(0).file()))
        .extracting(WarcResponse::target)
        .containsExactly(
            "https://a.example/3",
            "https://a.example/2",
            "https://a.example/1",
            "https://a.example/0");
  }

  @Test
  void digestsAreThoseOfThePayload() throws IOException {
    Path file = write("out").get(0).file();
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
  void writesOneWetFileForEachSourceOfProbes() throws IOException {
    probes(
        probe("p1", "web", "/1", "Ein Satz über Öl."),
        probe("p2", "books", "/2", "Two."),
        probe("p3", "web", "/3", "Three.").replace("2024-03-01", "2023-11-05"));

    List<SampleCrawl.Written> files = write("out");

    assertThat(files.subList(1, 3))
        .containsExactly(
            new SampleCrawl.Written(dir.resolve("out/probes-books.warc.wet.gz"), 1),
            new SampleCrawl.Written(dir.resolve("out/probes-web.warc.wet.gz"), 2));
    List<String> texts = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    try (WarcReader reader = new WarcReader(files.get(2).file())) {
      reader.calculateBlockDigest();
      assertThat(reader.next().orElseThrow().version()).hasToString("WARC/1.0");
      for (WarcRecord each : reader) {
        WarcConversion record = (WarcConversion) each;
        assertThat(record.contentType()).isEqualTo(MediaType.parse("text/plain"));
        texts.add(
            record.target()
                + " "
                + new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8));
        dates.add(record.date().toString());
        assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
      }
    }
    assertThat(texts)
        .containsExactly("https://p.example/1 Ein Satz über Öl.", "https://p.example/3 Three.");
    assertThat(dates).containsExactly("2024-03-01T00:00:00Z", "2023-11-05T00:00:00Z");
  }

  @Test
  void aProbeHasTheRecordIdOfAPageOfItsUrlAndDate() throws IOException {
    probes(probe("p1", "web", "/1", "One.").replace("p.example", "a.example"));

    List<SampleCrawl.Written> files = write("out");

    try (WarcReader reader = new WarcReader(files.get(1).file())) {
      reader.next();
      assertThat(reader.next().orElseThrow().id())
          .isEqualTo(WarcRecords.responses(files.get(0).file()).get(0).id());
    }
  }

  @Test
  void writesExercisesAsOneTable() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("exercises"));
    Files.writeString(
        folder.resolve("exercises.jsonl"),
        """
        {"id":"x","text":"Zwei.","topic":"science"}
        {"id":"y","text":"Drei.","topic":"mathematics"}
        """);

    SampleCrawl.Written table = write("out").get(1);

    assertThat(table).isEqualTo(new SampleCrawl.Written(dir.resolve("out/exercises.parquet"), 2));
    List<Column> columns =
        Stream.of("id", "text", "topic", "url", "date")
            .map(name -> Column.of(name, Column.Kind.STRING))
            .toList();
    try (TableReader reader = TableReader.open(FileChannel.open(table.file()), columns)) {
      assertThat(reader.rowCount()).isEqualTo(2);
      reader.next();
      Row second = reader.next();
      assertThat(second.text(0)).isEqualTo("y");
      assertThat(second.text(1)).isEqualTo("Drei.");
      assertThat(second.text(2)).isEqualTo("mathematics");
      assertThat(second.text(3)).isEqualTo("https://exercises.example/2");
      assertThat(second.text(4)).isEqualTo("2024-06-15");
    }
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    probes(probe("p1", "web", "/1", "One."));
    List<SampleCrawl.Written> one = write("one");
    List<SampleCrawl.Written> two = write("two");
    assertThat(one).hasSize(2);
    for (int i = 0; i < one.size(); i++) {
      assertThat(two.get(i).file()).hasSameBinaryContentAs(one.get(i).file());
    }
  }

  @Test
  void removesWhatAnEarlierCrawlLeftAndNothingElse() throws IOException {
    probes(probe("p1", "web", "/1", "One."));
    write("out");
    Files.writeString(dir.resolve("out/pages-2024-03-01.warc.gz.partial"), "killed");
    Files.writeString(dir.resolve("out/my-pages.warc.gz"), "mine");
    probes(probe("p1", "news", "/1", "One."));

    write("out");

    try (Stream<Path> files = Files.list(dir.resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "my-pages.warc.gz", "pages-2024-03-01.warc.gz", "probes-news.warc.wet.gz");
    }
  }

  @Test
  void writesNothingBeforeEveryInputIsChecked() throws IOException {
    probes(probe("p1", "web", "/1", "One."), probe("p1", "web", "/2", "Two."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> write("out"))
        .withMessage(dir.resolve("probes/probes.jsonl") + ":2: id 'p1' is there twice");
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void refusesAnArgumentItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleCrawl.main(new String[] {"samples", "out", "x.jar=y=z"}))
        .withMessageStartingWith("unknown argument 'x.jar=y=z'; usage: SampleCrawl");
  }

  private List<SampleCrawl.Written> write(String out) throws IOException {
    return SampleCrawl.write(dir, dir.resolve(out), List.of(), List.of());
  }

  private void page(String folder, String name, String manifest) throws IOException {
    Path pages = Files.createDirectories(dir.resolve("pages").resolve(folder));
    Files.writeString(pages.resolve(name), "<p>Grüße");
    Files.writeString(pages.resolve("pages.tsv"), manifest);
  }

  private void probes(String... lines) throws IOException {
    Files.createDirectories(dir.resolve("probes"));
    Files.writeString(dir.resolve("probes/probes.jsonl"), String.join("\n", lines) + "\n");
  }

  private static String probe(String id, String source, String path, String text) {
    return ("{'id':'" + id + "','source':'" + source + "','url':'https://p.example" + path)
        .concat("','date':'2024-03-01','language':'eng','fails':'gopher_short_doc','text':'")
        .concat(text + "'}")
        .replace('\'', '"');
  }
}
