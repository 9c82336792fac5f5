// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tokenizer}: the commands about vocabularies and tokens. */
@Command(
    name = "tokenizer",
    description = "Turns text into tokens.",
    mixinStandardHelpOptions = true,
    subcommands = TokenizerEncodeCommand.class)
final class TokenizerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "tokenizer needs one of " + spec.commandLine().getSubcommands().keySet());
  }
}
