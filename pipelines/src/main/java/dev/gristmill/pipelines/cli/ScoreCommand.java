// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.linear.HashedFeatures;
import dev.gristmill.classifiers.quality.QualityModel;
import dev.gristmill.filters.NearestName;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.NsfwScore;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.models.SharedModels;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code score}: what a model says of each document. */
@Command(
    name = "score",
    description = {
      "The label of each document, and the score of the positive label, 0 to 1.",
      "nsfw counts obscene words by the document's language: more than 0.5 is over a limit of the "
          + "nsfw stage. quality is the shipped model for English prose."
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  private static final String NSFW = "nsfw";
  private static final String QUALITY = "quality";

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--model",
      paramLabel = "nsfw|quality|FILE",
      required = true,
      description = "What scores; FILE is a model of 'classifier train'.")
  private String model;

  private record Scored(String label, double score) {}

  @Override
  public Integer call() throws IOException {
    OneStage<Scored> stage =
        new OneStage<>(
            "score",
            kernel(),
            (document, scored, json) -> {
              json.writeStringField("label", scored.label());
              LineWriter.number(json, "score", scored.score());
            });
    return stage.run(spec.commandLine(), options, output);
  }

  private OneStage.Kernel<Scored> kernel() throws IOException {
    if (model.equals(NSFW)) {
      NsfwScore nsfw = new NsfwScore(SharedModels.language());
      return document -> {
        double score = nsfw.of(document);
        return new Scored(NsfwScore.label(score), score);
      };
    }
    QualityModel linear = linear(model);
    HashedFeatures scratch = linear.scratch();
    return document -> {
      double score = linear.score(document.text(), scratch);
      return new Scored(linear.label(score), score);
    };
  }

  /** The shipped quality model, or a file. */
  static QualityModel linear(String model) throws IOException {
    try {
      return SharedModels.quality(model.equals(QUALITY) ? SharedModels.BUILT_IN : model);
    } catch (FileNotFoundException missing) {
      throw new IOException(
          "no such model: " + model + NearestName.hint(model, List.of(NSFW, QUALITY)), missing);
    }
  }
}
