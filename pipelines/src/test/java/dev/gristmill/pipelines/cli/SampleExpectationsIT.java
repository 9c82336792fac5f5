// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.cli.SampleFates.Fate;
import dev.gristmill.pipelines.cli.SampleFates.Meant;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.split.StageRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples do what they are for: good pages of every language stay, bad ones go, and every rule
 * has a document that it alone drops.
 *
 * <p>The tables of samples.md are what this run finds; {@code -Dgristmill.bless=true} writes them.
 */
class SampleExpectationsIT {

  /** Rules that no document can fail alone, or at all, and why. */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "gopher-repetition@datatrove/empty", "a document without text goes in extract",
          "fineweb-quality@datatrove/empty", "a document without text goes in extract");

  private static final Path PAGE = SampleRuns.root().resolve("src/site/markdown/samples.md");

  @TempDir static Path directory;
  private static Manifest manifest;
  private static List<Fate> fates;
  private static List<Meant> pages;

  @BeforeAll
  static void runOnce() throws IOException {
    Path run = directory.resolve("run");
    assertThat(SampleRuns.run(SampleRuns.recipe(), run)).isZero();
    RunDirectory opened = RunDirectory.at(run.toString());
    manifest = Manifest.read(opened).orElseThrow();
    fates = SampleFates.fates(opened, manifest);
    pages = SampleFates.meant(SampleRuns.root().resolve("samples"));
  }

  @Test
  void hasEnoughPagesInEnoughLanguages() {
    assertThat(pages).hasSizeGreaterThan(150);
    assertThat(languages(true).keySet()).hasSizeGreaterThan(34);
  }

  @Test
  void keepsNineTenthsOfTheGoodPagesAndDropsNineTenthsOfTheBadOnes() {
    assertThat(share(true)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(false)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void keepsPagesOfEveryLanguageUpToTheTokens() {
    Map<String, Long> tokens = manifest.mix().under("tokens_of", "pages");
    languages(true)
        .forEach(
            (language, counts) -> {
              assertThat(counts[1]).as("good pages kept in %s", language).isPositive();
              assertThat(tokens.get(language)).as("tokens of %s", language).isPositive();
            });
  }

  @Test
  void hasADocumentForEveryRuleThatItAloneDrops() {
    Map<String, String> witnesses = witnesses();
    Set<String> without = new TreeSet<>();
    StageRules.ids(manifest.recipe())
        .forEach((stage, rules) -> rules.forEach(rule -> without.add(stage + "/" + rule)));
    without.removeAll(witnesses.keySet());

    assertThat(without).isEqualTo(new TreeSet<>(EXEMPT.keySet()));
  }

  @Test
  void dropsEveryProbeForItsRuleAlone() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line :
        Files.readAllLines(SampleRuns.root().resolve("samples/probes/probes.jsonl"))) {
      JsonNode probe = Json.LINE.readTree(line);
      List<String> meant =
          probe.get("fails").asText().isEmpty() ? List.of() : List.of(probe.get("fails").asText());
      Fate fate =
          fates.stream()
              .filter(one -> one.name().equals(probe.get("url").asText()))
              .filter(one -> one.day().equals(probe.get("date").asText()))
              .findFirst()
              .orElseThrow();
      if (!fate.failures().equals(meant)) {
        wrong.add(probe.get("id").asText() + ": " + fate.failures() + ", meant " + meant);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void saysSoInTheDocuments() throws IOException {
    String text = Files.readString(PAGE);
    String now = between(text, "languages", languageTable());
    now = between(now, "rules", ruleTable());
    if (Boolean.getBoolean("gristmill.bless")) {
      Files.writeString(PAGE, now);
    }

    assertThat(Files.readString(PAGE))
        .as("run with -Dgristmill.bless=true if the change is meant")
        .isEqualTo(now);
  }

  private static String between(String text, String name, String table) {
    String begin = "<!-- begin " + name + " -->\n";
    String end = "<!-- end " + name + " -->";
    int from = text.indexOf(begin) + begin.length();
    return text.substring(0, from) + table + text.substring(text.indexOf(end));
  }

  private static double share(boolean good) {
    List<Meant> asked = pages.stream().filter(page -> page.good() == good).toList();
    long right = asked.stream().filter(page -> SampleFates.of(page, fates).kept() == good).count();
    return (double) right / asked.size();
  }

  /** By language as identified: good (or bad) pages, and how many of them are kept. */
  private static Map<String, long[]> languages(boolean good) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Meant page : pages) {
      if (page.good() == good) {
        Fate fate = SampleFates.of(page, fates);
        long[] count = counts.computeIfAbsent(fate.language(), key -> new long[2]);
        count[0]++;
        count[1] += fate.kept() ? 1 : 0;
      }
    }
    return counts;
  }

  private static String languageTable() {
    StringBuilder table =
        new StringBuilder(
            "| language | good pages | kept | bad pages | dropped |\n|---|---|---|---|---|\n");
    Map<String, long[]> good = languages(true);
    Map<String, long[]> bad = languages(false);
    Set<String> all = new TreeSet<>(good.keySet());
    all.addAll(bad.keySet());
    long[] sums = new long[4];
    for (String language : all) {
      long[] g = good.getOrDefault(language, new long[2]);
      long[] b = bad.getOrDefault(language, new long[2]);
      row(table, language, g[0], g[1], b[0], b[0] - b[1]);
      sums[0] += g[0];
      sums[1] += g[1];
      sums[2] += b[0];
      sums[3] += b[0] - b[1];
    }
    row(table, "all", sums[0], sums[1], sums[2], sums[3]);
    table.append(
        String.format(
            Locale.ROOT,
            "%n%.1f%% of the good pages are kept, %.1f%% of the bad ones are dropped.%n",
            100.0 * sums[1] / sums[0],
            100.0 * sums[3] / sums[2]));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, long... cells) {
    table.append("| ").append(name);
    for (long cell : cells) {
      table.append(" | ").append(cell);
    }
    table.append(" |\n");
  }

  /** A document that only this rule drops, by rule; of several the first by name. */
  private static Map<String, String> witnesses() {
    Map<String, String> witnesses = new TreeMap<>();
    for (Fate fate : fates) {
      if (fate.failures().size() == 1) {
        witnesses.merge(fate.failures().get(0), fate.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return witnesses;
  }

  private static String ruleTable() {
    Map<String, String> witnesses = witnesses();
    StringBuilder table = new StringBuilder("| rule | only it drops |\n|---|---|\n");
    StageRules.ids(manifest.recipe())
        .forEach(
            (stage, rules) -> {
              for (String rule : rules) {
                String id = stage + "/" + rule;
                String witness = witnesses.get(id);
                table.append("| `").append(id).append("` | ");
                table.append(witness == null ? EXEMPT.get(id) : "`" + witness + "`").append(" |\n");
              }
            });
    return table.toString();
  }
}
