// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of filters, models and duplicates say of a line. */
class MoreStageCommandsTest {

  private static final String SENTENCE = "The mill by the river grinds the corn of the valley";

  @TempDir private Path folder;

  private Path input(String... lines) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), String.join("\n", lines));
  }

  private static String line(String id, String text, String more) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text.replace("\n", "\\n") + "\"" + more + "}";
  }

  private static List<Boolean> kept(Ran ran) throws IOException {
    return ran.json().stream().map(line -> line.get("kept").booleanValue()).toList();
  }

  @Test
  void heuristicsMeasureTheTextThatTheDialectBeforeLeft() throws IOException {
    String kept = (SENTENCE + ".\n").repeat(5).strip();
    Path input = input(line("a", kept + "\nno end of sentence here", ""));

    JsonNode rewritten = heuristics(input, "c4@datatrove,gopher-quality@datatrove");
    JsonNode before = heuristics(input, "gopher-quality@datatrove,c4@datatrove");

    assertThat(rewritten.get("text").textValue()).isEqualTo(kept);
    assertThat(before.get("text").textValue()).isEqualTo(kept);
    assertThat(rewritten.get("signals").get("gopher_word_count").intValue()).isEqualTo(55);
    assertThat(before.get("signals").get("gopher_word_count").intValue()).isEqualTo(60);
  }

  @Test
  void heuristicsTellTheFailuresOfAllDialectsAndTheTextOnlyWhereOneRewrites() throws IOException {
    Path input = input(line("a", "Only this.\nlorem ipsum dolor sit.", ""));

    JsonNode both = heuristics(input, "c4@datatrove,gopher-quality@datatrove");

    assertThat(both.get("reasons").findValuesAsText("rule"))
        .startsWith("lorem_ipsum")
        .contains("too_few_sentences", "gopher_short_doc");
    assertThat(both.get("text").textValue()).isEqualTo("lorem ipsum dolor sit.");
    assertThat(heuristics(input, "gopher-quality@datatrove").has("text")).isFalse();
    assertThat(heuristics(input, "fineweb-quality@datatrove").has("text")).isFalse();
  }

  private static JsonNode heuristics(Path input, String dialects) throws IOException {
    return Ran.command(
            new HeuristicsCommand(), input, "--words", "whitespace", "--dialect", dialects)
        .json()
        .get(0);
  }

  @Test
  void scoresAreThoseOfThePositiveLabel() throws IOException {
    Path input =
        input(
            line("a", SENTENCE + ".", ""),
            line("b", "blowjob handjob cumshot blowjob handjob", ",\"language\":\"eng\""));

    List<JsonNode> nsfw = Ran.command(new ScoreCommand(), input, "--model", "nsfw").json();
    JsonNode quality = Ran.command(new ScoreCommand(), input, "--model", "quality").json().get(0);

    assertThat(nsfw.get(0).toString()).isEqualTo("{\"id\":\"a\",\"label\":\"safe\",\"score\":0.0}");
    assertThat(nsfw.get(1).get("label").textValue()).isEqualTo("nsfw");
    assertThat(nsfw.get(1).get("score").doubleValue()).isBetween(0.99, 1.0);
    assertThat(quality.get("label").textValue()).isIn("high", "low");
    assertThat(quality.get("score").doubleValue()).isBetween(0.0, 1.0);
  }

  @Test
  void scoreNamesTheModelThatWasMeant() throws IOException {
    Ran ran = Ran.command(new ScoreCommand(), input(line("a", "x", "")), "--model", "qualty");

    assertThat(ran.err()).contains("no such model: qualty; did you mean \"quality\"?");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void dedupUrlKeepsTheNewestOfAPage() throws IOException {
    Path input =
        input(
            line("a", "x", ",\"date\":\"2020-01-01\",\"url\":\"http://a.example/p?utm_source=s\""),
            line("b", "y", ",\"date\":\"2021-01-01\",\"url\":\"https://www.a.example/p/\""),
            line("c", "z", ""));

    Ran ran = Ran.command(new DedupCommand(), "url", input);

    assertThat(kept(ran)).containsExactly(false, true, true);
    assertThat(ran.json().get(0).get("keeper").textValue()).isEqualTo("b");
    assertThat(ran.json().get(0).get("cluster")).isEqualTo(ran.json().get(1).get("cluster"));
    assertThat(ran.json().get(2).get("cluster").textValue()).matches("[0-9a-f]{32}");
  }

  @Test
  void dedupNearTellsTheSimilarityToTheKeeper() throws IOException {
    String text = SENTENCE + " and of the hills, as it did in the days of old";
    Path input =
        input(
            line("a", text, ",\"quality\":0.2"),
            line("b", text + " times", ",\"quality\":0.9"),
            line("c", "Nothing like the others, not at all", ""));

    Ran ran = Ran.command(new DedupCommand(), "near", input, "--keep", "quality,id");

    assertThat(kept(ran)).containsExactly(false, true, true);
    assertThat(ran.json().get(0).get("keeper").textValue()).isEqualTo("b");
    assertThat(ran.json().get(0).get("cluster")).isEqualTo(ran.json().get(1).get("cluster"));
    assertThat(ran.json().get(0).get("similarity").doubleValue()).isEqualTo(19 / 20.0);
    assertThat(kept(Ran.command(new DedupCommand(), "near", input, "--threshold", "0.951")))
        .containsOnly(true);
    assertThat(Ran.command(new DedupCommand(), "near", input, "--threshold", "1.1").exit())
        .isEqualTo(2);
  }

  @Test
  void dedupSemanticDropsWhatSaysTheSame() throws IOException {
    Path input =
        input(
            line("a", "The cat sat on the mat.", ""),
            line("b", "the CAT sat on the mat", ""),
            line("c", "Interest rates were raised by the central bank.", ""));

    Ran ran = Ran.command(new DedupCommand(), "semantic", input, "--keep", "id");

    assertThat(kept(ran)).containsExactly(true, false, true);
    assertThat(ran.json().get(1).get("similarity").doubleValue()).isBetween(0.95, 1.0);
    assertThat(kept(Ran.command(new DedupCommand(), "semantic", input, "--against", input)))
        .containsOnly(false);
  }

  @Test
  void embeddingsAreUnitVectorsOfShortNumbers() throws IOException {
    Path input = input(line("a", SENTENCE, ""));
    JsonNode vector = Ran.command(new EmbedCommand(), input).json().get(0).get("embedding");
    double squares = 0;
    for (JsonNode component : vector) {
      squares += component.doubleValue() * component.doubleValue();
      assertThat(new BigDecimal(component.asText()).precision()).isLessThan(10);
    }

    assertThat(vector).hasSize(384);
    assertThat(squares).isBetween(0.9999, 1.0001);
    Ran other = Ran.command(new EmbedCommand(), input, "--model", "static");
    assertThat(other.err()).contains("--model must be minilm");
    assertThat(other.exit()).isEqualTo(2);
  }

  @Test
  void decontaminateNamesTheItem() throws IOException {
    String item = "one two three four five six seven eight nine ten eleven twelve thirteen";
    Path benchmark =
        Files.writeString(
            folder.resolve("riddles.jsonl"), "{\"q\":\"" + item + "\"}\n{\"q\":\"too short\"}\n");
    Path input =
        input(
            line("a", item, ""),
            line("b", item + " word".repeat(117), ""),
            line("c", item + " word".repeat(116), ""),
            line("d", "clean", ""));

    Ran ran = Ran.command(new DecontaminateCommand(), input, "--benchmarks", benchmark);

    assertThat(kept(ran)).containsExactly(false, true, false, true);
    assertThat(ran.json().get(0).get("match").toString())
        .isEqualTo(
            "{\"share\":1.0,\"longestSpan\":13,\"benchmark\":\"riddles.jsonl\",\"item\":\"line 1\"}");
    assertThat(ran.json().get(3).get("match").get("benchmark").textValue()).isEmpty();
    assertThat(ran.err()).contains("1 benchmark texts; 1 more of fewer than 8 words");
    assertThat(spans(input, benchmark, 13)).containsExactly(true, true, true, true);
    assertThat(spans(input, benchmark, 12)).containsExactly(false, false, false, true);
  }

  private static List<Boolean> spans(Path input, Path benchmark, int most) throws IOException {
    return kept(
        Ran.command(
            new DecontaminateCommand(),
            input,
            "--max-share",
            "1",
            "--max-span",
            most,
            "--benchmarks",
            benchmark));
  }

  @Test
  void decontaminateRefusesNumbersOutOfRange() throws IOException {
    Path input = input(line("a", "x", ""));

    for (List<String> wrong :
        List.of(
            List.of("--ngram", "7"), List.of("--max-share", "1.5"), List.of("--max-span", "-1"))) {
      Ran ran =
          Ran.command(
              new DecontaminateCommand(), input, wrong.get(0), wrong.get(1), "--benchmarks", "x");
      assertThat(ran.err()).contains(wrong.get(0));
      assertThat(ran.exit()).isEqualTo(2);
    }
    assertThat(Ran.command(new DecontaminateCommand(), input, "--benchmarks", "none").exit())
        .isEqualTo(1);
  }
}
