// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.SharedFolder;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** datatrove's own decisions, reasons and numbers, over whitespace words. */
class FineWebParityTest {
  private static final List<String> NUMBERS =
      List.of("line_punct_ratio", "short_line_ratio", "char_dup_ratio", "list_ratio");

  @Test
  void decidesAsDatatrove() throws IOException {
    List<JsonNode> documents =
        SharedFolder.jsonLines(
            SharedFolder.require("parity/heuristics/heuristics-datatrove.jsonl.gz"));
    Heuristic heuristic = Dialects.byName(FineWebQuality.NAME, Words.WHITESPACE);
    SignalRow row = new SignalRow(heuristic.measure().signals());
    TextView view = new TextView();
    List<String> differences = new ArrayList<>();
    int numbers = 0;
    for (JsonNode document : documents) {
      JsonNode expected = document.get("ws").get("fineweb");
      String id = document.get("id").textValue();
      heuristic.measure().measure(view.reset(document.get("text").textValue()), row);
      String reason = expected.path("reason").asText("kept");
      String ours =
          heuristic.failures(row::value).stream().map(Failure::rule).findFirst().orElse("kept");
      if (!ours.equals(reason)) {
        differences.add(id + " " + ours + " not " + reason);
      }
      for (String name : NUMBERS) {
        JsonNode number = expected.get("num").get(name);
        double value = row.value("fineweb_" + name);
        if (number == null) {
          continue;
        }
        numbers++;
        if (Math.abs(value - number.doubleValue()) > 1e-9) {
          differences.add(id + " " + name + " " + value + " not " + number);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(documents).hasSizeGreaterThan(1000);
    assertThat(numbers).isGreaterThan(4000);
  }
}
