// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.lines.DedupOptions;
import dev.gristmill.pipelines.lines.KeyDuplicates;
import dev.gristmill.pipelines.lines.OneDedup;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dedup exact}: documents that differ at most in case, white space and encoding. */
@Command(
    name = "exact",
    description = "Finds documents that differ at most in case, white space and encoding.",
    mixinStandardHelpOptions = true)
final class DedupExactCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DedupOptions options;

  @Override
  public Integer call() throws IOException {
    return new OneDedup("dedup exact", KeyDuplicates::exact).run(spec.commandLine(), options);
  }
}
