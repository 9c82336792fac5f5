// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.quality.Evaluation;
import dev.gristmill.classifiers.quality.LabelledText;
import dev.gristmill.classifiers.quality.QualityModel;
import dev.gristmill.pipelines.lines.BinaryLabels;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LabelledLine;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.lines.ReadReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code classifier eval}: how well a model's scores go with labels. */
@Command(
    name = "eval",
    description = {
      "How well a model's scores go with the labels of JSON lines with label and text.",
      "One JSON object; precision, recall and accuracy are those at a score of 0.5; null: undefined."
    },
    mixinStandardHelpOptions = true)
final class ClassifierEvalCommand implements Callable<Integer> {

  private static final double THRESHOLD = 0.5;

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, globs or URIs; - is the standard input. gzip and zstd are undone.")
  private List<String> inputs;

  @Option(
      names = "--model",
      paramLabel = "quality|FILE",
      required = true,
      description = "The shipped quality model, or a model of 'classifier train'.")
  private String model;

  @Override
  public Integer call() throws IOException {
    QualityModel linear = ScoreCommand.linear(model);
    ReadReport report = new ReadReport(spec.commandLine().getErr());
    List<LabelledLine> lines = LabelledLine.readAll(InputFile.resolve(inputs), report);
    report.finish();
    if (lines.isEmpty()) {
      throw new IOException("there is nothing to evaluate on");
    }
    List<LabelledText> texts = new BinaryLabels(linear.label(0), linear.label(1)).texts(lines);
    HashedFeatures scratch = linear.scratch();
    Evaluation evaluation =
        Evaluation.of(
            texts.stream().mapToDouble(text -> linear.score(text.text(), scratch)).toArray(),
            texts.stream().mapToInt(LabelledText::label).toArray());
    long positives = texts.stream().filter(text -> text.label() == 1).count();
    try (LineWriter writer = output.open(spec.commandLine().getOut())) {
      writer.line(json -> write(linear, evaluation, positives, json));
      writer.commit();
    }
    return report.exitCode();
  }

  private static void write(
      QualityModel linear, Evaluation evaluation, long positives, JsonGenerator json)
      throws IOException {
    json.writeStringField("positive", linear.label(1));
    json.writeNumberField("texts", evaluation.texts());
    json.writeNumberField("positives", positives);
    number(json, "precision", evaluation.precision(THRESHOLD));
    number(json, "recall", evaluation.recall(THRESHOLD));
    number(json, "accuracy", evaluation.accuracy(THRESHOLD));
    number(json, "auc", evaluation.auc());
    number(json, "calibrationError", evaluation.calibrationError());
  }

  private static void number(JsonGenerator json, String field, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(field);
    } else {
      LineWriter.number(json, field, value);
    }
  }
}
