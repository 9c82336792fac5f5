// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.split.SignalPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plan}: checks a recipe and says what a run of it would do. */
@Command(
    name = "plan",
    description = "Check a recipe and say what it would do: stages, splits, shuffles, memory.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  /** Of a page, what its narrow record weighs in a decision shuffle. */
  private static final int RECORD_BYTES = 80;

  /** A page of a crawl, compressed, about; only for the estimate. */
  private static final long PAGE_BYTES = 15_000;

  @Spec private CommandSpec spec;
  @Mixin private RecipeOptions recipeOptions;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Recipe recipe = recipeOptions.read();
    List<Split> splits = Planned.of(recipe).splits();
    SignalPlan signals = SignalPlan.of(recipe);
    long files =
        splits.stream().filter(s -> s.members().isEmpty()).map(Split::file).distinct().count()
            + splits.stream().mapToLong(split -> split.members().size()).sum();
    long bytes =
        splits.stream()
            .mapToLong(split -> split.to() == 0 ? split.size() : split.to() - split.from())
            .sum();
    out.println("recipe " + recipe.name() + ", seed " + recipe.seed());
    out.printf(
        Locale.ROOT,
        "input     %d file(s), %.1f MB, %d split(s)%n",
        files,
        bytes / 1e6,
        splits.size());
    out.println("stages    " + String.join(" > ", Curate.stages(recipe)));
    out.printf(
        Locale.ROOT,
        "signals   %d column(s), %d text version(s)%n",
        signals.size(),
        recipe.lastVersion() + 1);
    long decisions =
        1 + recipe.stages().stream().filter(Stages.Deduplicating.class::isInstance).count();
    out.printf(
        Locale.ROOT,
        "shuffles  %d narrow, %d partitions, about %.1f MB each (if a page takes %d bytes of input)%n",
        decisions,
        recipe.limits().partitions(),
        (double) bytes / PAGE_BYTES * RECORD_BYTES / 1e6,
        PAGE_BYTES);
    out.printf(
        Locale.ROOT,
        "memory    %.0f MB a worker for sorting, %.0f MB for the largest record%n",
        recipe.limits().sortBytes() / 1e6,
        recipe.limits().maxRecordBytes() / 1e6);
    out.printf(
        Locale.ROOT,
        "output    rows of %,d tokens (%s), about %,d tokens a shard, text %s%n",
        recipe.pack().length(),
        recipe.tokenizer().vocabulary(),
        recipe.pack().shardTokens(),
        recipe.output().text() ? "too" : "not written");
    return 0;
  }
}
