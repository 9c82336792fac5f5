// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real pages with gold text, and hostile ones. Writes {@code target/extraction.jsonl}, the input of
 * {@code ../shared/tools/score_extraction.py}; the floors here are coarse.
 */
@Tag("shared")
class HtmlCorpusTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Path shared;

  @BeforeAll
  static void findShared() {
    String named = System.getProperty("gristmill.shared");
    String root = System.getProperty("gristmill.root", "..");
    shared = named != null ? Path.of(named) : Path.of(root).resolve("../shared");
    Assumptions.assumeTrue(
        Files.isDirectory(shared.resolve("data/extraction")),
        "no shared data at " + shared + ": set -Dgristmill.shared");
  }

  private static String read(Path page) throws IOException {
    try (InputStream raw = Files.newInputStream(page);
        InputStream in = page.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] body = in.readAllBytes();
      return Charsets.decode(body, 0, body.length, Optional.empty()).html();
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> pages;
    try (Stream<Path> entries = Files.list(folder)) {
      pages = entries.toList();
    }
    for (Path page : pages) {
      Path file = Files.isDirectory(page) ? page.resolve("source.html.gz") : page;
      String id = page.getFileName().toString().replace(".html.gz", "");
      texts.put(id, MainText.defaults().extract(read(file), "").text());
    }
    return texts;
  }

  @Test
  void keepsWantedSegmentsAndDropsUnwantedOnes() throws IOException {
    Path data = shared.resolve("data/extraction");
    Map<String, String> pages = texts(data.resolve("trafilatura-eval/html"));
    JsonNode gold = JSON.readTree(data.resolve("trafilatura-eval/gold.json").toFile());
    int kept = 0;
    int missed = 0;
    int leaked = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      String text = fold(page.getValue());
      for (JsonNode segment : gold.path(page.getKey()).path("with")) {
        boolean isKept = text.contains(fold(segment.asText()));
        kept += isKept ? 1 : 0;
        missed += isKept ? 0 : 1;
      }
      for (JsonNode segment : gold.path(page.getKey()).path("without")) {
        leaked += text.contains(fold(segment.asText())) ? 1 : 0;
      }
    }
    double precision = kept / (double) (kept + leaked);
    double recall = kept / (double) (kept + missed);
    assertThat(2 * precision * recall / (precision + recall)).isGreaterThan(0.9);
  }

  @Test
  void writesTheInputOfTheScorer() throws IOException {
    Path data = shared.resolve("data/extraction");
    Map<String, Path> sets =
        new TreeMap<>(
            Map.of(
                "aeb", data.resolve("aeb/html"),
                "traf", data.resolve("trafilatura-eval/html"),
                "moz", data.resolve("mozilla-readability")));
    int pages = 0;
    int empty = 0;
    try (BufferedWriter out = Files.newBufferedWriter(Path.of("target/extraction.jsonl"), UTF_8)) {
      for (Map.Entry<String, Path> set : sets.entrySet()) {
        for (Map.Entry<String, String> page : texts(set.getValue()).entrySet()) {
          out.write(
              JSON.writeValueAsString(
                  Map.of("c", set.getKey(), "id", page.getKey(), "text", page.getValue())));
          out.write('\n');
          pages++;
          empty += page.getValue().isEmpty() ? 1 : 0;
        }
      }
    }
    assertThat(pages).isGreaterThan(600);
    assertThat(empty).isLessThan(pages / 100);
  }

  @Test
  void readsEveryHostilePage() throws IOException {
    for (String folder : List.of("bad/html", "bad/generated/html")) {
      List<Path> pages;
      try (Stream<Path> entries = Files.list(shared.resolve(folder))) {
        pages = entries.sorted().toList();
      }
      for (Path page : pages) {
        String text = MainText.defaults().extract(read(page), "").text();
        assertThat(WellFormed.of(text)).as(page.toString()).isEqualTo(text);
      }
    }
  }

  private static String fold(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
