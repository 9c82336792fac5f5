// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the shipped quality model from samples/labels, and the figures of its card. */
final class ShippedQuality {
  private final List<LabelledText> texts = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();

  private ShippedQuality() {}

  static ShippedQuality read(Path root) throws IOException {
    ShippedQuality shipped = new ShippedQuality();
    ObjectMapper mapper = new ObjectMapper();
    Path file = root.resolve("samples/labels/quality.jsonl");
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode node = mapper.readTree(line);
      shipped.texts.add(new LabelledText(node.get("text").asText(), node.get("label").asInt()));
      String id = node.get("id").asText();
      shipped.kinds.add(id.substring(0, id.lastIndexOf('-')));
    }
    return shipped;
  }

  List<LabelledText> texts() {
    return texts;
  }

  LinearModel train() {
    return QualityTrainer.train(texts, QualityTrainer.settings());
  }

  CrossValidation crossValidation() {
    return CrossValidation.run(
        texts, QualityTrainer.folds(texts), QualityTrainer.FOLDS, QualityTrainer.settings());
  }

  /** Folds that keep each kind of text together: a kind is scored by models that never saw it. */
  CrossValidation crossValidationByKind() {
    Map<String, Integer> foldOfKind = new TreeMap<>();
    int[] dealt = new int[2];
    int[] folds = new int[texts.size()];
    for (int i = 0; i < folds.length; i++) {
      int label = texts.get(i).label();
      Integer fold = foldOfKind.get(kinds.get(i));
      if (fold == null) {
        fold = dealt[label]++ % QualityTrainer.FOLDS;
        foldOfKind.put(kinds.get(i), fold);
      }
      folds[i] = fold;
    }
    return CrossValidation.run(texts, folds, QualityTrainer.FOLDS, QualityTrainer.settings());
  }

  /**
   * Writes the model into the source tree and prints the figures.
   *
   * @param arguments the repository's root
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    ShippedQuality shipped = read(root);
    LinearModel model = shipped.train();
    Path file =
        root.resolve(
            "classifiers/src/main/resources/dev/gristmill/classifiers/quality/quality-eng.model");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelFile.save(model, out);
    }
    System.out.printf(
        Locale.ROOT,
        "texts %d, bytes %d, weights %d, SHA-256 %s%n",
        shipped.texts.size(),
        Files.size(file),
        model.nonZeroWeights(),
        ModelFile.digest(model));
    print("five folds", shipped.crossValidation().evaluation());
    print("whole kinds held out", shipped.crossValidationByKind().evaluation());
  }

  private static void print(String name, Evaluation evaluation) {
    System.out.printf(
        Locale.ROOT,
        "%s: AUC %.3f, accuracy %.3f, calibration error %.3f%n",
        name,
        evaluation.auc(),
        evaluation.accuracy(0.5),
        evaluation.calibrationError());
    for (double threshold : new double[] {0.1, 0.25, 0.5, 0.75, 0.9}) {
      System.out.printf(
          Locale.ROOT,
          "  at %.2f precision %.3f recall %.3f%n",
          threshold,
          evaluation.precision(threshold),
          evaluation.recall(threshold));
    }
  }
}
