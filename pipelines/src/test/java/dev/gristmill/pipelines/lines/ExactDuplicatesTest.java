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

class ExactDuplicatesTest {

  private static Document document(String id, String text, long date, String source) {
    return new Document(TextNode.valueOf(id), text, date, source);
  }

  private static Document document(String id, String text) {
    return document(id, text, Page.UNKNOWN_DATE, "s");
  }

  /** Each document as ID, the sign + or -, and its keeper. */
  private static List<String> verdicts(String policy, List<Document> known, Document... documents)
      throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (ExactDuplicates duplicates =
        new ExactDuplicates(KeepPolicy.of(List.of(policy.split(","))))) {
      for (Document document : known) {
        duplicates.known(document);
      }
      for (Document document : documents) {
        duplicates.add(document);
      }
      duplicates.decide(
          (id, kept, cluster, keeper) ->
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
    try (ExactDuplicates duplicates =
        new ExactDuplicates(KeepPolicy.of(List.of("newest")), 1 << 20)) {
      for (int i = 0; i < documents; i++) {
        duplicates.add(document("document number " + i, "text " + i % texts, i / texts, "s"));
      }
      int[] next = {0};
      duplicates.decide(
          (id, kept, cluster, keeper) -> {
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
  void namesTheNearestCriterion() {
    assertThatThrownBy(() -> KeepPolicy.of(List.of("newst")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"newest\"");
  }
}
