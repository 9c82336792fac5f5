// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dedup}: the commands that find duplicates. */
@Command(
    name = "dedup",
    description = "Finds duplicates.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DedupExactCommand.class,
      DedupUrlCommand.class,
      DedupNearCommand.class,
      DedupSemanticCommand.class
    })
final class DedupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "dedup needs one of " + spec.commandLine().getSubcommands().keySet());
  }
}
