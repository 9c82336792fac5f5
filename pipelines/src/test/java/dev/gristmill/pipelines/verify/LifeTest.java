// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.testing.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {

  private static final String RULES = "gopher-quality@datatrove";

  @TempDir static Path folder;
  private static RunDirectory directory;
  private static Manifest manifest;

  @BeforeAll
  static void run() throws Exception {
    directory = RunDirectory.at(folder.resolve("run").toString());
    manifest = TinyRun.run(folder, directory);
  }

  @Test
  void tellsWhereAKeptDocumentsTokensAre() throws IOException {
    List<String> life = life("d5");

    assertThat(life)
        .contains("input id   d5", "url        https://mill.example/d5", "source     web")
        .anyMatch(line -> line.matches("document   [0-9a-f]{32}"))
        .anyMatch(line -> line.matches("read from  .*/a\\.jsonl, offset [0-9]+"))
        .anyMatch(line -> line.matches("fate       kept, [0-9]+ tokens"))
        .anyMatch(
            line -> line.matches("tokens     shard [0-9]+, row [0-9]+, positions [0-9]+ to [0-9]+"))
        .noneMatch(line -> line.contains("FAIL"))
        .noneMatch(line -> line.startsWith("cluster"));
  }

  @Test
  void tellsEveryRuleWithValueAndLimit() throws IOException {
    assertThat(life("d5"))
        .contains("extract: passed", "identity: passed", RULES, "exact: passed")
        .anyMatch(line -> line.matches("  ok   gopher_short_doc +value 8[0-9] +limit 50"));
  }

  @Test
  void tellsWhatADroppedDocumentFailed() throws IOException {
    assertThat(life("d27"))
        .contains("fate       dropped by " + RULES + ": gopher_short_doc")
        .anyMatch(line -> line.matches("  FAIL gopher_short_doc +value 5 +limit 50"))
        .noneMatch(line -> line.startsWith("tokens"));
  }

  @Test
  void tellsADuplicateItsKeeperAndTheKeeperItsDuplicate() throws IOException {
    List<String> one = life("d0");
    List<String> other = life("d28");
    boolean firstStays = one.stream().anyMatch(line -> line.startsWith("fate       kept"));
    List<String> keeper = firstStays ? one : other;
    List<String> duplicate = firstStays ? other : one;
    String keeperId = keeper.get(0).substring("document   ".length());
    String duplicateId = duplicate.get(0).substring("document   ".length());

    assertThat(duplicate)
        .contains("fate       dropped by exact: exact_duplicate", "cluster    kept is " + keeperId)
        .anyMatch(
            line ->
                line.matches(
                    "  FAIL exact_duplicate +value 1 +limit 1 +\\(same text as "
                        + keeperId
                        + "\\)"));
    assertThat(keeper)
        .contains("cluster    kept is " + keeperId)
        .anyMatch(line -> line.startsWith("           dropped " + duplicateId));
  }

  @Test
  void tellsBothLivesOfARecordReadTwice() throws IOException {
    assertThat(life("d3"))
        .filteredOn(line -> line.startsWith("fate"))
        .hasSize(2)
        .contains("fate       dropped by identity: same_record");
  }

  @Test
  void findsADocumentByItsIdAndItsUrl() throws IOException {
    List<String> life = life("d5");

    assertThat(life("https://mill.example/d5")).isEqualTo(life);
    assertThat(life(life.get(0).substring("document   ".length()))).isEqualTo(life);
  }

  @Test
  void tellsNothingOfAnUnknownDocument() throws IOException {
    assertThat(life("d99")).isEmpty();
    assertThat(life("")).isEmpty();
  }

  private static List<String> life(String wanted) throws IOException {
    return Life.of(directory, manifest, wanted);
  }
}
