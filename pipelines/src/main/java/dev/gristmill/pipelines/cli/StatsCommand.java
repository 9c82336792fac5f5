// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.recipe.RecipeException;
import dev.gristmill.pipelines.recipe.RecipeFile;
import dev.gristmill.pipelines.report.Report;
import dev.gristmill.pipelines.report.Stats;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code stats}: the report of any corpus, by a run that drops nothing and whose work is thrown
 * away. The work lies beside the output and takes about as much room as the corpus has text.
 */
@Command(
    name = "stats",
    description = "Statistics of a corpus: languages, lengths, tokens, as a page and as data.",
    mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

  private static final String RECIPE =
      """
      name: statistics
      input:
        - path: "."
      limits: {maxBadShare: 1}
      stages:
        - language: {}
      output: {text: false}
      """;

  @Spec private CommandSpec spec;
  @Mixin private RunnerOptions runnerOptions;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files or globs: WARC, JSONL, Parquet.")
  private List<String> inputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Where report/ is written; a folder of this machine.")
  private Path output;

  @Option(
      names = "--vocab",
      paramLabel = "VOCABULARY",
      defaultValue = "cl100k_base",
      description = "What tokens are counted with; default ${DEFAULT-VALUE}.")
  private String vocabulary;

  @Option(names = "--quiet", description = "No progress, only problems.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    Planned planned = Planned.of(recipe());
    Runner runner = runnerOptions.runner();
    Files.createDirectories(output);
    Path work = Files.createTempDirectory(output.toAbsolutePath().normalize(), "work-");
    RunDirectory directory = RunDirectory.at(work.toString());
    try (ProgressLine progress =
        new ProgressLine(spec.commandLine().getErr(), quiet, runner.inProcess(), directory)) {
      Manifest manifest = Curate.run(planned, directory, runner, progress);
      RunDirectory target = RunDirectory.at(output.toAbsolutePath().normalize().toString());
      Report.writeStatistics(target, Stats.of(directory, manifest));
      spec.commandLine().getOut().println(target.root() + Report.PAGE);
    } finally {
      delete(work);
    }
    return 0;
  }

  private Recipe recipe() throws RecipeException {
    return RecipeFile.read(
        "stats",
        Path.of("").toAbsolutePath(),
        RECIPE,
        inputs,
        List.of("tokenizer.vocabulary=" + vocabulary));
  }

  /** Only what this command made. */
  private static void delete(Path work) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(work)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
