// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.io.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticDuplicatesTest {

  /** A text is an angle in degrees. */
  private static final class Compass implements Embedder {
    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public float[] embed(String text) {
      double angle = StrictMath.toRadians(Double.parseDouble(text));
      return new float[] {(float) StrictMath.cos(angle), (float) StrictMath.sin(angle)};
    }

    @Override
    public String id() {
      return "compass";
    }

    @Override
    public void close() {}
  }

  private static Document document(String id, String text) {
    return new Document(TextNode.valueOf(id), text, Page.UNKNOWN_DATE, "s", "", "", Double.NaN);
  }

  private static List<String> verdicts(
      double threshold, List<Document> known, Document... documents) throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (SemanticDuplicates duplicates =
        new SemanticDuplicates(KeepPolicy.of(List.of("id")), new Compass(), threshold)) {
      known.forEach(duplicates::known);
      List.of(documents).forEach(duplicates::add);
      duplicates.decide(
          (id, kept, cluster, keeper, similarity) ->
              verdicts.add((id + (kept ? "+" : "-") + keeper).replace("\"", "")));
    }
    return verdicts;
  }

  @Test
  void theNearestThatStaysIsTheKeeper() throws IOException {
    assertThat(
            verdicts(
                0.9,
                List.of(),
                document("c", "20"),
                document("a", "0"),
                document("b", "30"),
                document("d", "10"),
                document("e", "90")))
        .containsExactly("c-b", "a+a", "b+b", "d-a", "e+e");
  }

  @Test
  void dropsAtTheThresholdAndKeepsBelowIt() throws IOException {
    Compass compass = new Compass();
    double cosine =
        QuantisedVector.of(compass.embed("0")).cosine(QuantisedVector.of(compass.embed("10")));

    assertThat(verdicts(cosine, List.of(), document("a", "0"), document("b", "10")))
        .containsExactly("a+a", "b-a");
    assertThat(verdicts(Math.nextUp(cosine), List.of(), document("a", "0"), document("b", "10")))
        .containsExactly("a+a", "b+b");
  }

  @Test
  void nothingFollowsFromADroppedDocument() throws IOException {
    assertThat(
            verdicts(0.98, List.of(), document("a", "0"), document("b", "10"), document("c", "20")))
        .containsExactly("a+a", "b-a", "c+c");
  }

  @Test
  void knownDocumentsStayAndBlankOnesAreLikeNoOther() throws IOException {
    assertThat(
            verdicts(
                0.98,
                List.of(document("z", "0"), document("y", "1")),
                document("a", "0"),
                document("b", " "),
                document("c", "")))
        .containsExactly("a-z", "b+b", "c+c");
  }
}
