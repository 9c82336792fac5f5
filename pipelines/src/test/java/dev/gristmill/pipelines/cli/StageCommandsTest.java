// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that give a line for each document. */
class StageCommandsTest {

  private static final String LINES =
      """
      {"id":"a","text":"The mill grinds slowly but it grinds the grain.","date":"2020-01-01"}
      {"id":"b","text":"the mill  grinds slowly but it grinds the grain.","date":"2021-01-01"}
      broken
      {"id":"c","text":"Die M\u00FChle mahlt langsam, aber sie mahlt das Korn des Bauern."}
      """;

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(folder.resolve("in.jsonl"), LINES);
  }

  static Stream<List<Object>> commands() {
    return Stream.of(
        List.of(new HeuristicsCommand(), "--dialect", "gopher-quality@datatrove"),
        List.of(new LanguageCommand()),
        List.of(new UrlsCommand()),
        List.of(new ScoreCommand(), "--model", "nsfw"),
        List.of(new ScoreCommand(), "--model", "quality"),
        List.of(new DedupCommand(), "exact"),
        List.of(new DedupCommand(), "url"),
        List.of(new DedupCommand(), "near"),
        List.of(new DedupCommand(), "semantic"),
        List.of(new EmbedCommand()),
        List.of(
            new DecontaminateCommand(),
            "--benchmarks",
            Path.of(
                System.getProperty("gristmill.root", ".."), "samples/benchmarks/riddles.jsonl")),
        List.of(new TokenizerCommand(), "encode", "--vocab", "cl100k_base"));
  }

  static Stream<List<Object>> measuredCommands() {
    return Stream.of(
        List.of(new HeuristicsCommand(), "--dialect", "gopher-quality@datatrove"),
        List.of(new LanguageCommand()),
        List.of(new ScoreCommand(), "--model", "quality"),
        List.of(new DedupCommand(), "exact"),
        List.of(new DedupCommand(), "near"),
        List.of(new TokenizerCommand(), "encode", "--vocab", "cl100k_base"));
  }

  /** The input goes before a command's own options, one of which may take several values. */
  private static Ran run(List<Object> command, Object... more) {
    List<Object> args = new ArrayList<>(List.of(more));
    boolean hasSubcommand = command.size() > 1 && !command.get(1).toString().startsWith("-");
    args.addAll(command.subList(hasSubcommand ? 2 : 1, command.size()));
    if (hasSubcommand) {
      args.add(0, command.get(1));
    }
    return Ran.command(command.get(0), args.toArray());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void giveALineForEachDocumentInInputOrder(List<Object> command) throws IOException {
    Ran ran = run(command, input);

    assertThat(ran.json())
        .extracting(line -> line.get("id").textValue())
        .containsExactly("a", "b", "c");
    assertThat(ran.err()).contains("in.jsonl:3: not JSON").contains("3 documents");
    assertThat(ran.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void writeToAFileWhatTheyWouldPrint(List<Object> command) throws IOException {
    Path output = folder.resolve("out.jsonl");
    String printed = run(command, input).out();

    Ran ran = run(command, input, "--output", output);

    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(output)).isEqualTo(printed).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void failWithoutTheirInput(List<Object> command) {
    Ran ran = run(command, folder.resolve("none.jsonl"));

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("none.jsonl");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void failWhereTheyCannotWrite(List<Object> command) {
    Ran ran = run(command, input, "--output", input + "/out.jsonl");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("cannot write to " + input + "/out.jsonl");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainThemselves(List<Object> command) {
    Ran ran = run(command, "--help");

    assertThat(ran.out()).startsWith("Usage: ").contains("--output=FILE", "INPUT...");
    assertThat(ran.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("measuredCommands")
  void printTheirRateWhenAskedToMeasure(List<Object> command) {
    Ran ran = run(command, input, "--bench");

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .last()
        .asString()
        .matches("[a-z ]+: \\d+\\.\\d MB/s, \\d+ documents/s");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void heuristicsTellEveryFailedRuleWithItsNumbers() throws IOException {
    JsonNode line =
        Ran.command(
                new HeuristicsCommand(),
                input,
                "--words",
                "whitespace",
                "--dialect",
                "gopher-quality@datatrove,gopher-repetition@datatrove")
            .json()
            .get(0);

    assertThat(line.get("kept").booleanValue()).isFalse();
    assertThat(line.get("reasons").get(0).toString())
        .isEqualTo("{\"rule\":\"gopher_short_doc\",\"value\":9.0,\"limit\":50.0}");
    assertThat(line.get("signals").get("gopher_word_count").doubleValue()).isEqualTo(9);
    assertThat(line.get("signals").size()).isGreaterThan(8);
  }

  @Test
  void heuristicsNameTheDialectThatWasMeant() {
    Ran ran = Ran.command(new HeuristicsCommand(), input, "--dialect", "gopher-qualty@datatrove");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("did you mean \"gopher-quality@datatrove\"?");
    assertThat(Ran.command(new HeuristicsCommand(), input).exit()).isEqualTo(2);
  }

  @Test
  void languageTellsLanguageScriptAndScore() throws IOException {
    JsonNode line = Ran.command(new LanguageCommand(), input, "--model", "opennlp").json().get(2);

    assertThat(line.get("language").textValue()).isEqualTo("deu");
    assertThat(line.get("script").textValue()).isEqualTo("Latn");
    assertThat(line.get("score").doubleValue()).isBetween(0.2, 1.0);
    assertThat(Ran.command(new LanguageCommand(), input, "--model", "other").exit()).isEqualTo(2);
  }

  @Test
  void dedupKeepsTheNewestUnlessToldOtherwise() throws IOException {
    List<JsonNode> newest = Ran.command(new DedupCommand(), "exact", input).json();
    List<JsonNode> first = Ran.command(new DedupCommand(), "exact", input, "--keep", "id").json();

    assertThat(newest)
        .extracting(line -> line.get("kept").booleanValue())
        .containsExactly(false, true, true);
    assertThat(newest.get(0).get("keeper").textValue()).isEqualTo("b");
    assertThat(newest.get(0).get("cluster")).isEqualTo(newest.get(1).get("cluster"));
    assertThat(newest.get(0).get("cluster").textValue()).matches("[0-9a-f]{32}");
    assertThat(newest.get(0).get("similarity").doubleValue()).isEqualTo(1);
    assertThat(first)
        .extracting(line -> line.get("kept").booleanValue())
        .containsExactly(true, false, true);
  }

  @Test
  void dedupDropsWhatAnotherFileHas() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Files.writeString(
        other, "{\"id\":\"z\",\"text\":\"The mill grinds slowly but it grinds the grain.\"}");

    List<JsonNode> lines =
        Ran.command(new DedupCommand(), "exact", input, "--against", other).json();

    assertThat(lines)
        .extracting(line -> line.get("keeper").textValue())
        .containsExactly("z", "z", "c");
  }

  @Test
  void dedupRefusesAnUnknownCriterionAndNoCommand() {
    assertThat(Ran.command(new DedupCommand(), "exact", input, "--keep", "best").exit())
        .isEqualTo(2);
    assertThat(Ran.command(new DedupCommand()).err())
        .contains("dedup needs one of [exact, url, near, semantic]");
  }

  @Test
  void encodeAddsNoEndOfText() throws IOException {
    Path file = folder.resolve("hello.jsonl");
    Files.writeString(file, "{\"id\":1,\"text\":\"hello world\"}\n{\"id\":2,\"text\":\"\"}\n");

    Ran ran = Ran.command(new TokenizerCommand(), "encode", file, "--vocab", "cl100k_base");

    assertThat(ran.out())
        .isEqualTo("{\"id\":1,\"tokens\":[15339,1917]}\n{\"id\":2,\"tokens\":[]}\n");
  }
}
