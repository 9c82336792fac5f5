// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.verify.Life;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: the life of one document. */
@Command(
    name = "explain",
    description = "Show what happened to a document, stage by stage, with values and limits.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private FinishedRun run;

  @Parameters(
      index = "1",
      paramLabel = "ID_OR_URL",
      description = "A document's id, its id in the input, or its URL.")
  private String wanted;

  @Override
  public Integer call() throws Exception {
    List<String> lines = Life.of(run.directory(), run.manifest(), wanted);
    if (lines.isEmpty()) {
      spec.commandLine().getErr().println("gristmill: no document has id or URL " + wanted);
      return Gristmill.FAILED;
    }
    lines.forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
