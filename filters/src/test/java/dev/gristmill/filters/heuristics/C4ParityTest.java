// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Rewrite;
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

/** datatrove's own decisions, reasons, counts and rewritten texts. */
class C4ParityTest {
  private static final Map<String, String> LINES = new LinkedHashMap<>();

  static {
    LINES.put("line-total", C4Signals.LINES);
    LINES.put("line-kept", C4Signals.LINES_KEPT);
    LINES.put("line-filter-too_long_word", C4Signals.LINES_LONG_WORD);
    LINES.put("line-filter-no_terminal_punc", C4Signals.LINES_NO_TERMINAL);
    LINES.put("line-filter-too_few_words", C4Signals.LINES_FEW_WORDS);
    LINES.put("line-filter-javascript", C4Signals.LINES_JAVASCRIPT);
    LINES.put("line-filter-policy", C4Signals.LINES_POLICY);
  }

  private final List<String> differences = new ArrayList<>();
  private int kept;

  @Test
  void decidesAndRewritesAsDatatrove() throws IOException {
    compare("c4", C4Quality.NAME);

    assertThat(differences).isEmpty();
    assertThat(kept).isGreaterThan(500);
  }

  @Test
  void decidesAndRewritesAsFineWeb() throws IOException {
    compare("c4_noterm", C4Quality.NO_TERMINAL_NAME);

    assertThat(differences).isEmpty();
    assertThat(kept).isGreaterThan(500);
  }

  private void compare(String filter, String name) throws IOException {
    List<JsonNode> documents =
        SharedFolder.jsonLines(
            SharedFolder.require("parity/heuristics/heuristics-datatrove.jsonl.gz"));
    Heuristic heuristic = Dialects.byName(name, Words.WHITESPACE);
    Rewrite rewrite = Dialects.rewriter(name).orElseThrow();
    SignalRow row = new SignalRow(heuristic.measure().signals());
    TextView view = new TextView();
    for (JsonNode document : documents) {
      JsonNode expected = document.get("ws").get(filter);
      String id = document.get("id").textValue();
      String text = document.get("text").textValue();
      heuristic.measure().measure(view.reset(text), row);
      String reason = expected.path("reason").asText("kept");
      same(
          id + " reason",
          heuristic.failures(row::value).stream().map(Failure::rule).findFirst().orElse("kept"),
          reason);
      if (expected.path("num").has("sentences")) {
        same(id, row.value(C4Signals.SENTENCES), expected.get("num").get("sentences").asDouble());
        LINES.forEach(
            (theirs, ours) ->
                same(
                    id + " " + ours,
                    row.value(ours),
                    expected.get("lines").path(theirs).asDouble()));
      }
      if (expected.get("pass").booleanValue()) {
        kept++;
        same(id + " text", rewrite.rewrite(text), text(document, expected.get("text")));
      }
    }
  }

  private static String text(JsonNode document, JsonNode text) {
    if (text.isTextual()) {
      return text.textValue();
    }
    return text.get("same_as").textValue().equals("input")
        ? document.get("text").textValue()
        : text(document, document.get("ws").get("c4").get("text"));
  }

  private void same(String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      differences.add(what + ": " + ours + " not " + theirs);
    }
  }
}
