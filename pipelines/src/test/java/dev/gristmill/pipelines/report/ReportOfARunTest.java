// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.testing.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a real run: its numbers are the manifest's, its data what the schema says. */
class ReportOfARunTest {

  @TempDir static Path folder;
  private static Manifest manifest;
  private static JsonNode stats;

  @BeforeAll
  static void runAndReport() throws IOException, RecipeException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    RunDirectory directory = RunDirectory.at(folder.resolve("run").toString());
    manifest = TinyRun.run(folder, directory);
    Report.write(directory, manifest);
    stats = Json.LINE.readTree(Files.readAllBytes(folder.resolve("run").resolve(Report.STATS)));
  }

  @Test
  void isWhatThePublishedSchemaSays() throws IOException {
    Path schema = Path.of(System.getProperty("gristmill.root"), "src/conf/stats.schema.json");

    assertThat(SchemaCheck.violations(Json.LINE.readTree(Files.readString(schema)), stats))
        .isEmpty();
  }

  @Test
  void everyStageBalancesAndEqualsTheManifest() {
    assertThat(stats.get("stages")).hasSize(manifest.stages().size());
    for (JsonNode stage : stats.get("stages")) {
      String name = stage.get("stage").asText();
      assertThat(stage.get("in").asLong()).isEqualTo(manifest.finish().get("in", name));
      assertThat(stage.get("in").asLong())
          .isEqualTo(stage.get("out").asLong() + stage.get("dropped").asLong());
    }
    assertThat(stats.at("/totals/tokens").asLong()).isEqualTo(manifest.emit().get("tokens"));
    assertThat(stats.at("/totals/bad").asLong()).isEqualTo(manifest.badUnits()).isPositive();
    assertThat(stats.at("/packing/rows").asLong()).isEqualTo(manifest.emit().get("rows"));
  }

  @Test
  void everyRuleThatDroppedHasASample() {
    for (JsonNode stage : stats.get("stages")) {
      for (JsonNode rule : stage.get("rules")) {
        if (rule.get("dropped").asLong() > 0) {
          assertThat(stats.get("samples"))
              .as(rule.get("rule").asText())
              .anyMatch(
                  sample ->
                      sample.get("rule").equals(rule.get("rule"))
                          && sample.get("stage").equals(stage.get("stage")));
        }
      }
    }
    assertThat(stats.get("samples")).anyMatch(sample -> sample.get("kept").asBoolean());
  }

  @Test
  void thePageShowsThemAndHoldsNoPathOfTheMachine() throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    String page = Files.readString(folder.resolve("run").resolve(Report.PAGE));

    Document document = parser.parseInput(page, "");

    assertThat(parser.getErrors()).isEmpty();
    assertThat(document.select(".tile b").get(0).text()).isEqualTo("30");
    assertThat(document.select(".sample")).isNotEmpty();
    assertThat(page).doesNotContain(folder.toString());
  }
}
