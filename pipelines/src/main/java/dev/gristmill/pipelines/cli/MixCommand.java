// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mix}: the commands about data mixes. */
@Command(
    name = "mix",
    description = "Solves data mixes.",
    mixinStandardHelpOptions = true,
    subcommands = MixSolveCommand.class)
final class MixCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "mix needs one of " + spec.commandLine().getSubcommands().keySet());
  }
}
