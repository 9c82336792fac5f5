// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixSolveCommandTest {

  private static final String YAML =
      """
      targets:
        - {name: general, share: 0.75}
        - {name: code, share: 0.25}
      available: {general: 600, code: 100}
      maxEpochs: 2
      tokens: 400
      """;

  @TempDir private Path folder;

  private Ran solve(String spec) throws IOException {
    return Ran.command(new MixCommand(), "solve", Files.writeString(folder.resolve("spec"), spec));
  }

  @Test
  void givesARateForEachTarget() throws IOException {
    JsonNode solved = solve(YAML).json().get(0);

    assertThat(solved.get("tokens").doubleValue()).isEqualTo(400);
    assertThat(solved.get("targets").get(0).toString())
        .isEqualTo(
            "{\"name\":\"general\",\"share\":0.75,\"available\":600,\"rate\":0.5,\"tokens\":300.0}");
    assertThat(solved.get("targets").get(1).get("rate").doubleValue()).isEqualTo(1);
  }

  @Test
  void readsJsonAsWell() throws IOException {
    String json = "{\"targets\": [{\"name\": \"a\", \"share\": 1}], \"available\": {\"a\": 10}}";

    assertThat(solve(json).json().get(0).get("tokens").doubleValue()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maxEpochs | maxEpoch | unknown key \"maxEpoch\"; did you mean \"maxEpochs\"?",
        "0.75 | 0.7 | the shares must sum to 1",
        "name: code | name: general | a target is given twice",
        "general: 600 | genral: 600 | unknown key \"genral\"; did you mean \"general\"?",
        "general: 600 | general: -1 | available general must be in",
        "maxEpochs: 2 | maxEpochs: two | maxEpochs must be in",
        "targets: | target: | unknown key \"target\"",
        "available: | available: [ | neither YAML nor JSON",
      })
  void refusesWhatItDoesNotUnderstand(String right, String wrong, String message)
      throws IOException {
    Ran ran = solve(YAML.replace(right, wrong));

    assertThat(ran.err()).contains(message);
    assertThat(ran.exit()).isEqualTo(2);
  }
}
