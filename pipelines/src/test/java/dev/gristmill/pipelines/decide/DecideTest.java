// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.split.SplitTables;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import dev.gristmill.pipelines.testing.BeamTest;
import dev.gristmill.pipelines.verdict.DecisionJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.TestPipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both decisions on DirectRunner, over split tables written by hand. */
@ExtendWith(BeamTest.class)
class DecideTest {

  /** What a test says of a document; all else is filled in. */
  private record Given(long id, long content, long digest, long date, long bytes, String extract) {
    static Given record(long id, long content) {
      return new Given(id, content, 0, 0, 1, "");
    }

    static Given text(long id, long digest, long date, long bytes) {
      return new Given(id, id, digest, date, bytes, "");
    }
  }

  @TempDir Path folder;
  private RunDirectory directory;
  private final List<Split> splits = new ArrayList<>();

  @BeforeEach
  void open() {
    directory = RunDirectory.at(folder.toString());
  }

  @Test
  void callsEqualIdsWithEqualContentTheSameRecord(TestPipeline pipeline) throws IOException {
    split("web", Given.record(1, 10), Given.record(2, 20), Given.record(1, 10));
    split("web", Given.record(3, 30), Given.record(1, 10));

    sameRecord(pipeline);

    assertThat(said("identity"))
        .isEqualTo(
            Map.of(
                "0/2", new Decision(Decision.Kind.SAME_RECORD, 1, id(1)),
                "1/1", new Decision(Decision.Kind.SAME_RECORD, 1, id(1))));
  }

  @Test
  void numbersEqualIdsWithOtherContentByTheirDigest(TestPipeline pipeline) throws IOException {
    split("web", Given.record(1, 30), Given.record(1, -1));
    split("web", Given.record(1, 20), Given.record(1, 30));

    sameRecord(pipeline);

    assertThat(said("identity"))
        .isEqualTo(
            Map.of(
                "0/0", new Decision(Decision.Kind.ORDINAL, 1, id(1)),
                "0/1", new Decision(Decision.Kind.ORDINAL, 2, id(1)),
                "1/1", new Decision(Decision.Kind.SAME_RECORD, 1, id(1))));
    Map<String, Digest128> ids = ids("identity");
    assertThat(ids.get("1/0")).isEqualTo(id(1));
    assertThat(ids.get("0/0")).isEqualTo(SplitDocument.withOrdinal(id(1), 1)).isNotEqualTo(id(1));
    assertThat(ids.get("0/1")).isEqualTo(SplitDocument.withOrdinal(id(1), 2));
  }

  @Test
  void saysTheSameWhateverSplitARecordIsIn(TestPipeline pipeline) throws IOException {
    split("web", Given.record(1, 20), Given.record(1, 30));
    split("web", Given.record(1, 10));

    sameRecord(pipeline);

    assertThat(ids("identity"))
        .containsEntry("1/0", id(1))
        .containsEntry("0/0", SplitDocument.withOrdinal(id(1), 1))
        .containsEntry("0/1", SplitDocument.withOrdinal(id(1), 2));
  }

  @Test
  void writesAnEmptyTableForASplitOfWhichNothingIsSaid(TestPipeline pipeline) throws IOException {
    split("web", Given.record(1, 10));
    split("web");

    sameRecord(pipeline);

    assertThat(said("identity")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"newest,0/1", "longest,1/0", "source,2/0", "id,0/0"})
  void keepsTheCopyThatThePolicyPrefers(String policy, String kept, TestPipeline pipeline)
      throws IOException {
    split("web", Given.text(1, 5, 100, 10), Given.text(2, 5, 300, 20));
    split("web", Given.text(3, 5, 200, 40), Given.text(4, 6, 999, 99));
    split("books", Given.text(5, 5, -1, 15));

    sameText(pipeline, List.of(policy, "id"));

    Map<String, Decision> said = said("exact");
    assertThat(said).containsOnlyKeys("0/0", "0/1", "1/0", "2/0");
    Digest128 keeperId = ids("exact").get(kept);
    said.forEach(
        (place, decision) ->
            assertThat(decision)
                .as(place)
                .isEqualTo(
                    place.equals(kept)
                        ? new Decision(Decision.Kind.CLUSTER, 4, keeperId)
                        : new Decision(Decision.Kind.DUPLICATE, 1_000_000, keeperId)));
  }

  @Test
  void leavesOutWhatAnEarlierStageDropped(TestPipeline pipeline) throws IOException {
    split(
        "web",
        new Given(1, 1, 5, 900, 1, "text_empty"),
        Given.text(2, 5, 100, 10),
        Given.text(3, 5, 50, 10));

    sameText(pipeline, List.of("newest"));

    assertThat(said("exact"))
        .isEqualTo(
            Map.of(
                "0/1", new Decision(Decision.Kind.CLUSTER, 2, id(2)),
                "0/2", new Decision(Decision.Kind.DUPLICATE, 1_000_000, id(2))));
  }

