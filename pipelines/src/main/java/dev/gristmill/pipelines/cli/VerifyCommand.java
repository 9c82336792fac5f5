// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.verify.Verification;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: re-reads a run and says what is damaged. */
@Command(
    name = "verify",
    description = "Re-read a finished run: checksums, counts, balance, rows, boundaries, ids.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final int MOST = 50;

  @Spec private CommandSpec spec;
  @Mixin private FinishedRun run;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Manifest manifest = run.manifest();
    Verification found = Verification.of(run.directory(), manifest);
    List<String> problems = found.problems();
    problems.stream().limit(MOST).forEach(problem -> err.println("damaged: " + problem));
    if (problems.size() > MOST) {
      err.println("and " + (problems.size() - MOST) + " more");
    }
    if (!problems.isEmpty()) {
      return Gristmill.NOT_VERIFIED;
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "verified: %d files, %d rows, %d documents, %d tokens; everything balances%n",
            found.files(),
            found.rows(),
            found.documents(),
            found.tokens());
    return 0;
  }
}
