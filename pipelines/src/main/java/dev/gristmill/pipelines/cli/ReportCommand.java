// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code report}: writes the report of a finished run again. */
@Command(
    name = "report",
    description = "Write the report of a finished run: page, statistics, dataset card.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private FinishedRun run;

  @Override
  public Integer call() throws Exception {
    Report.write(run.directory(), run.manifest());
    spec.commandLine().getOut().println(run.directory().root() + Report.PAGE);
    return 0;
  }
}
