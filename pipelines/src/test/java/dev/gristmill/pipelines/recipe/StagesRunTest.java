// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.testing.SmallRun;
import dev.gristmill.pipelines.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the stages that look at one document, and of the choices around them. */
class StagesRunTest {

  private static final String INPUT =
      """
      name: stages
      seed: 3
      input:
        - path: "*.jsonl"
      limits: {partitions: 2, splitBytes: 65536}
      """;

  @TempDir Path folder;

  @Test
  void takesDownByIdUrlAndHostWithoutMeasuringAgain() throws IOException, RecipeException {
    Files.writeString(folder.resolve("ids"), "# a comment\nmine\n");
    Files.writeString(folder.resolve("urls"), "http://a.example/x?utm_source=z\n");
    Files.writeString(folder.resolve("hosts"), "gone.example\n");
    List<String> lines =
        List.of(
            line("mine", "https://b.example/1", ""),
            line("page", "https://www.a.example/x", ""),
            line("host", "https://sub.gone.example/", ""),
            line("stays", "https://notgone.example/", ""));
    String recipe = INPUT + "stages:\n  - takedown: {ids: [ids], urls: [urls], hosts: [hosts]}\n";

    SmallRun run = SmallRun.of(folder, recipe, lines);

    assertThat(run.fates())
        .isEqualTo(
            Map.of(
                "mine", "takedown_id",
                "page", "takedown_url",
                "host", "takedown_host",
                "stays", "kept"));
    Path measured = folder.resolve("run/work/measure/00000.json");
    var before = Files.getLastModifiedTime(measured);
    Files.writeString(folder.resolve("ids"), "stays\n");
    assertThat(SmallRun.of(folder, recipe, lines).fates())
        .containsEntry("mine", "kept")
        .containsEntry("stays", "takedown_id");
    assertThat(Files.getLastModifiedTime(measured)).isEqualTo(before);
  }

  @Test
  void keepsARangeOfDates() throws IOException, RecipeException {
    List<String> lines =
        List.of(
            line("before", "", "2023-12-31T23:59:59Z"),
            line("first", "", "2024-01-01"),
            line("last", "", "2024-01-31T23:59:59Z"),
            line("after", "", "2024-02-01"),
            line("unknown", "", ""));

    SmallRun run =
        SmallRun.of(
            folder,
            INPUT + "stages:\n  - dates: {from: 2024-01-01, to: 2024-01-31, unknown: drop}\n",
            lines);

    assertThat(run.fates())
        .isEqualTo(
            Map.of(
                "before", "date_before",
                "first", "kept",
                "last", "kept",
                "after", "date_after",
                "unknown", "date_unknown"));
  }

  @Test
  void dropsByRulesOfOnesOwn() throws IOException, RecipeException {
    List<String> lines =
        List.of(
            "{\"id\":\"numbers\",\"text\":\"1234 5678 9012 a 3456\"}\n",
            "{\"id\":\"words\",\"text\":\"only words stand here\"}\n",
            line("host", "https://shop.example/", ""));

    SmallRun run =
        SmallRun.of(
            folder,
            INPUT
                + "stages:\n  - rule: {name: numbers, drop: 'digits > 0.5'}\n"
                + "  - rule: {name: shop, drop: \"host == 'shop.example' and words < 100\"}\n",
            lines);

    assertThat(run.fates())
        .isEqualTo(Map.of("numbers", "numbers", "words", "kept", "host", "shop"));
  }

  @Test
  void readsOnOnlyASampleAndCountsTheRest() throws IOException, RecipeException {
    SmallRun run = SmallRun.of(folder, INPUT + "sample: 0.25\nstages: []\n", many(400));

    long left = run.manifest().measure().get("skipped", "not_sampled");
    assertThat(run.fates().size() + left).isEqualTo(400);
    assertThat(left).isBetween(260L, 340L);
  }

  @Test
  void usesDocumentsAsOftenAsTheMixSays() throws IOException, RecipeException {
    String recipe =
        """
        name: mix
        seed: 5
        input:
          - {path: lines.jsonl, source: web}
          - {path: made.jsonl, source: made, synthetic: true}
        limits: {splitBytes: 65536}
        stages: []
        mix:
          targets:
            - {name: made, share: 0.5, synthetic: only}
            - {name: rest, share: 0.5}
        pack: {length: 256, shardTokens: 4096}
        output: {formats: [parquet, megatron]}
        """;
    Files.writeString(folder.resolve("made.jsonl"), String.join("", many(40)).replace("m", "n"));

    SmallRun run = SmallRun.of(folder, recipe, many(160));

    Tally mix = run.manifest().mix();
    double all = mix.under("tokens").values().stream().mapToLong(Long::longValue).sum();
    assertThat(mix.get("tokens", "made") / all).isBetween(0.45, 0.55);
    assertThat(mix.get("documents", "made")).isGreaterThan(80);
    assertThat(mix.get("drop", "mix_not_sampled")).isPositive();
    assertThat(Verification.of(run.directory(), run.manifest()).problems()).isEmpty();
  }

  private static List<String> many(int count) {
    SplittableRandom random = new SplittableRandom(9);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 30; word++) {
        text.append("word").append(random.nextInt(1000)).append(' ');
      }
      lines.add("{\"id\":\"m" + i + "\",\"text\":\"" + text + "\"}\n");
    }
    return lines;
  }

  private static String line(String id, String url, String date) {
    Map<String, String> fields = new TreeMap<>(Map.of("id", id, "text", "Some text of " + id));
    if (!url.isEmpty()) {
      fields.put("url", url);
    }
    if (!date.isEmpty()) {
      fields.put("date", date);
    }
    StringBuilder json = new StringBuilder("{");
    fields.forEach(
        (key, value) -> json.append('"').append(key).append("\":\"").append(value).append("\","));
    return json.substring(0, json.length() - 1) + "}\n";
  }
}
