// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.report.Report;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.testing.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  @TempDir Path folder;

  @BeforeAll
  static void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @Test
  void writesThePageAndSaysWhere() throws IOException, RecipeException {
    Path run = folder.resolve("run");
    TinyRun.run(folder, RunDirectory.at(run.toString()));

    Ran ran = Ran.command(new ReportCommand(), run);

    assertThat(ran.exit()).isZero();
    Path page = Path.of(ran.out().strip());
    assertThat(page).isEqualTo(run.resolve(Report.PAGE)).isRegularFile();
    assertThat(run.resolve(Report.STATS)).isRegularFile();
    assertThat(run.resolve(Report.CARD)).isRegularFile();
  }

  @Test
  void failsWhereThereIsNoRun() {
    Ran ran = Ran.command(new ReportCommand(), folder.resolve("none"));

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("no such run directory");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void countsACorpusAndLeavesOnlyTheReport() throws IOException {
    TinyRun.write(folder);
    Path output = folder.resolve("statistics");

    Ran ran =
        Ran.command(
            new StatsCommand(),
            folder.resolve("*.jsonl"),
            "--output",
            output,
            "--quiet",
            "--runner",
            "DIRECT");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    try (Stream<Path> files = Files.walk(output)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> output.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(List.of(Report.PAGE, Report.STATS));
    }
    JsonNode totals =
        Json.LINE.readTree(Files.readAllBytes(output.resolve(Report.STATS))).get("totals");
    assertThat(totals.get("pages").asLong()).isEqualTo(30);
    assertThat(totals.get("bad").asLong()).isEqualTo(1);
    assertThat(totals.get("tokens").asLong()).isEqualTo(totals.get("keptTokens").asLong());
  }
}
