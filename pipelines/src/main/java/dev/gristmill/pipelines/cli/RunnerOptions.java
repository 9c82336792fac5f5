// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.runner.JobJar;
import dev.gristmill.pipelines.runner.Runner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which engine runs the jobs. */
final class RunnerOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--runner",
      paramLabel = "direct|flink",
      defaultValue = "direct",
      description = "Engine: direct or flink; default ${DEFAULT-VALUE}.")
  private Runner.Engine engine;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description = "REST endpoint of a Flink session cluster; without it Flink runs in process.")
  private String master;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Workers at once; default: the machine's cores. Outputs do not depend on it.")
  private Integer parallelism;

  Runner runner() throws IOException {
    int workers = parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism;
    if (workers < 1 || workers > 10_000) {
      throw bad("--parallelism must be in [1, 10000], was " + workers);
    }
    if (engine == Runner.Engine.DIRECT) {
      if (master != null) {
        throw bad("--flink-master needs --runner flink");
      }
      return Runner.direct(workers);
    }
    if (master == null) {
      return Runner.flinkLocal(workers);
    }
    if (!master.matches("[A-Za-z0-9.-]+:[0-9]{1,5}")) {
      throw bad("--flink-master must be HOST:PORT, was " + master);
    }
    List<String> jars = new ArrayList<>(List.of(JobJar.find().toString()));
    // Measures of the user's own must be beside the job jar: what lies in Flink's lib does not see
    // it.
    String plugins = System.getenv().getOrDefault("GRISTMILL_PLUGINS", "");
    for (String jar : plugins.split(File.pathSeparator, -1)) {
      if (!jar.isEmpty()) {
        jars.add(Path.of(jar).toAbsolutePath().toString());
      }
    }
    return Runner.flinkCluster(master, workers, jars);
  }

  private CommandLine.ParameterException bad(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
