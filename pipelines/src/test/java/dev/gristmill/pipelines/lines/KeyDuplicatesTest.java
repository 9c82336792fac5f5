// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.pipelines.io.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDuplicatesTest {

  private static Document document(String id, String text, long date, String source) {
    return document(id, text, date, source, "");
  }

  private static Document document(String id, String text, long date, String source, String url) {
    return new Document(TextNode.valueOf(id), text, date, source, url, "", Double.NaN);
  }

  private static Document page(String id, String url) {
    return document(id, "text of " + id, Page.UNKNOWN_DATE, "s", url);
  }

  private static Document document(String id, String text) {
    return document(id, text, Page.UNKNOWN_DATE, "s");
  }

  /** Each document as ID, the sign + or -, and its keeper. */
  private static List<String> verdicts(String policy, List<Document> known, Document... documents)
      throws IOException {
    return verdicts(
        KeyDuplicates.exact(KeepPolicy.of(List.of(policy.split(",", -1)))), known, documents);
  }

  private static List<String> verdicts(
      KeyDuplicates empty, List<Document> known, Document... documents) throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (KeyDuplicates duplicates = empty) {
      for (Document document : known) {
        duplicates.known(document);
      }
      for (Document document : documents) {
        duplicates.add(document);
      }
      duplicates.decide(
          (id, kept, cluster, keeper, similarity) ->
              verdicts.add((id + (kept ? "+" : "-") + keeper).replace("\"", "")));
    }
    return verdicts;
  }

  @Test
  void tellsVerdictsInInputOrder() throws IOException {
    assertThat(
            verdicts(
                "id",
                List.of(),
                document("c", "Same text"),
                document("b", "other"),
                document("a", " same\nTEXT ")))
        .containsExactly("c-a", "b+b", "a+a");
  }

  @Test
  void keepsTheNewestAndUnknownDatesLast() throws IOException {
    assertThat(
            verdicts(
                "newest",
                List.of(),
                document("none", "x", Page.UNKNOWN_DATE, "s"),
                document("epoch", "x", 0, "s"),
                document("new", "x", 5, "s"),
                document("new too", "x", 5, "s")))
        .containsExactly("none-new", "epoch-new", "new+new", "new too-new");
  }

  @Test
  void keepsTheLongestInBytes() throws IOException {
    assertThat(verdicts("longest", List.of(), document("a", "x y"), document("b", "x  y")))
        .containsExactly("a-b", "b+b");
  }

  @Test
  void keepsTheSourceThatComesFirst() throws IOException {
    assertThat(
            verdicts(
                "source,newest",
                List.of(),
                document("a", "other", 0, "first"),
                document("b", "x", 9, "second"),
                document("c", "x", 1, "first")))
        .containsExactly("a+a", "b-c", "c+c");
  }

  @Test
  void dropsWhatEqualsAKnownDocumentWhateverThePolicy() throws IOException {
    assertThat(
            verdicts(
                "newest,id",
                List.of(document("z", "x"), document("y", "x"), document("w", "unused")),
                document("a", "X", 100, "s"),
                document("b", "fresh")))
        .containsExactly("a-z", "b+b");
  }

  @Test
  void decidesAsAPlainLoopDoesOverMoreRecordsThanFitInMemory() throws IOException {
    int documents = 50_000;
    int texts = 1000;
    try (KeyDuplicates duplicates =
        new KeyDuplicates(KeyDuplicates::text, KeepPolicy.of(List.of("newest")), 1 << 20)) {
      for (int i = 0; i < documents; i++) {
        duplicates.add(document("document number " + i, "text " + i % texts, i / texts, "s"));
      }
      int[] next = {0};
      duplicates.decide(
          (id, kept, cluster, keeper, similarity) -> {
            int last = documents - texts + next[0] % texts;
            assertThat(id).isEqualTo("\"document number " + next[0] + "\"");
            assertThat(kept).isEqualTo(next[0] == last);
            assertThat(keeper).isEqualTo("\"document number " + last + "\"");
            next[0]++;
          });
      assertThat(next[0]).isEqualTo(documents);
    }
  }

  @Test
  void keepsOneOfAPageHoweverItsUrlIsSpelled() throws IOException {
    assertThat(
            verdicts(
                KeyDuplicates.url(KeepPolicy.of(List.of("id"))),
                List.of(page("z", "http://known.example/x"), page("y", "")),
                page("c", "http://www.a.example/p/?utm_source=q"),
                page("b", "https://a.example/p"),
                page("d", "https://a.example/other"),
                page("e", "https://known.example/x/")))
        .containsExactly("c-b", "b+b", "d+d", "e-z");
  }

  @Test
  void keepsEveryDocumentWithoutAUrlEvenOfOneId() throws IOException {
    assertThat(
            verdicts(
                KeyDuplicates.url(KeepPolicy.of(List.of("id"))),
                List.of(),
                page("a", ""),
                page("a", "not an address"),
                page("b", "")))
        .containsExactly("a+a", "a+a", "b+b");
  }

  @Test
  void keepsTheBestAndUnknownQualityLast() throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (KeyDuplicates duplicates = KeyDuplicates.exact(KeepPolicy.of(List.of("quality")))) {
      for (double quality : new double[] {Double.NaN, -1, -0.5, 0.25, 0.5, -2}) {
        duplicates.add(
            new Document(
                TextNode.valueOf("q" + quality), "x", Page.UNKNOWN_DATE, "s", "", "", quality));
      }
      duplicates.decide((id, kept, cluster, keeper, same) -> verdicts.add(keeper));
    }
    assertThat(verdicts).hasSize(6).containsOnly("\"q0.5\"");
  }

  @Test
  void namesTheNearestCriterion() {
    assertThatThrownBy(() -> KeepPolicy.of(List.of("newst")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"newest\"");
  }
}
