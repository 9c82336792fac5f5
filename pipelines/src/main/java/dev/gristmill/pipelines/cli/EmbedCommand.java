// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.models.SharedModels;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code embed}: the embedding of each document. */
@Command(
    name = "embed",
    description = {
      "The embedding of each document: a vector of length 1.",
      "Another CPU may give slightly other numbers; store vectors once and reuse them."
    },
    mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--model",
      paramLabel = "minilm",
      defaultValue = "minilm",
      description = "What embeds; minilm is all-MiniLM-L6-v2 in 8 bits, 384 numbers, English.")
  private String model;

  @Override
  public Integer call() throws IOException {
    if (!model.equals("minilm")) {
      throw new ParameterException(
          spec.commandLine(),
          "--model must be minilm (static and ONNX files come later), was \"" + model + "\"");
    }
    Embedder embedder = SharedModels.embedder();
    OneStage<float[]> stage =
        new OneStage<>(
            "embed",
            document -> embedder.embed(document.text()),
            (document, vector, json) -> {
              json.writeArrayFieldStart("embedding");
              for (float component : vector) {
                json.writeNumber(
                    component); // the shortest that reads back the same: 9 digits at most
              }
              json.writeEndArray();
            });
    return stage.run(spec.commandLine(), options, output);
  }
}
