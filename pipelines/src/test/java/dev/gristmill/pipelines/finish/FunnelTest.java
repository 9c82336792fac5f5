// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.split.SplitDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunnelTest {

  private final Funnel funnel =
      new Funnel(
          new Recipe(
              "test",
              0,
              List.of(new Recipe.Input("/none", "web", "auto", false)),
              1.0,
              new Recipe.Limits(0, 1, 1, 1, 1, 1, 1, 1),
              List.of(
                  new Stages.Clean("clean"),
                  new Stages.Exact("exact", List.of("id")),
                  new Stages.Clean("clean-2")),
              new Recipe.Tokenizer("cl100k_base"),
              Mix.ONCE,
              new Recipe.Pack(64, 1024),
              new Recipe.Output(List.of("parquet"), true)));
  private final Tally tally = new Tally();

  @Test
  void countsAKeptDocumentThroughAllStages() {
    funnel.count(document(100, 90, 95), List.of(), tally);

    for (String stage : List.of("extract", "identity", "clean", "exact", "clean-2")) {
      assertThat(tally.get("in", stage)).as(stage).isEqualTo(1);
      assertThat(tally.get("out", stage)).as(stage).isEqualTo(1);
    }
    assertThat(tally.get("bytes_in", "clean")).isEqualTo(100);
    assertThat(tally.get("bytes_out", "clean")).isEqualTo(90);
    assertThat(tally.get("bytes_removed", "clean")).isEqualTo(10);
    assertThat(tally.get("bytes_added", "clean")).isZero();
    assertThat(tally.get("bytes_removed", "clean-2")).isZero();
    assertThat(tally.get("bytes_added", "clean-2")).isEqualTo(5);
    assertThat(tally.get("bytes_out", "clean-2")).isEqualTo(95);
  }

  @Test
  void countsADroppedDocumentUpToTheStageThatDroppedIt() {
    funnel.count(
        document(100, 90, 95),
        List.of(
            new Failed("exact", "exact_duplicate", 1, 1, "k"),
            new Failed("exact", "another", 1, 1, "")),
        tally);

    assertThat(tally.get("drop", "exact", "exact_duplicate")).isEqualTo(1);
    assertThat(tally.get("bytes_dropped", "exact")).isEqualTo(90);
    assertThat(tally.get("out", "exact")).isZero();
    assertThat(tally.get("in", "clean-2")).isZero();
    assertThat(tally.under("drop")).hasSize(1);
  }

  @Test
  void countsEveryFailureAlsoBehindTheFirst() {
    funnel.count(
        document(1, 1, 1),
        List.of(
            new Failed("identity", "same_record", 2, 1, ""),
            new Failed("exact", "exact_duplicate", 1, 1, "k")),
        tally);

    assertThat(tally.under("fails"))
        .isEqualTo(Map.of("identity|same_record", 1L, "exact|exact_duplicate", 1L));
    assertThat(tally.under("drop")).isEqualTo(Map.of("identity|same_record", 1L));
  }

  private static SplitDocument document(long... bytes) {
    Digest128 id = new Digest128(1, 2);
    return new SplitDocument(
        0,
        id,
        id,
        id,
        -1,
        "",
        "",
        "web",
        "eng",
        "Latn",
        "",
        1,
        bytes,
        0,
        "",
        "",
        new double[0],
        Map.of());
  }
}
