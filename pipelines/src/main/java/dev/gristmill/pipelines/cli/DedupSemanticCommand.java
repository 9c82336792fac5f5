// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.pipelines.lines.DedupOptions;
import dev.gristmill.pipelines.lines.OneDedup;
import dev.gristmill.pipelines.lines.SemanticDuplicates;
import dev.gristmill.pipelines.models.SharedModels;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dedup semantic}: documents whose embeddings point the same way. */
@Command(
    name = "semantic",
    description = {
      "Finds documents that say nearly the same, by the cosine of their embeddings; English only.",
      "All in memory: less than a kilobyte a document beside the model."
    },
    mixinStandardHelpOptions = true)
final class DedupSemanticCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DedupOptions options;

  @Option(
      names = "--threshold",
      paramLabel = "C",
      defaultValue = "0.95",
      description = "Least cosine of a duplicate, 0 to 1; default ${DEFAULT-VALUE}.")
  private double threshold;

  @Override
  public Integer call() throws IOException {
    double least = DedupOptions.threshold(spec.commandLine(), threshold);
    Embedder embedder = SharedModels.embedder();
    return new OneDedup("dedup semantic", policy -> new SemanticDuplicates(policy, embedder, least))
        .run(spec.commandLine(), options);
  }
}
