// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.LinearTrainer;
import dev.gristmill.classifiers.linear.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualityModelTest {
  private static final Path ROOT = Path.of(System.getProperty("gristmill.root", ".."));
  private static final String SHIPPED = "quality-eng.model";

  @Test
  void shipsTheBytesThatTheLabelsGive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.save(ShippedQuality.read(ROOT).train(), out);

    byte[] shipped;
    try (InputStream in = QualityModel.class.getResourceAsStream(SHIPPED)) {
      shipped = in.readAllBytes();
    }
    assertThat(out.toByteArray()).isEqualTo(shipped);
    assertThat(shipped.length).isLessThan(400_000);
  }

  @Test
  void isTheOneOnItsCard() throws IOException {
    String card;
    try (InputStream in = QualityModel.class.getResourceAsStream("CARD.md")) {
      card = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(card).contains(QualityModel.load().digest());
  }

  @Test
  void tellsHeldOutTextsApart() throws IOException {
    ShippedQuality shipped = ShippedQuality.read(ROOT);
    Evaluation folds = shipped.crossValidation().evaluation();
    Evaluation kinds = shipped.crossValidationByKind().evaluation();

    assertThat(folds.auc()).isGreaterThan(0.97);
    assertThat(kinds.auc()).isGreaterThan(0.93);
    assertThat(folds.calibrationError()).isLessThan(0.06);
    assertThat(kinds.calibrationError()).isLessThan(0.08);
  }

  @Test
  void scoresAnExplanationOverAnAdvertisement() throws IOException {
    QualityModel model = QualityModel.load();
    HashedFeatures scratch = model.scratch();
    double explanation =
        model.score(
            "A sundial shows the true time of its place. Noon is when the sun stands in the south,"
                + " which on most days is not when the clock strikes twelve. The earth moves"
                + " faster in January than in July, and its axis is tilted, so the two drift apart"
                + " by up to a quarter of an hour.",
            scratch);
    double advertisement =
        model.score(
            "Buy the best sundial now! Our sundials are the best quality at the best price. Free"
                + " shipping on all orders! Shop now and save 20% with code SUN20. Click here to"
                + " order your sundial today!!!",
            scratch);

    assertThat(explanation).isGreaterThan(0.8);
    assertThat(advertisement).isLessThan(0.2);
    assertThat(model.label(explanation)).isEqualTo("high");
    assertThat(model.label(advertisement)).isEqualTo("low");
    assertThat(model.label(0.5)).isEqualTo("high");
  }

  @Test
  void saysThatAModelIsNotThere() {
    assertThatThrownBy(() -> QualityModel.load(Path.of("no-such.model")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void trainsOnLabelsOfOnesOwn() {
    List<LabelledText> texts =
        IntStream.range(0, 40)
            .mapToObj(i -> new LabelledText(i % 2 == 1 ? "corn is ground" : "buy corn now", i % 2))
            .toList();

    LinearModel model = QualityTrainer.train(texts, LinearTrainer.defaults());

    assertThat(model.score("corn is ground", model.scratch())).isGreaterThan(0.9);
    assertThat(model.score("buy corn now", model.scratch())).isLessThan(0.1);
  }

  @Test
  void refusesFoldsThatDoNotFit() {
    List<LabelledText> texts = List.of(new LabelledText("a", 0), new LabelledText("b", 1));
    LinearTrainer trainer = LinearTrainer.defaults();

    assertThatThrownBy(() -> CrossValidation.run(texts, new int[] {0}, 2, trainer))
        .hasMessage("needs one fold for each text");
    assertThatThrownBy(() -> CrossValidation.run(texts, new int[] {0, 2}, 2, trainer))
        .hasMessage("fold must be in [0, 1], was 2");
  }

  @Test
  void labelsAreUniqueAndOfExampleHosts() throws IOException {
    String labels =
        Files.readString(ROOT.resolve("samples/labels/quality.jsonl"), StandardCharsets.UTF_8);

    assertThat(labels.lines().distinct().count()).isEqualTo(labels.lines().count());
    assertThat(labels.lines().filter(line -> line.contains("\"label\": 1")).count())
        .isBetween(120L, 200L);
    assertThat(labels.lines().filter(line -> line.contains("\"label\": 0")).count())
        .isBetween(120L, 200L);
    Matcher hosts = Pattern.compile("https?://([^\\s/\"\\\\]+)").matcher(labels);
    while (hosts.find()) {
      assertThat(hosts.group(1)).endsWith(".example");
    }
  }
}
