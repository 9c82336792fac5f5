// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeFileTest {

  private static final String START =
      """
      name: test
      input:
        - path: pages.jsonl
      """;

  @Test
  void fillsInEveryDefault() throws RecipeException {
    Recipe recipe = read(START + "stages: []\n");

    assertThat(recipe)
        .isEqualTo(
            new Recipe(
                "test",
                0,
                List.of(new Recipe.Input("/recipes/pages.jsonl", "web", "auto", false)),
                1.0,
                new Recipe.Limits(
                    0.01, 64 << 20, 8 << 20, 64 << 10, 32 << 20, 64 << 20, 16, 64 << 20),
                List.of(),
                new Recipe.Tokenizer("cl100k_base"),
                new Mix(List.of(), 4, 0),
                new Recipe.Pack(8192, 100_000_000),
                new Recipe.Output(List.of("parquet"), true)));
  }

  @Test
  void readsEveryKey() throws RecipeException {
    Recipe recipe =
        read(
            """
            name: all
            seed: 7
            input:
              - {path: /data/a-*.warc.gz, source: crawl, format: warc}
              - {path: "s3://bucket/b.jsonl", source: notes}
            limits: {maxBadShare: 0.5, maxRecordBytes: 300, maxBodyBytes: 301, maxHeaderBytes: 302,
                     maxLineBytes: 303, splitBytes: 65536, partitions: 3, sortBytes: 1048576}
            stages:
              - clean: {}
              - language: {keep: [eng, deu], minScore: 0.25}
              - heuristics:
                  dialect: gopher-quality@datatrove
                  words: whitespace
                  languages: [eng]
                  limits: {gopher_short_doc: 20}
              - heuristics: {dialect: neutral@gristmill, exceptLanguages: [eng]}
              - exact: {keep: [source, id]}
            tokenizer: {vocabulary: ranks/my.tiktoken}
            pack: {length: 1024, shardTokens: 4096}
            output: {formats: [parquet], text: false}
            """);

    assertThat(recipe)
        .isEqualTo(
            new Recipe(
                "all",
                7,
                List.of(
                    new Recipe.Input("/data/a-*.warc.gz", "crawl", "warc", false),
                    new Recipe.Input("s3://bucket/b.jsonl", "notes", "auto", false)),
                1.0,
                new Recipe.Limits(0.5, 300, 301, 302, 303, 65536, 3, 1048576),
                List.of(
                    new Stages.Clean("clean"),
                    new Stages.Language(
                        "language", "opennlp", List.of("eng", "deu"), 0.25, Selection.ALL),
                    new Stages.Heuristics(
                        "gopher-quality@datatrove",
                        "gopher-quality@datatrove",
                        "whitespace",
                        new Selection(List.of("eng"), List.of(), List.of(), List.of()),
                        Map.of("gopher_short_doc", 20.0)),
                    new Stages.Heuristics(
                        "neutral@gristmill",
                        "neutral@gristmill",
                        "default",
                        new Selection(List.of(), List.of("eng"), List.of(), List.of()),
                        Map.of()),
                    new Stages.Exact("exact", List.of("source", "id"))),
                new Recipe.Tokenizer("/recipes/ranks/my.tiktoken"),
                new Mix(List.of(), 4, 0),
                new Recipe.Pack(1024, 4096),
                new Recipe.Output(List.of("parquet"), false)));
  }

  @Test
  void givesTheSecondStageOfANameANumber() throws RecipeException {
    Recipe recipe = read(START + "stages: [clean: {}, clean: {}, clean: {}]\n");

    assertThat(recipe.stages())
        .extracting(Recipe.Stage::name)
        .containsExactly("clean", "clean-2", "clean-3");
  }

  @Test
  void namesTheNearestKeyOfAnUnknownOne() {
    assertThat(problems(START + "stages: []\nlimits:\n  splitByte: 65536\n"))
        .containsExactly("r.yaml:6: unknown key 'limits.splitByte'; did you mean \"splitBytes\"?");
    assertThat(problems(START + "stages: []\nstage: []\n"))
        .containsExactly("r.yaml:5: unknown key 'stage'; did you mean \"stages\"?");
  }

  @Test
  void namesTheNearestStageOfAnUnknownOne() {
    assertThat(problems(START + "stages:\n  - clean: {}\n  - lanuage: {}\n"))
        .containsExactly(
            "r.yaml:6: unknown stage 'lanuage' at stages[1]; did you mean \"language\"?");
  }

  @Test
  void namesTheNearestCodeOfAnUnknownLanguage() {
    assertThat(problems(START + "stages:\n  - language:\n      keep: [eng, enq]\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("r.yaml:6: stages[0].language.keep[1]: 'enq' is not a language code")
        .contains("did you mean \"en");
  }

  @Test
  void namesTheNearestDialectAndCriterion() {
    assertThat(problems(START + "stages:\n  - heuristics: {dialect: gopher-qualty@datatrove}\n"))
        .containsExactly(
            "r.yaml:5: stages[0].heuristics.dialect: 'gopher-qualty@datatrove' is not a dialect;"
                + " did you mean \"gopher-quality@datatrove\"?");
    assertThat(problems(START + "stages:\n  - exact: {keep: [newst]}\n"))
        .containsExactly(
            "r.yaml:5: stages[0].exact.keep[0]: 'newst' is not a keep criterion; did you mean"
                + " \"newest\"?");
  }

  @Test
  void namesTheRangeOfANumber() {
    assertThat(problems(START + "stages: []\nlimits:\n  maxBadShare: 1.5\n  partitions: 0\n"))
        .containsExactly(
            "r.yaml:6: limits.maxBadShare must be a number in [0, 1], was 1.5",
            "r.yaml:7: limits.partitions must be a whole number in [1, 4096], was 0");
    assertThat(problems(START + "stages: []\npack: {length: 15}\n"))
        .containsExactly("r.yaml:5: pack.length must be a whole number in [16, 1048576], was 15");
    assertThat(problems(START + "stages: []\nseed: -1\n"))
        .containsExactly(
            "r.yaml:5: seed must be a whole number in [0, 9000000000000000000], was -1");
  }

  @Test
  void takesNumbersAtTheEndsOfTheirRange() throws RecipeException {
    String stages = START + "stages: []\n";

    assertThat(read(stages + "pack: {length: 16}\n").pack().length()).isEqualTo(16);
    assertThat(read(stages + "pack: {length: 1048576}\n").pack().length()).isEqualTo(1 << 20);
    assertThat(problems(stages + "pack: {length: 1048577}\n")).hasSize(1);
    assertThat(read(stages + "limits: {maxBadShare: 1}\n").limits().maxBadShare()).isEqualTo(1.0);
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThat(problems(START + "stages: []\nseed: 99999999999999999999\n"))
        .containsExactly("r.yaml:5: '99999999999999999999' is not a number in range");
    assertThat(problems(START + "stages: []\nlimits: {maxBadShare: .nan}\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("r.yaml:5: ");
  }

  @Test
  void namesAValueOfTheWrongType() {
    assertThat(problems(START + "stages: []\nseed: seven\n"))
        .containsExactly(
            "r.yaml:5: seed must be a whole number in [0, 9000000000000000000], was seven");
    assertThat(problems(START + "stages: []\noutput: {text: yes}\n"))
        .containsExactly("r.yaml:5: output.text must be true or false, was yes");
    assertThat(problems(START + "stages: {clean: {}}\n"))
        .containsExactly("r.yaml:4: stages must be a list");
    assertThat(problems(START + "stages: []\npack: 8192\n"))
        .containsExactly("r.yaml:5: pack must be a map of keys");
    assertThat(problems("- name\n")).containsExactly("r.yaml:1: the recipe must be a map of keys");
    assertThat(problems(START + "stages: [clean]\n"))
        .containsExactly("r.yaml:4: stages[0] must be one 'stage: {settings}' pair");
  }

  @Test
  void namesAMissingKey() {
    assertThat(problems("name: test\nstages: []\n")).containsExactly("r.yaml:1: input is missing");
    assertThat(problems("name: test\nstages: []\ninput:\n  - source: a\n"))
        .containsExactly("r.yaml:4: input[0].path is missing");
    assertThat(problems("name: test\nstages: []\ninput: []\n"))
        .containsExactly("r.yaml:3: input must have at least 1 item(s)");
  }

  @Test
  void namesASourceOfAnotherForm() {
    assertThat(problems("name: a\nstages: []\ninput:\n  - {path: b, source: a/b}\n"))
        .containsExactly(
            "r.yaml:4: input[0].source must be 1 to 64 letters, digits, '.', '_' or '-', was a/b");
  }

  @Test
  void refusesAKeyGivenTwice() {
    assertThat(problems(START + "stages: []\nseed: 1\nseed: 2\n"))
        .containsExactly("r.yaml:6: key 'seed' is given twice");
  }

  @Test
  void saysWhereAFileIsNotYaml() {
    assertThat(problems("name: test\ninput: [\n"))
        .hasSize(1)
        .first()
        .asString()
        .matches("r\\.yaml:[23]: not YAML: .*");
    assertThat(problems("")).containsExactly("r.yaml:1: the recipe is empty");
    assertThat(problems("a: 1\n---\nb: 2\n")).hasSize(1);
    assertThat(problems("a: \u0000\n")).hasSize(1).first().asString().contains("not YAML");
  }

  @Test
  void refusesAnAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }

    assertThat(problems(bomb.toString())).hasSize(1).first().asString().contains("not YAML");
    assertThat(problems("a: &a [*a, *a, *a]\n")).hasSize(1).first().asString().contains("deeper");
    assertThat(problems("a: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n"))
        .containsExactly("r.yaml:1: nested deeper than 32 levels");
  }

  @Test
  void refusesTags() {
    assertThat(
            problems(
                START
                    + "stages: []\nseed: !!javax.script.ScriptEngineManager"
                    + " [!!java.net.URLClassLoader [[]]]\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("r.yaml:5: ");
    assertThat(problems(START + "stages: []\nseed: !!javax.script.ScriptEngineManager 1\n"))
        .containsExactly(
            "r.yaml:5: tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not allowed");
  }

  @Test
  void refusesASecondLanguageStage() {
    assertThat(problems(START + "stages:\n  - language: {}\n  - clean: {}\n  - language: {}\n"))
        .containsExactly("r.yaml:7: there is a stage 'language' already");
  }

  @Test
  void refusesASecondExactStage() {
    assertThat(problems(START + "stages:\n  - exact: {}\n  - exact: {}\n"))
        .containsExactly("r.yaml:6: there is a stage 'exact' already");
  }

  @Test
  void refusesRulesByLanguageWithoutALanguageBeforeThem() {
    String rules = "  - heuristics: {dialect: neutral@gristmill, languages: [eng]}\n";

    assertThat(problems(START + "stages:\n" + rules + "  - language: {}\n"))
        .containsExactly("r.yaml:5: a choice by language needs a language stage before it");
    assertThat(problems(START + "stages:\n" + rules.replace("languages", "exceptLanguages")))
        .containsExactly("r.yaml:5: a choice by language needs a language stage before it");
  }

  @Test
  void namesTheNearestRuleOfAnUnknownLimit() {
    assertThat(
            problems(
                START
                    + "stages:\n  - heuristics:\n      dialect: gopher-quality@datatrove\n"
                    + "      limits: {gopher_short_docs: 20}\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("r.yaml:5: heuristics.limits.gopher_short_docs: ")
        .contains("\"gopher_short_doc\"");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThat(problems("name: test\nsed: 1\nstages: [cleen: {}]\n"))
        .hasSize(3)
        .allMatch(problem -> problem.matches("r\\.yaml:[0-9]+: [^\n]+"));
  }

  @Test
  void setsAKeyByItsPath() throws RecipeException {
    String stages = START + "stages: []\n";

    assertThat(read(stages, "pack.length=4096").pack().length()).isEqualTo(4096);
    assertThat(read(stages, "seed=1", "seed=2").seed()).isEqualTo(2);
    assertThat(read(stages, "input.0.source=books").inputs().get(0).source()).isEqualTo("books");
    assertThat(read(stages, "output={text: false}").output().text()).isFalse();
  }

  @Test
  void setsAStageByItsNameOrIndex() throws RecipeException {
    String text =
        START + "stages:\n  - language: {}\n  - heuristics: {dialect: neutral@gristmill}\n";

    assertThat(read(text, "stages.language.minScore=0.5").language().orElseThrow().minScore())
        .isEqualTo(0.5);
    assertThat(read(text, "stages.0.language.minScore=0.75").language().orElseThrow().minScore())
        .isEqualTo(0.75);
    Recipe recipe = read(text, "stages.neutral@gristmill.words=whitespace");
    assertThat(((Stages.Heuristics) recipe.stages().get(1)).words()).isEqualTo("whitespace");
  }

  @Test
  void namesAnAssignmentThatFitsNothing() {
    String text = START + "stages:\n  - language: {}\n";

    assertThat(problems(text, "pack.lenght=16"))
        .containsExactly("--set pack.lenght: unknown key 'pack.lenght'; did you mean \"length\"?");
    assertThat(problems(text, "pack.length=1"))
        .containsExactly(
            "--set pack.length: pack.length must be a whole number in [16, 1048576], was 1");
    assertThat(problems(text, "stages.langage.minScore=0"))
        .containsExactly(
            "--set stages.langage.minScore: no item 'langage' in a list of 1; did you mean"
                + " \"language\"?");
    assertThat(problems(text, "stages.7=x")).hasSize(1);
    assertThat(problems(text, "name.of=x"))
        .containsExactly("--set name.of: 'of' is inside a plain value");
    assertThat(problems(text, "seed")).containsExactly("--set takes path=value, was 'seed'");
    assertThat(problems(text, "=5")).containsExactly("--set takes path=value, was '=5'");
    assertThat(problems(text + "output: {formats: [parquet]}\n", "output.formats.=x")).hasSize(1);
    assertThat(problems(text, "seed=[1")).hasSize(1).first().asString().startsWith("--set seed");
  }

  @Test
  void readsOtherInputsInsteadOfTheRecipes() throws RecipeException {
    Recipe recipe =
        RecipeFile.read(
            "r.yaml",
            Path.of("/recipes"),
            "name: a\nstages: []\ninput:\n  - {path: x, source: books, format: warc}\n  - path: y\n",
            List.of("/other/*.jsonl", "s3://bucket/z"),
            List.of());

    assertThat(recipe.inputs())
        .containsExactly(
            new Recipe.Input("/other/*.jsonl", "books", "auto", false),
            new Recipe.Input("s3://bucket/z", "books", "auto", false));
  }

  private static Recipe read(String text, String... assignments) throws RecipeException {
    return RecipeFile.read("r.yaml", Path.of("/recipes"), text, List.of(), List.of(assignments));
  }

  private static List<String> problems(String text, String... assignments) {
    RecipeException problem =
        catchThrowableOfType(RecipeException.class, () -> read(text, assignments));
    assertThat(problem).as("a recipe with problems").isNotNull();
    assertThat(problem.problems()).allMatch(line -> line.lines().count() == 1);
    return problem.problems();
  }
}
