// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.lines.DedupOptions;
import dev.gristmill.pipelines.lines.NearDuplicates;
import dev.gristmill.pipelines.lines.OneDedup;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dedup near}: documents that share most of their shingles. */
@Command(
    name = "near",
    description = {
      "Finds documents that share most of their word 5-grams; MinHash proposes, exact Jaccard decides.",
      "All in memory: about twice the bytes of the texts."
    },
    mixinStandardHelpOptions = true)
final class DedupNearCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DedupOptions options;

  @Option(
      names = "--threshold",
      paramLabel = "J",
      defaultValue = "0.8",
      description = "Least Jaccard similarity of a duplicate, 0 to 1; default ${DEFAULT-VALUE}.")
  private double threshold;

  @Override
  public Integer call() throws IOException {
    double least = DedupOptions.threshold(spec.commandLine(), threshold);
    return new OneDedup("dedup near", policy -> new NearDuplicates(policy, least))
        .run(spec.commandLine(), options);
  }
}
