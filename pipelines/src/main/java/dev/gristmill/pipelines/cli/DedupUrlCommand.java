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

/** {@code dedup url}: documents of one URL, however it is spelled. */
@Command(
    name = "url",
    description = "Finds documents of one URL, however it is spelled; those without one are kept.",
    mixinStandardHelpOptions = true)
final class DedupUrlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DedupOptions options;

  @Override
  public Integer call() throws IOException {
    return new OneDedup("dedup url", KeyDuplicates::url).run(spec.commandLine(), options);
  }
}
