// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.report.Report;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.runner.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the whole recipe into a run directory. */
@Command(
    name = "run",
    description =
        "Run a recipe into a run directory; what an earlier run finished is not done again.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecipeOptions recipeOptions;
  @Mixin private RunnerOptions runnerOptions;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The run directory, a path or URI; default: out/NAME here.")
  private String output;

  @ArgGroup(exclusive = true)
  private Again again;

  static final class Again {
    @Option(
        names = "--resume",
        description = "Go on with an earlier run; an error if there is none.")
    private boolean resume;

    @Option(names = "--fresh", description = "Delete what an earlier run left, then begin.")
    private boolean fresh;
  }

  @Option(
      names = "--strict",
      description = "Exit with 3 if any unit was bad, even below maxBadShare.")
  private boolean strict;

  @Option(names = "--quiet", description = "No progress, only problems.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Recipe recipe = recipeOptions.read();
    Runner runner = runnerOptions.runner();
    Planned planned = Planned.of(recipe);
    String root = output == null ? "out/" + recipe.name() : output;
    root = root.contains("://") ? root : Path.of(root).toAbsolutePath().normalize().toString();
    try (RunFolder folder = new RunFolder(root)) {
      folder.prepare(again != null && again.fresh, again != null && again.resume);
      Manifest manifest = curate(planned, root, runner);
      Report.write(RunDirectory.at(root), manifest);
      if (!quiet) {
        FunnelTable.print(manifest, err);
        err.println("report: " + root + "/" + Report.PAGE);
      }
      return exitCode(manifest, err);
    }
  }

  private Manifest curate(Planned planned, String root, Runner runner) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!quiet) {
      err.println(
          "run " + planned.recipe().name() + " into " + root + " (" + runner.describe() + ")");
    }
    RunDirectory directory = RunDirectory.at(root);
    Thread hook = new Thread(() -> interrupted(err));
    Runtime.getRuntime().addShutdownHook(hook);
    try (ProgressLine progress = new ProgressLine(err, quiet, runner.inProcess(), directory)) {
      Manifest manifest = Curate.run(planned, directory, runner, progress);
      progress.writeTimings();
      return manifest;
    } finally {
      unhook(hook);
    }
  }

  /** Takes the hook away, unless the process is ending already and the hook has its moment. */
  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private int exitCode(Manifest manifest, PrintWriter err) {
    double limit = manifest.recipe().limits().maxBadShare();
    if (manifest.badShare() > limit) {
      err.println(
          String.format(
              Locale.ROOT,
              "gristmill: %d of %d units read are bad (%.2f%%), over maxBadShare %.2f%%; see bad/",
              manifest.badUnits(),
              manifest.unitsRead(),
              100 * manifest.badShare(),
              100 * limit));
      return Gristmill.TOO_MANY_BAD;
    }
    return strict && manifest.badUnits() > 0 ? 3 : CommandLine.ExitCode.OK;
  }

  private static void interrupted(PrintWriter err) {
    err.println();
    err.println("gristmill: interrupted; finished splits are kept, run again to go on");
    err.flush();
  }
}
