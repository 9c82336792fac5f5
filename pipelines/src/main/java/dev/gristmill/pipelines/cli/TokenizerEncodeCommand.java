// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.lines.Encoder;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import dev.gristmill.tokenizer.IntList;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tokenizer encode}: the token ids of each text, nothing added. */
@Command(
    name = "encode",
    description = "The token ids of each text; no end-of-text is added.",
    mixinStandardHelpOptions = true)
final class TokenizerEncodeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--vocab",
      paramLabel = "FILE|cl100k_base",
      required = true,
      description = "A tiktoken rank file, or a built-in vocabulary.")
  private String vocabulary;

  @Override
  public Integer call() throws IOException {
    Encoder encoder = new Encoder(Vocabulary.load(vocabulary).encoder());
    OneStage<IntList> stage =
        new OneStage<>(
            "tokenizer encode",
            document -> encoder.encode(document.text()),
            (document, tokens, json) -> {
              json.writeFieldName("tokens");
              json.writeArray(tokens.array(), 0, tokens.size());
            });
    return stage.run(spec.commandLine(), options, output);
  }
}
