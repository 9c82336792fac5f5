// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierCommandTest {

  @TempDir private Path folder;

  private Path labelled(String negative, String positive, int each) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < each; i++) {
      lines.append("{\"label\":").append(negative);
      lines.append(",\"text\":\"buy cheap pills now, offer number ").append(i).append("\"}\n");
      lines.append("{\"label\":").append(positive);
      lines.append(",\"text\":\"the river runs past mill ").append(i).append(" to the sea\"}\n");
    }
    return Files.writeString(folder.resolve("labelled.jsonl"), lines);
  }

  private Ran train(Path input, Object... more) {
    Object[] args = new Object[4 + more.length];
    args[0] = "train";
    args[1] = input;
    args[2] = "--output";
    args[3] = folder.resolve("model");
    System.arraycopy(more, 0, args, 4, more.length);
    return Ran.command(new ClassifierCommand(), args);
  }

  private JsonNode eval(Path input) throws IOException {
    return Ran.command(new ClassifierCommand(), "eval", input, "--model", folder.resolve("model"))
        .json()
        .get(0);
  }

  @Test
  void trainsWhatEvalAndScoreUnderstand() throws IOException {
    Path input = labelled("0", "1", 20);

    Ran trained = train(input);
    JsonNode figures = eval(input);
    Path line =
        Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"id\":1,\"text\":\"the river runs past mill 99 to the sea\"}");
    JsonNode scored =
        Ran.command(new ScoreCommand(), line, "--model", folder.resolve("model")).json().get(0);

    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.out()).isEmpty();
    assertThat(trained.err())
        .contains("trained on 40 texts, 20 \"0\" and 20 \"1\" (positive)")
        .containsPattern("cross-validated, 5 folds: accuracy 1\\.000, .* AUC 1\\.000");
    assertThat(figures.get("texts").intValue()).isEqualTo(40);
    assertThat(figures.get("positives").intValue()).isEqualTo(20);
    assertThat(figures.get("auc").doubleValue()).isEqualTo(1);
    assertThat(figures.get("precision").doubleValue()).isEqualTo(1);
    assertThat(figures.get("recall").doubleValue()).isEqualTo(1);
    assertThat(figures.get("calibrationError").doubleValue()).isBetween(0.0, 0.3);
    assertThat(scored.get("label").textValue()).isEqualTo("1");
  }

  @Test
  void theSameTextsAndSeedGiveTheSameFile() throws IOException {
    Path input = labelled("0", "1", 10);
    train(input, "--seed", "7");
    byte[] first = Files.readAllBytes(folder.resolve("model"));

    train(input, "--seed", "7");
    assertThat(Files.readAllBytes(folder.resolve("model"))).isEqualTo(first);
    train(input, "--seed", "8");
    assertThat(Files.readAllBytes(folder.resolve("model"))).isNotEqualTo(first);
  }

  @Test
  void takesTwoNamesAndThePositiveOneAsToldOrByItsName() throws IOException {
    assertThat(train(labelled("\"low\"", "\"high\"", 5)).err()).contains("5 \"high\" (positive)");
    assertThat(train(labelled("\"ham\"", "\"spam\"", 5)).err()).contains("5 \"spam\" (positive)");
    assertThat(train(labelled("\"ham\"", "\"spam\"", 5), "--positive", "ham").err())
        .contains("5 \"ham\" (positive)");
    assertThat(eval(labelled("\"ham\"", "\"spam\"", 5)).get("positive").textValue())
        .isEqualTo("ham");
  }

  @Test
  void refusesTooFewTextsAndOtherThanTwoLabels() throws IOException {
    assertThat(train(labelled("0", "1", 4)).err()).contains("at least 5 texts of each label");
    assertThat(train(labelled("1", "1", 9)).err()).contains("needs two labels, this has 1: [1]");
    assertThat(train(labelled("0", "1", 9), "--positive", "2").err())
        .contains("no line has the label \"2\"");
    assertThat(train(labelled("0", "1.5", 9)).err()).contains("labelled.jsonl:2: label is neither");
    assertThat(folder.resolve("model")).doesNotExist();
    assertThat(train(labelled("0", "1", 4)).exit()).isEqualTo(1);
  }

  @Test
  void evalRefusesALabelThatTheModelHasNot() throws IOException {
    train(labelled("\"ham\"", "\"spam\"", 5));

    Ran ran =
        Ran.command(
            new ClassifierCommand(),
            "eval",
            labelled("\"bad\"", "\"good\"", 1),
            "--model",
            folder.resolve("model"));

    assertThat(ran.err()).contains("label must be \"ham\" or \"spam\", was \"bad\"");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void evalWritesNullForWhatIsUndefined() throws IOException {
    train(labelled("0", "1", 5));
    Path good = Files.writeString(folder.resolve("g.jsonl"), "{\"label\":1,\"text\":\"river\"}\n");

    assertThat(eval(good).get("auc").isNull()).isTrue();
  }

  @Test
  void needsACommand() {
    assertThat(Ran.command(new ClassifierCommand()).err())
        .contains("classifier needs one of [train, eval]");
  }
}
