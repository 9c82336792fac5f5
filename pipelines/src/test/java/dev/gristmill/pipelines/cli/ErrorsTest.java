// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.testing.TinyRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong is one line on stderr and exit code 1 or 2, never a stack trace. */
class ErrorsTest {

  @TempDir Path folder;
  private Path recipe;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    recipe = TinyRun.write(folder);
    output = folder.resolve("run");
  }

  @Test
  void anUnknownKeyOfTheRecipe() throws IOException {
    Files.writeString(recipe, TinyRun.RECIPE + "packing: {}\n");

    Ran ran = run();

    assertLine(ran, 2, "gristmill: recipe.yaml:11: unknown key 'packing'; did you mean \"pack\"?");
    assertThat(output).doesNotExist();
  }

  @Test
  void anUnknownLanguage() throws IOException {
    Files.writeString(
        recipe, TinyRun.RECIPE.replace("- clean: {}", "- language: {keep: [klingon]}"));

    assertLine(run(), 2, "gristmill: recipe.yaml:7: stages[0].language.keep[0]: 'klingon' is not");
  }

  @Test
  void aRecipeThatIsMissing() {
    assertLine(
        execute("run", "missing.yaml", "--quiet"), 2, "gristmill: no such recipe: missing.yaml");
    assertLine(execute("plan", "missing.yaml"), 2, "gristmill: no such recipe: missing.yaml");
  }

  @Test
  void aRecipeThatIsAFolder() {
    assertLine(execute("run", folder.toString(), "--quiet"), 1, "gristmill: ");
  }

  @Test
  void anInputThatIsMissing() {
    Ran ran = run("--input", folder + "/none-*.jsonl");

    assertLine(ran, 2, "gristmill: input " + folder + "/none-*.jsonl");
  }

  @Test
  void aFileWhereTheOutputShouldBe() throws IOException {
    Files.writeString(output, "a file");

    assertLine(run(), 1, "gristmill: ");
    assertThat(output).hasContent("a file");
  }

  @Test
  void anOutputInsideAFile() {
    output = recipe.resolve("run");

    assertLine(run(), 1, "gristmill: cannot write to " + output);
  }

  @Test
  void anOutputThatHoldsOtherFiles() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("thesis.txt"), "mine");

    Ran ran = run("--fresh");

    assertLine(ran, 1, "gristmill: " + output + " is not empty and is not a run directory");
    assertThat(output.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  void anOutputThatReadsAsAGlob() {
    output = folder.resolve("run[1]");

    assertLine(run(), 1, "gristmill: ");
    assertThat(output).doesNotExist();
  }

  @Test
  void aFolderThatIsNoRun() {
    assertLine(execute("verify", folder.toString()), 1, "gristmill: " + folder + " holds no ");
    assertLine(
        execute("explain", folder.toString(), "id"), 1, "gristmill: " + folder + " holds no ");
    assertLine(
        execute("verify", folder + "/none"), 1, "gristmill: no such run directory: " + folder);
  }

  @Test
  void aManifestThatIsDamaged() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"version\": 1, \"reci");

    assertLine(
        execute("verify", folder.toString()),
        1,
        "gristmill: " + folder + "/manifest.json is damaged: ");
  }

  @Test
  void aFlagThatThereIsNot() {
    assertLine(run("--fast"), 2, "gristmill: Unknown option: '--fast'");
    assertLine(run("--parallelism", "many"), 2, "gristmill: Invalid value");
    assertLine(run("--parallelism", "0"), 2, "gristmill: --parallelism must be in [1, 10000]");
    assertLine(run("--runner", "spark"), 2, "gristmill: Invalid value");
    assertLine(run("--flink-master", "localhost:1"), 2, "gristmill: --flink-master needs");
    assertLine(run("--resume", "--fresh"), 2, "gristmill: ");
  }

  @Test
  void aCommandThatThereIsNot() {
    assertLine(execute("rum"), 2, "gristmill: ");
    assertLine(execute("run"), 2, "gristmill: Missing required parameter");
  }

  @Test
  void aResumeWithoutARun() {
    assertLine(run("--resume"), 1, "gristmill: " + output + " holds no run to resume");
  }

  @Test
  void anAssignmentThatFitsNothing() {
    assertLine(run("--set", "pack.lenght=16"), 2, "gristmill: --set pack.lenght: unknown key");
    assertLine(run("--set", "pack"), 2, "gristmill: --set takes path=value");
  }

  @Test
  void aVocabularyThatIsNone() throws IOException {
    Files.writeString(folder.resolve("ranks"), "this is no rank file\n");

    assertLine(run("--set", "tokenizer.vocabulary=none"), 1, "gristmill: no such vocabulary file");
    Ran ran = run("--set", "tokenizer.vocabulary=ranks");
    assertThat(ran.exit()).isBetween(1, 2);
    assertLine(ran, ran.exit(), "gristmill: ");
  }

  private Ran run(String... more) {
    String[] args = new String[5 + more.length];
    args[0] = "run";
    args[1] = recipe.toString();
    args[2] = "--quiet";
    args[3] = "--output";
    args[4] = output.toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return execute(args);
  }

  /** The command line as its users have it, streams and all. */
  private static Ran execute(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exit = Gristmill.execute(args);
      return new Ran(
          exit,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void assertLine(Ran ran, int exit, String start) {
    assertThat(ran.err()).startsWith(start).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(ran.err().lines()).as("lines on stderr").hasSize(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.exit()).isEqualTo(exit);
  }
}
