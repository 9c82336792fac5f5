// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code classifier}: the commands about classifiers. */
@Command(
    name = "classifier",
    description = "Trains and evaluates linear classifiers.",
    mixinStandardHelpOptions = true,
    subcommands = {ClassifierTrainCommand.class, ClassifierEvalCommand.class})
final class ClassifierCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "classifier needs one of " + spec.commandLine().getSubcommands().keySet());
  }
}