  @Test
  void endsEachPartitionWithAnEntryOfItsTables(TestPipeline pipeline) throws IOException {
    for (int i = 0; i < 5; i++) {
      split("web", Given.record(1, 10));
    }

    sameRecord(pipeline);

    Journal journal = new Journal(directory, Phase.IDENTITY);
    Entry first = journal.done("partition-00000", "fingerprint").orElseThrow();
    Entry second = journal.done("partition-00001", "fingerprint").orElseThrow();
    assertThat(first.files()).hasSize(3);
    assertThat(second.files()).hasSize(2);
    assertThat(first.tally().get("verdicts", "SAME_RECORD")).isEqualTo(2);
    assertThat(second.tally().get("verdicts", "SAME_RECORD")).isEqualTo(2);
    assertThat(job("identity", recipe(List.of())).units())
        .containsExactly("partition-00000", "partition-00001");
  }

  private void sameRecord(TestPipeline pipeline) {
    pipeline.apply("Decide", Decide.sameRecord(job("identity", recipe(List.of())), "fingerprint"));
    pipeline.run().waitUntilFinish();
  }

  private void sameText(TestPipeline pipeline, List<String> policy) {
    Stages.Exact exact = new Stages.Exact("exact", policy);
    pipeline.apply(
        "Decide", Decide.sameKey(job("exact", recipe(List.of(exact))), exact, "fingerprint"));
    pipeline.run().waitUntilFinish();
  }

  private DecisionJob job(String phase, Recipe recipe) {
    return new DecisionJob(directory, recipe, phase, splits, List.of());
  }

  private static Recipe recipe(List<Recipe.Stage> stages) {
    return new Recipe(
        "test",
        0,
        List.of(
            new Recipe.Input("/books", "books", "auto", false),
            new Recipe.Input("/web", "web", "auto", false)),
        1.0,
        new Recipe.Limits(0, 1 << 20, 1 << 20, 1 << 16, 1 << 20, 1 << 16, 2, 1 << 20),
        stages,
        new Recipe.Tokenizer("cl100k_base"),
        Mix.ONCE,
        new Recipe.Pack(64, 1024),
        new Recipe.Output(List.of("parquet"), true));
  }

  private static Digest128 id(long number) {
    return new Digest128(number, ~number);
  }

  private static Split splitOf(int index, String source) {
    return new Split(index, "/none", source, "jsonl", 1, 0, 0, 1);
  }

  private void split(String source, Given... documents) throws IOException {
    int index = splits.size();
    splits.add(splitOf(index, source));
    write(index, documents);
  }

  private void write(int split, Given... documents) throws IOException {
    String unit = new Journal(directory, Phase.MEASURE).folder(Split.unit(split));
    try (StagedFile file = directory.stage(unit + "/" + SplitTables.DOCUMENTS)) {
      Row row = new Row(SplitTables.documents(0).size());
      try (TableWriter table = TableWriter.open(file.stream(), SplitTables.documents(0))) {
        for (Given given : documents) {
          row.clear();
          digest(row, "id", id(given.id()));
          digest(row, "content", new Digest128(given.content(), 0));
          digest(row, "digest", new Digest128(given.digest(), 0));
          row.set(SplitTables.at("date"), given.date());
          for (String name : List.of("url", "user_id", "title", "meta")) {
            row.set(SplitTables.at(name), "");
          }
          row.set(SplitTables.at("language"), "eng");
          row.set(SplitTables.at("script"), "Latn");
          row.set(SplitTables.at("extract"), given.extract());
          row.set(SplitTables.at("page_bytes"), 1L);
          row.set(SplitTables.at("offset"), 0L);
          row.set(SplitTables.bytesAt(0), given.bytes());
          table.write(row);
        }
      }
      file.commit();
    }
  }

  private static void digest(Row row, String name, Digest128 digest) {
    row.set(SplitTables.at(name + "_hi"), digest.hi());
    row.set(SplitTables.at(name + "_lo"), digest.lo());
  }

  /** The decisions of a phase by "split/row". */
  private Map<String, Decision> said(String phase) throws IOException {
    Map<String, Decision> said = new TreeMap<>();
    for (Split split : splits) {
      for (SplitDocument document : read(split, phase)) {
        if (document.decisions().containsKey(phase)) {
          said.put(split.index() + "/" + document.row(), document.decisions().get(phase));
        }
      }
    }
    return said;
  }

  private Map<String, Digest128> ids(String phase) throws IOException {
    Map<String, Digest128> ids = new TreeMap<>();
    for (Split split : splits) {
      for (SplitDocument document : read(split, phase)) {
        ids.put(split.index() + "/" + document.row(), document.id());
      }
    }
    return ids;
  }

  private List<SplitDocument> read(Split split, String phase) throws IOException {
    List<SplitDocument> documents = new ArrayList<>();
    try (SplitReader reader =
        new SplitReader(
            directory,
            new Journal(directory, Phase.MEASURE),
            split,
            SignalPlan.of(recipe(List.of())),
            Map.of(phase, new Journal(directory, phase)))) {
      for (SplitDocument one = reader.next(); one != null; one = reader.next()) {
        documents.add(one);
      }
    }
    return documents;
  }
}
