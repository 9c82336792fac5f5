// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code dedup near} over licence texts whose exact similarities somebody else computed. */
@Tag("shared")
class NearLicencesTest {

  private static final double THRESHOLD = 0.8;

  private static Path shared(String path) {
    String given = System.getProperty("gristmill.shared", "");
    Path shared =
        given.isBlank()
            ? Path.of(System.getProperty("gristmill.root", ".."), "..", "shared")
            : Path.of(given);
    Path file = shared.resolve(path);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }

  /** Similarity by the two ids in either order, a tab between them. */
  private static Map<String, Double> gold() throws IOException {
    Map<String, Double> gold = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(shared("data/dedup/spdx-licences.gold-pairs.tsv.gz"))),
                UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] pair = line.split("\t", -1);
        gold.put(pair[0] + "\t" + pair[1], Double.parseDouble(pair[2]));
        gold.put(pair[1] + "\t" + pair[0], Double.parseDouble(pair[2]));
      }
    }
    return gold;
  }

  @Test
  void dropsNearlyAllPairsAndNothingElse() throws IOException {
    Path documents = shared("data/dedup/spdx-licences.docs.jsonl.gz");
    Map<String, Double> gold = gold();

    Ran ran = Ran.command(new DedupCommand(), "near", documents);

    Map<String, Boolean> kept = new HashMap<>();
    int dropped = 0;
    int rightly = 0;
    for (JsonNode line : ran.json()) {
      String id = line.get("id").textValue();
      kept.put(id, line.get("kept").booleanValue());
      if (!kept.get(id)) {
        dropped++;
        double similarity = gold.getOrDefault(id + "\t" + line.get("keeper").textValue(), 0.0);
        rightly += similarity >= THRESHOLD ? 1 : 0;
      }
    }
    int pairs = 0;
    int broken = 0;
    for (Map.Entry<String, Double> pair : gold.entrySet()) {
      String[] ids = pair.getKey().split("\t", -1);
      if (pair.getValue() >= THRESHOLD) {
        pairs++;
        broken += kept.get(ids[0]) && kept.get(ids[1]) ? 0 : 1;
      }
    }
    assertThat(kept).hasSize(728);
    assertThat(pairs).isEqualTo(2 * 393);
    assertThat(broken / (double) pairs).as("recall").isGreaterThanOrEqualTo(0.99);
    assertThat(rightly).as("of %d dropped", dropped).isEqualTo(dropped).isGreaterThan(100);
  }
}
