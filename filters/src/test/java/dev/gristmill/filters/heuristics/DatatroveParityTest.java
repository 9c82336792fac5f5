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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** datatrove's own decisions, reasons and numbers, over whitespace words. */
class DatatroveParityTest {
  private static final Map<String, String> QUALITY = new LinkedHashMap<>();
  private static final Map<String, String> REPETITION = new LinkedHashMap<>();

  static {
    QUALITY.put("n_non_symbol_words", GopherQualitySignals.WORDS);
    QUALITY.put("mean_len", GopherQualitySignals.MEAN_WORD_LENGTH);
    QUALITY.put("hash_ratio", GopherQualitySignals.HASHES);
    QUALITY.put("ellipsis_ratio", GopherQualitySignals.ELLIPSES);
    QUALITY.put("bullet_lines", GopherQualitySignals.BULLETS);
    QUALITY.put("ellipsis_lines", GopherQualitySignals.END_ELLIPSES);
    QUALITY.put("alpha_words", GopherQualitySignals.ALPHA);
    QUALITY.put("distinct_stop_words", GopherQualitySignals.STOP_WORDS);
    for (String name : List.of("dup_para_frac", "dup_para_char_frac", "dup_line_frac")) {
      REPETITION.put(name, "gopher_" + name);
    }
    REPETITION.put("dup_line_char_frac", GopherRepetitionSignals.DUP_LINE_CHARS);
    for (int n = 2; n <= 4; n++) {
      REPETITION.put("top_" + n + "_gram", GopherRepetitionSignals.topNGram(n));
    }
    for (int n = 5; n <= 10; n++) {
      REPETITION.put("dup_" + n + "_gram", GopherRepetitionSignals.dupNGram(n));
    }
  }

  @Test
  void gopherQualityDecidesAsDatatrove() throws IOException {
    assertThat(differences("gopher_quality", GopherQuality.NAME, QUALITY)).isEmpty();
  }

  @Test
  void gopherRepetitionDecidesAsDatatrove() throws IOException {
    assertThat(differences("gopher_repetition", GopherRepetition.NAME, REPETITION)).isEmpty();
  }

  private static List<String> differences(String filter, String name, Map<String, String> signals)
      throws IOException {
    List<JsonNode> documents =
        SharedFolder.jsonLines(
            SharedFolder.require("parity/heuristics/heuristics-datatrove.jsonl.gz"));
    assertThat(documents).hasSizeGreaterThan(1000);
    Heuristic heuristic = Dialects.byName(name, Words.WHITESPACE);
    SignalRow row = new SignalRow(heuristic.measure().signals());
    TextView view = new TextView();
    List<String> differences = new ArrayList<>();
    for (JsonNode document : documents) {
      JsonNode expected = document.get("ws").get(filter);
      row.clear();
      heuristic.measure().measure(view.reset(document.get("text").textValue()), row);
      String id = document.get("id").textValue();
      compareDecision(id, expected, heuristic.failures(row::value), differences);
      signals.forEach(
          (theirs, ours) -> {
            JsonNode number = expected.get("num").get(theirs);
            double value = row.value(ours);
            if (number != null && !number.isNull() && !close(value, number.doubleValue())) {
              differences.add(id + " " + ours + " " + value + " not " + number);
            }
          });
    }
    return differences;
  }

  private static void compareDecision(
      String id, JsonNode expected, List<Failure> failures, List<String> differences) {
    String reason = expected.has("reason") ? expected.get("reason").textValue() : "kept";
    String ours = failures.isEmpty() ? "kept" : failures.get(0).rule();
    if (!ours.equals(reason)) {
      differences.add(id + " " + ours + " not " + reason);
    }
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }
}
