// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.recipe.RecipeFile;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.verdict.KeepOrder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place that holds the keep policies of commands and of runs together. */
class KeepPolicyTest {

  private static final int DOCUMENTS = 200;
  private static final List<String> SOURCES = List.of("books", "web", "news");

  /** One document as a command reads it and as a run has it. */
  private record Twin(Document line, SplitDocument row) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "newest,id",
        "longest,id",
        "quality,id",
        "source,id",
        "id",
        "newest,longest,quality,source,id",
        "source,quality,longest,newest,id"
      })
  void ordersAsARunDoes(String policy) throws RecipeException {
    List<Twin> twins = twins();
    KeepPolicy commands = KeepPolicy.of(List.of(policy.split(",", -1)));
    Recipe recipe = recipe(policy);
    KeepOrder runs = KeepOrder.of(recipe, recipe.first(Stages.Near.class).orElseThrow());

    List<byte[]> ours =
        twins.stream()
            .map(twin -> bytes(commands.bytes(), b -> commands.put(twin.line(), b)))
            .toList();
    List<byte[]> theirs =
        twins.stream().map(twin -> bytes(runs.bytes(), b -> runs.put(twin.row(), b))).toList();

    assertThat(order(ours))
        .isEqualTo(order(theirs))
        .isNotEqualTo(order(Collections.nCopies(DOCUMENTS, new byte[0])));
  }

  private static Recipe recipe(String policy) throws RecipeException {
    return RecipeFile.read(
        "recipe.yaml",
        Path.of("."),
        """
        name: keep
        input:
          - {path: a.jsonl, source: books}
          - {path: b.jsonl, source: web}
          - {path: c.jsonl, source: news}
        stages:
          - quality: {minScore: 0}
          - near: {keep: [%s]}
        """
            .replace("%s", policy),
        List.of(),
        List.of());
  }

  /** Few values of each kind, so that every criterion meets ties; sources first seen in order. */
  private static List<Twin> twins() throws RecipeException {
    SplittableRandom random = new SplittableRandom(7);
    Recipe recipe = recipe("id");
    int signals = SignalPlan.of(recipe).size();
    int quality = SignalPlan.of(recipe).latest(SignalPlan.QUALITY);
    Digest128 none = new Digest128(0, 0);
    return IntStream.range(0, DOCUMENTS)
        .mapToObj(
            i -> {
              long date = random.nextInt(4) - 1L;
              String text = "ü".repeat(random.nextInt(4));
              double score = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(4) / 3.0;
              String source = SOURCES.get(i < SOURCES.size() ? i : random.nextInt(SOURCES.size()));
              Digest128 id = new Digest128(random.nextLong(), random.nextLong());
              double[] values = new double[signals];
              values[quality] = score;
              return new Twin(
                  new Document(TextNode.valueOf(id.toString()), text, date, source, "", "", score),
                  new SplitDocument(
                      i,
                      id,
                      none,
                      none,
                      date,
                      "",
                      "",
                      source,
                      "eng",
                      "Latn",
                      "",
                      1,
                      new long[] {2L * text.length()},
                      0,
                      "",
                      "",
                      values,
                      Map.of()));
            })
        .toList();
  }

  private interface Put {
    void into(ByteBuffer record);
  }

  private static byte[] bytes(int length, Put put) {
    ByteBuffer record = ByteBuffer.allocate(length);
    put.into(record);
    return record.array();
  }

  private static List<Integer> order(List<byte[]> keys) {
    return IntStream.range(0, keys.size())
        .boxed()
        .sorted((a, b) -> Arrays.compareUnsigned(keys.get(a), keys.get(b)))
        .toList();
  }
}
