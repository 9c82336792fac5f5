// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.classifiers.language.LanguageId;
import dev.gristmill.classifiers.language.OpenNlpLanguage;
import dev.gristmill.filters.NearestName;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code language}: the language and script of each document. */
@Command(
    name = "language",
    description = "The language (ISO 639-3) and script (ISO 15924) of each document.",
    mixinStandardHelpOptions = true)
final class LanguageCommand implements Callable<Integer> {

  private static final List<String> MODELS = List.of("builtin", "opennlp");

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--model",
      paramLabel = "builtin|opennlp",
      defaultValue = "builtin",
      description = "The identifier; builtin is that of OpenNLP.")
  private String model;

  @Override
  public Integer call() throws IOException {
    if (!MODELS.contains(model)) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown language model \"" + model + "\"" + NearestName.hint(model, MODELS));
    }
    LanguageId identifier = OpenNlpLanguage.load();
    OneStage<LanguageGuess> stage =
        new OneStage<>(
            "language",
            document -> identifier.identify(document.text()),
            (document, guess, json) -> {
              json.writeStringField("language", guess.language());
              json.writeStringField("script", guess.script());
              LineWriter.number(json, "score", guess.score());
            });
    return stage.run(spec.commandLine(), options, output);
  }
}
