// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.run.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsTest {

  @TempDir Path folder;
  private ReportedRun run;

  @BeforeAll
  static void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @BeforeEach
  void makeRun() {
    run = new ReportedRun(folder);
  }

  private Stats stats() throws IOException {
    return Stats.of(run.directory(), run.manifest());
  }

  @Test
  void totalsAreThoseOfTheManifest() throws IOException {
    Totals totals = stats().totals();

    assertThat(totals.pages()).isEqualTo(10);
    assertThat(totals.skipped()).isEqualTo(3);
    assertThat(totals.bad()).isEqualTo(2);
    assertThat(totals.badShare()).isEqualTo(2.0 / 12);
    assertThat(totals.kept()).isEqualTo(6);
    assertThat(totals.dropped()).isEqualTo(4);
    assertThat(totals.keptTokens()).isEqualTo(600);
    assertThat(totals.tokens()).isEqualTo(400);
    assertThat(totals.syntheticShare()).isEqualTo(0.25);
  }

  @Test
  void stagesHaveTheirRulesAndThoseThatNeverStruck() throws IOException {
    List<StageFlow> stages = stats().stages();

    assertThat(stages)
        .extracting(StageFlow::stage)
        .containsExactly("extract", "identity", "drop_it", "exact", "semantic");
    assertThat(stages.get(2).kind()).isEqualTo("drop");
    assertThat(stages.get(2).idle()).containsExactly("drop_it");
    assertThat(stages.get(3).rules())
        .containsExactly(new StageFlow.RuleCount("exact_duplicate", 4, 5));
    assertThat(stages.get(3).idle()).isEmpty();
  }

  @Test
  void languagesAndSourcesCountTokensOfTheMix() throws IOException {
    Stats stats = stats();

    assertThat(stats.languages())
        .containsExactly(
            new LanguageCount("eng", 7, 4, 400, 400), new LanguageCount("deu", 3, 2, 200, 0));
    assertThat(stats.sources())
        .containsExactly(
            new SourceCount("made", true, 0, 0, 0, 100, 0.25),
            new SourceCount("web", false, 10, 6, 600, 300, 0.75));
  }

  @Test
  void bucketsOfLengthsArePowersOfTwoWithoutGaps() throws IOException {
    Histogram bytes = stats().histograms().get(0);

    assertThat(bytes.name()).isEqualTo("text_bytes");
    assertThat(bytes.buckets())
        .containsExactly(
            new Histogram.Bucket(256, 512, 6, 0),
            new Histogram.Bucket(512, 1024, 0, 0),
            new Histogram.Bucket(1024, 2048, 0, 4));
  }

  @Test
  void bucketsOfScoresCoverAllOfZeroToOne() throws IOException {
    List<Histogram> all = stats().histograms();
    Histogram quality = all.get(1);
    Histogram nsfw = all.get(2);

    assertThat(quality.buckets()).hasSize(20);
    assertThat(quality.buckets().get(19).from()).isCloseTo(0.95, within(1e-12));
    assertThat(quality.buckets().get(19).kept()).isEqualTo(6);
    assertThat(nsfw.buckets()).hasSize(21);
    assertThat(nsfw.buckets().get(20)).isEqualTo(new Histogram.Bucket(0.1, 1, 0, 4));
  }

  @Test
  void clustersAndPackingFollowFromTheCounts() throws IOException {
    Stats stats = stats();

    assertThat(stats.clusters().get(0).sizes()).containsExactly(new Clusters.SizeCount(4, 7, 1));
    assertThat(stats.packing().paddingShare()).isEqualTo(112.0 / 512);
    assertThat(stats.packing().documentsPerRow()).isEqualTo(1.5);
    assertThat(stats.packing().outputs())
        .containsExactly(
            new Packing.Output("bad", 2, 30), new Packing.Output("tokens/parquet", 2, 1200));
    assertThat(stats.mix().targets().get(0).reached()).isEqualTo(1);
  }

  @Test
  void countsDocumentsThatTheSemanticStagePassedOver() throws IOException {
    for (int split = 0; split < 2; split++) {
      run.directory()
          .write(
              "work/semantic-vectors/0000" + split + ".json",
              "{\"unit\":\"0\",\"tally\":{\"embedded\":3,\"not_embedded|jpn\":2}}"
                  .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(stats().clusters().get(1).notEmbedded())
        .containsExactly(java.util.Map.entry("jpn", 4L));
  }

  @Test
  void mergesTheSamplesWithTheSmallestPlacesOfAllSplits() throws IOException {
    List<ObjectNode> first = new ArrayList<>();
    List<ObjectNode> second = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      first.add(ReportedRun.dropped("exact_duplicate", 10 + 2 * i, "a" + i));
      second.add(ReportedRun.dropped("exact_duplicate", 11 + 2 * i, "b" + i));
    }
    second.add(ReportedRun.sample("kept", "eng", 99, "k"));
    run.samples(0, first);
    run.samples(1, second);

    List<Sample> samples = stats().samples();

    assertThat(samples).extracting(Sample::id).containsExactly("k", "a0", "b0", "a1", "b1", "a2");
    assertThat(samples.get(0).kept()).isTrue();
    assertThat(samples.get(0).stage()).isEmpty();
    assertThat(samples.get(1).limit()).isEqualTo(1.0);
  }

  @Test
  void aStageCalledKeptIsNoKeptDocument() throws IOException {
    run.samples(0, List.of(ReportedRun.sample("kept", "kept", 1, "d").put("limit", "NaN")));

    Sample sample = stats().samples().get(0);

    assertThat(sample.kept()).isFalse();
    assertThat(sample.rule()).isEqualTo("kept");
    assertThat(sample.limit()).isNull();
  }

  @Test
  void samplesAreNoneWhereTheWorkIsGone() throws IOException {
    assertThat(stats().samples()).isEmpty();
  }

  @Test
  void damagedSamplesAreAnErrorThatNamesTheFile() throws IOException {
    run.directory()
        .write("work/finish/00000/samples.jsonl", "{\"id\": \n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::stats)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("work/finish/00000/samples.jsonl is damaged");
  }

  @Test
  void showsTwentyDeadLettersInOrderOfFiles() throws IOException {
    List<ObjectNode> first = new ArrayList<>();
    List<ObjectNode> second = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      first.add(letter(i));
      second.add(letter(100 + i));
    }
    run.deadLetters(1, second);
    run.deadLetters(0, first);

    List<DeadLetter> letters = stats().deadLetters();

    assertThat(letters).hasSize(20);
    assertThat(letters.get(0))
        .isEqualTo(new DeadLetter("in.jsonl", 0, "json_malformed", "what", ""));
    assertThat(letters.get(19).offset()).isEqualTo(104);
  }

  private static ObjectNode letter(int offset) {
    return Json.LINE
        .createObjectNode()
        .put("file", "/very/private/in.jsonl")
        .put("offset", offset)
        .put("reason", "json_malformed")
        .put("message", "what")
        .put("url", "");
  }

  @Test
  void holdsNoFolderAndNoTime() throws IOException {
    run.deadLetters(0, List.of(letter(1)));
    Stats stats = stats();

    String json = stats.json();

    assertThat(json).doesNotContain("/data", "s3://", "/very", "17000000000", folder.toString());
    assertThat(json).contains("\"a.warc.gz\"", "\"made.jsonl\"", "\"mine.tiktoken\"");
    assertThat(stats.run().inputs()).hasSize(1);
    assertThat(stats.run().inputs().get(0).splits()).isEqualTo(2);
  }

  @Test
  void isWhatThePublishedSchemaSays() throws IOException {
    run.samples(0, List.of(ReportedRun.dropped("exact_duplicate", 1, "a")));
    run.deadLetters(0, List.of(letter(1)));
    Path schema = Path.of(System.getProperty("gristmill.root"), "src/conf/stats.schema.json");

    JsonNode json = Json.LINE.readTree(stats().json());

    assertThat(SchemaCheck.violations(Json.LINE.readTree(Files.readString(schema)), json))
        .isEmpty();
    ((ObjectNode) json.get("totals")).put("pages", -1).put("pagse", 1);
    assertThat(SchemaCheck.violations(Json.LINE.readTree(Files.readString(schema)), json))
        .hasSize(2);
  }
}
