// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.filters.dedup.Jaccard;
import dev.gristmill.filters.dedup.MinHash;
import dev.gristmill.filters.dedup.Shingles;
import dev.gristmill.pipelines.io.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  private static Document document(String id, String text) {
    return new Document(TextNode.valueOf(id), text, Page.UNKNOWN_DATE, "s", "", "", Double.NaN);
  }

  /** Words {@code from} to {@code to}, all different. */
  private static String words(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("w").append(i).append(' ');
    }
    return text.toString();
  }

  private static List<String> verdicts(
      double threshold, List<Document> known, List<Document> documents) throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (NearDuplicates duplicates = new NearDuplicates(KeepPolicy.of(List.of("id")), threshold)) {
      known.forEach(duplicates::known);
      documents.forEach(duplicates::add);
      duplicates.decide(
          (id, kept, cluster, keeper, similarity) ->
              verdicts.add(
                  (id + (kept ? "+" : "-") + keeper + " " + similarity).replace("\"", "")));
    }
    return verdicts;
  }

  @Test
  void dropsAtTheThresholdAndKeepsBelowIt() throws IOException {
    // 96 shingles each, 95 of them common: 95 / 97.
    List<Document> pair = List.of(document("b", words(1, 101)), document("a", words(0, 100)));
    double similarity = 95 / 97.0;

    assertThat(verdicts(similarity, List.of(), pair))
        .containsExactly("b-a " + similarity, "a+a 1.0");
    assertThat(verdicts(Math.nextDown(similarity), List.of(), pair).get(0)).startsWith("b-a");
    assertThat(verdicts(Math.nextUp(similarity), List.of(), pair).get(0)).startsWith("b+b");
  }

  @Test
  void nothingFollowsFromADroppedDocument() throws IOException {
    // Each is near to the next, none to the one after that.
    List<Document> chain =
        List.of(
            document("a", words(0, 200)),
            document("b", words(12, 212)),
            document("c", words(24, 224)));

    assertThat(verdicts(0.85, List.of(), chain))
        .extracting(verdict -> verdict.substring(0, 3))
        .containsExactly("a+a", "b-a", "c+c");
  }

  @Test
  void dropsWhatIsNearAKnownDocumentAndSaysNothingOfThose() throws IOException {
    assertThat(
            verdicts(
                0.8,
                List.of(document("z", words(0, 100)), document("y", words(0, 100))),
                List.of(document("a", words(0, 101)), document("b", words(500, 600)))))
        .extracting(verdict -> verdict.substring(0, 3))
        .containsExactly("a-z", "b+b");
  }

  @Test
  void keepsDocumentsWithoutWords() throws IOException {
    assertThat(verdicts(0.8, List.of(), List.of(document("a", ""), document("b", " \n"))))
        .containsExactly("a+a 1.0", "b+b 1.0");
  }

  @Test
  void aHugeBucketKeepsOne() throws IOException {
    List<Document> copies = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      copies.add(document(String.format("%04d", i), words(0, 60)));
    }

    assertThat(verdicts(0.8, List.of(), copies))
        .filteredOn(verdict -> verdict.contains("+"))
        .containsExactly("0000+0000 1.0");
  }

  @Test
  void decidesAsAPlainLoopOverAllPairsOfABandDoes() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(40) * 100 + random.nextInt(12);
      documents.add(document("d" + (1000 - i), words(from, from + 90 + random.nextInt(8))));
    }

    List<String> verdicts = verdicts(0.8, List.of(), documents);

    assertThat(verdicts).isEqualTo(naive(0.8, documents));
    assertThat(verdicts).filteredOn(verdict -> verdict.contains("-")).hasSizeGreaterThan(100);
  }

  private static List<String> naive(double threshold, List<Document> documents) {
    Shingles shingles = Shingles.of(5);
    MinHash minHash = MinHash.defaults();
    TreeMap<String, long[]> kept = new TreeMap<>();
    TreeMap<String, String> verdicts = new TreeMap<>();
    documents.stream()
        .sorted((a, b) -> a.idText().compareTo(b.idText()))
        .forEach(
            document -> {
              shingles.fill(document.text());
              long[] set = shingles.toArray();
              String id = document.idText();
              String keeper =
                  kept.keySet().stream()
                      .filter(other -> shareABand(minHash, set, kept.get(other)))
                      .filter(other -> Jaccard.of(set, kept.get(other)) >= threshold)
                      .findFirst()
                      .orElse(id);
              double similarity = keeper.equals(id) ? 1 : Jaccard.of(set, kept.get(keeper));
              if (keeper.equals(id)) {
                kept.put(id, set);
              }
              verdicts.put(id, id + (keeper.equals(id) ? "+" : "-") + keeper + " " + similarity);
            });
    return documents.stream().map(document -> verdicts.get(document.idText())).toList();
  }

  private static boolean shareABand(MinHash minHash, long[] a, long[] b) {
    Set<Long> keys = new HashSet<>();
    for (long key : minHash.bandKeys(a)) {
      keys.add(key);
    }
    for (long key : minHash.bandKeys(b)) {
      if (keys.contains(key)) {
        return true;
      }
    }
    return false;
  }
}
