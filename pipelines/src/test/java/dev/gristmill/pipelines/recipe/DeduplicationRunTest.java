// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gristmill.filters.dedup.Jaccard;
import dev.gristmill.filters.dedup.Shingles;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.testing.SmallRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the stages that decide between documents, against what a plain reading says. */
class DeduplicationRunTest {

  private static final String INPUT =
      "name: dedup\ninput:\n  - path: \"*.jsonl\"\nlimits: {partitions: 3, splitBytes: 65536}\n";

  @TempDir Path folder;

  @Test
  void keepsTheNewestOfTheSameUrl() throws IOException, RecipeException {
    List<String> lines = new ArrayList<>();
    lines.add(line("old", "http://www.a.example/page/?utm_source=x", "2023-01-01", text(1)));
    lines.add(line("new", "https://a.example/page", "2024-01-01", text(2)));
    lines.add(line("other", "https://a.example/page2", "2022-01-01", text(3)));
    lines.add(line("none", "", "2022-01-01", text(4)));
    lines.add(line("none-again", "", "2022-01-01", text(5)));

    SmallRun run = SmallRun.of(folder, INPUT + "stages:\n  - url: {}\n", lines);

    assertThat(run.fates())
        .isEqualTo(
            Map.of(
                "old", "url_duplicate of new",
                "new", "kept",
                "other", "kept",
                "none", "kept",
                "none-again", "kept"));
  }

  /** The rule: dropped if and only if one that stays, earlier in keep order, is similar enough. */
  @Test
  void dropsNearDuplicatesExactlyAsTheGreedyRuleSays() throws IOException, RecipeException {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, String> texts = new LinkedHashMap<>();
    for (int base = 0; base < 40; base++) {
      String[] words = words(random, 60 + random.nextInt(100));
      for (int copy = 0; copy < 1 + random.nextInt(5); copy++) {
        texts.put("d" + base + "-" + copy, String.join(" ", words));
        // The next one is an edit of this one, so chains arise.
        for (int edit = 0; edit < random.nextInt(4); edit++) {
          words[random.nextInt(words.length)] = "changed" + random.nextInt(1000);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    texts.forEach((id, text) -> lines.add(line(id, "", "", text)));

    // Sixty bands of two: what is similar enough is proposed for sure, near enough.
    String stage = "stages:\n  - near: {threshold: 0.7, bands: 60, rows: 2, keep: [longest, id]}\n";
    SmallRun run = SmallRun.of(folder, INPUT + stage, lines);

    Map<String, String> fates = new TreeMap<>(run.fates());
    Map<String, String> expected = new TreeMap<>(greedy(texts, run.ids(), 0.7));
    assertThat(fates).isEqualTo(expected);
    assertThat(expected.values()).filteredOn(fate -> !fate.equals("kept")).hasSizeGreaterThan(20);
  }

  @Test
  void comparesAHotBucketWithoutKeepingAllOfIt() throws IOException, RecipeException {
    List<String> lines = new ArrayList<>();
    String text = String.join(" ", words(new SplittableRandom(5), 80));
    for (int i = 0; i < 500; i++) {
      lines.add(line("same" + i, "", "", text));
    }

    SmallRun run = SmallRun.of(folder, INPUT + "stages:\n  - near: {}\n", lines);

    assertThat(run.fates().values()).filteredOn(fate -> fate.equals("kept")).hasSize(1);
    assertThat(run.manifest().finish().under("clusters", "near")).isEqualTo(Map.of("09", 1L));
  }

  @Test
  void dropsAParaphraseInOneClusterAndInSeveral() throws IOException, RecipeException {
    List<String> lines =
        List.of(
            line("a", "", "2024-01-02", "The cat slept on the warm roof all afternoon in the sun."),
            line("b", "", "2024-01-01", "All afternoon the cat was asleep on the warm sunny roof."),
            line("c", "", "2024-01-01", "Interest rates rose again because prices kept climbing."),
            line("d", "", "2024-01-01", "A violin has four strings and is played with a bow."));
    String stages =
        "stages:\n  - language: {}\n  - semantic: {threshold: 0.8, clusters: %d, rounds: 5}\n";

    SmallRun one = SmallRun.of(folder.resolve("1"), INPUT + stages.formatted(1), lines);
    SmallRun two = SmallRun.of(folder.resolve("2"), INPUT + stages.formatted(2), lines);

    Map<String, String> expected =
        Map.of("a", "kept", "b", "semantic_duplicate of a", "c", "kept", "d", "kept");
    assertThat(one.fates()).isEqualTo(expected);
    assertThat(two.fates()).isEqualTo(expected);
  }

  private static Map<String, String> greedy(
      Map<String, String> texts, Map<String, String> ids, double threshold) {
    List<String> order = new ArrayList<>(texts.keySet());
    order.sort(
        (a, b) -> {
          int longer = Integer.compare(texts.get(b).length(), texts.get(a).length());
          return longer != 0 ? longer : ids.get(a).compareTo(ids.get(b));
        });
    Map<String, long[]> kept = new LinkedHashMap<>();
    Map<String, String> fates = new TreeMap<>();
    for (String name : order) {
      Shingles shingles = Shingles.of(5);
      assertThat(shingles.fill(texts.get(name))).isPositive();
      long[] set = shingles.toArray();
      String keeper =
          kept.entrySet().stream()
              .filter(one -> Jaccard.of(one.getValue(), set) >= threshold)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      if (keeper == null) {
        kept.put(name, set);
      }
      fates.put(name, keeper == null ? "kept" : "near_duplicate of " + keeper);
    }
    return fates;
  }

  private static String[] words(SplittableRandom random, int count) {
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      words[i] = "w" + random.nextInt(100_000);
    }
    return words;
  }

  private static String text(int seed) {
    return String.join(" ", words(new SplittableRandom(seed), 60));
  }

  private static String line(String id, String url, String date, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("text", text);
    if (!url.isEmpty()) {
      fields.put("url", url);
    }
    if (!date.isEmpty()) {
      fields.put("date", date);
    }
    try {
      return Json.LINE.writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain data", e);
    }
  }
}
