// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.linear.LinearModel;
import dev.gristmill.classifiers.linear.LinearTrainer;
import dev.gristmill.classifiers.linear.ModelFile;
import dev.gristmill.classifiers.quality.CrossValidation;
import dev.gristmill.classifiers.quality.Evaluation;
import dev.gristmill.classifiers.quality.LabelledText;
import dev.gristmill.classifiers.quality.QualityTrainer;
import dev.gristmill.pipelines.lines.BinaryLabels;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LabelledLine;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.ReadReport;
import dev.gristmill.pipelines.run.StagedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code classifier train}: a model file from labelled texts. */
@Command(
    name = "train",
    description = {
      "Trains a linear model on JSON lines with label (0 or 1, or two names) and text.",
      "Five folds calibrate it; how good the folds were is printed on the standard error."
    },
    mixinStandardHelpOptions = true)
final class ClassifierTrainCommand implements Callable<Integer> {

  private static final double THRESHOLD = 0.5;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, globs or URIs; - is the standard input. gzip and zstd are undone.")
  private List<String> inputs;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The model file to write.")
  private String output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the order in which texts are seen; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--positive",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "The label whose probability is the score; else 1, high, good, positive or yes, else the "
              + "last in order.")
  private String positive;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ReadReport report = new ReadReport(err);
    List<LabelledLine> lines = LabelledLine.readAll(InputFile.resolve(inputs), report);
    report.finish();
    BinaryLabels labels = BinaryLabels.of(lines, positive);
    List<LabelledText> texts = labels.texts(lines);
    long positives = texts.stream().filter(text -> text.label() == 1).count();
    if (Math.min(positives, texts.size() - positives) < QualityTrainer.FOLDS) {
      throw new IOException(
          "needs at least "
              + QualityTrainer.FOLDS
              + " texts of each label, has "
              + counts(labels, texts, positives));
    }
    CrossValidation validation =
        CrossValidation.run(texts, QualityTrainer.folds(texts), QualityTrainer.FOLDS, trainer());
    err.println("trained on " + texts.size() + " texts, " + counts(labels, texts, positives));
    print(validation.evaluation(), err);
    LinearModel model =
        trainer()
            .train(
                texts.stream().map(LabelledText::text).toList(),
                texts.stream().mapToInt(LabelledText::label).toArray(),
                labels.negative(),
                labels.positive())
            .calibrated(validation.calibration());
    try (StagedFile file = LineWriter.stage(output)) {
      ModelFile.save(model, file.stream());
      file.commit();
    }
    err.println(output + " sha256:" + ModelFile.digest(model));
    err.flush();
    return 0;
  }

  private LinearTrainer trainer() {
    LinearTrainer standard = QualityTrainer.settings();
    return new LinearTrainer(
        standard.features(),
        standard.epochs(),
        standard.learningRate(),
        standard.l2(),
        standard.minTexts(),
        seed);
  }

  private static String counts(BinaryLabels labels, List<LabelledText> texts, long positives) {
    return (texts.size() - positives)
        + " \""
        + labels.negative()
        + "\" and "
        + positives
        + " \""
        + labels.positive()
        + "\" (positive)";
  }

  private static void print(Evaluation held, PrintWriter err) {
    err.println(
        String.format(
            Locale.ROOT,
            "cross-validated, %d folds: accuracy %.3f, precision %.3f, recall %.3f, AUC %.3f,"
                + " calibration error %.3f",
            QualityTrainer.FOLDS,
            held.accuracy(THRESHOLD),
            held.precision(THRESHOLD),
            held.recall(THRESHOLD),
            held.auc(),
            held.calibrationError()));
  }
}
