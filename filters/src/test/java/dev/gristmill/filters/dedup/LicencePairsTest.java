// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.filters.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Pairs of licence texts whose exact similarity somebody else computed. */
class LicencePairsTest {
  private static final String DOCUMENTS = "data/dedup/spdx-licences.docs.jsonl.gz";
  private static final String PAIRS = "data/dedup/spdx-licences.gold-pairs.tsv.gz";

  @Test
  void similarityIsTheGoldValue() throws IOException {
    Map<String, String> texts = texts();
    Map<String, long[]> sets = sets(texts);
    int exact = 0;
    for (String[] pair : pairs()) {
      // The gold has one word for a run of Han or kana, we have one a character.
      if (hasUnspacedScript(texts.get(pair[0])) || hasUnspacedScript(texts.get(pair[1]))) {
        continue;
      }
      double jaccard = Jaccard.of(sets.get(pair[0]), sets.get(pair[1]));
      // Python's format rounds the binary value exactly, half to even.
      assertThat(new BigDecimal(jaccard).setScale(4, RoundingMode.HALF_EVEN).toPlainString())
          .as("%s %s", pair[0], pair[1])
          .isEqualTo(pair[2]);
      exact++;
    }
    assertThat(exact).isGreaterThan(3000);
  }

  @Test
  void bandsProposeMostPairsAndExactSimilarityDecides() throws IOException {
    Map<String, long[]> sets = sets(texts());
    MinHash minHash = MinHash.defaults();
    double expected = 0;
    int proposed = 0;
    int similar = 0;
    for (String[] pair : pairs()) {
      long[] a = sets.get(pair[0]);
      long[] b = sets.get(pair[1]);
      if (Jaccard.atLeast(a, b, 0.8)) {
        similar++;
        expected += MinHash.candidateProbability(Jaccard.of(a, b), minHash.bands(), minHash.rows());
        proposed += shareABand(minHash.bandKeys(a), minHash.bandKeys(b)) ? 1 : 0;
      }
    }
    assertThat(similar).isGreaterThan(350);
    assertThat(proposed / (double) similar).isGreaterThan(expected / similar - 0.03);
  }

  private static boolean shareABand(long[] a, long[] b) {
    for (int band = 0; band < a.length; band++) {
      if (a[band] == b[band]) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasUnspacedScript(String text) {
    return text.chars().anyMatch(c -> (c >= 0x3041 && c <= 0x9fff) || (c >= 0xff66 && c <= 0xff9f));
  }

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (JsonNode line : SharedFolder.jsonLines(SharedFolder.require(DOCUMENTS))) {
      texts.put(line.get("id").asText(), line.get("text").asText());
    }
    return texts;
  }

  private static Map<String, long[]> sets(Map<String, String> texts) {
    Shingles shingles = Shingles.of(Shingles.DEFAULT_N);
    Map<String, long[]> sets = new TreeMap<>();
    texts.forEach(
        (id, text) -> {
          shingles.fill(text);
          sets.put(id, shingles.toArray());
        });
    return sets;
  }

  private static List<String[]> pairs() throws IOException {
    Path file = SharedFolder.require(PAIRS);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return Arrays.stream(reader.lines().toArray(String[]::new))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
