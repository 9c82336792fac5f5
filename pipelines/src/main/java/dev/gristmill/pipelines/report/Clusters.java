// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The duplicates that a stage found.
 *
 * @param stage its name
 * @param clusters keepers that have duplicates
 * @param duplicates documents that the stage dropped
 * @param sizes clusters by size, the keeper counted
 * @param notEmbedded of a semantic stage, documents it did not compare, by language
 */
public record Clusters(
    String stage,
    long clusters,
    long duplicates,
    List<SizeCount> sizes,
    Map<String, Long> notEmbedded) {

  /**
   * Clusters of a size.
   *
   * @param from fewest documents
   * @param to most documents
   */
  public record SizeCount(long from, long to, long clusters) {}

  /** Of each deduplicating stage in order. */
  static List<Clusters> all(RunDirectory directory, Manifest manifest) throws IOException {
    List<Clusters> all = new ArrayList<>();
    for (Recipe.Stage stage : manifest.recipe().stages()) {
      if (stage instanceof Stages.Deduplicating) {
        Map<String, Long> byBits = manifest.finish().under("clusters", stage.name());
        List<SizeCount> sizes = new ArrayList<>();
        byBits.forEach(
            (bits, count) -> {
              long from = 1L << Math.max(0, Integer.parseInt(bits) - 1);
              sizes.add(new SizeCount(from, 2 * from - 1, count));
            });
        all.add(
            new Clusters(
                stage.name(),
                Totals.sum(byBits),
                Totals.sum(manifest.finish().under("drop", stage.name())),
                sizes,
                stage instanceof Stages.Semantic
                    ? notEmbedded(directory, stage.name(), manifest.splits())
                    : Map.of()));
      }
    }
    return all;
  }

  /** Counted in the journal of the stage's vectors; empty where {@code work/} is gone. */
  private static Map<String, Long> notEmbedded(
      RunDirectory directory, String stage, List<Split> splits) throws IOException {
    String prefix = "not_embedded|";
    Map<String, Long> languages = new TreeMap<>();
    for (Split split : splits) {
      Optional<byte[]> entry =
          directory.read("work/" + stage + "-vectors/" + split.unit() + ".json");
      if (entry.isPresent()) {
        JsonNode tally = Json.LINE.readTree(entry.get()).path("tally");
        tally
            .properties()
            .forEach(
                count -> {
                  if (count.getKey().startsWith(prefix)) {
                    languages.merge(
                        count.getKey().substring(prefix.length()),
                        count.getValue().asLong(),
                        Long::sum);
                  }
                });
      }
    }
    return languages;
  }
}
