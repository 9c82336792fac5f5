// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.runner.LocalCluster;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cluster}: a real Flink session cluster on this machine. */
@Command(
    name = "cluster",
    description = "A standalone Flink cluster on this machine, to try a cluster run on.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "start|status|stop",
    subcommands = {
      ClusterCommand.Start.class,
      ClusterCommand.Status.class,
      ClusterCommand.Stop.class
    })
final class ClusterCommand {

  @Command(
      name = "start",
      description = "Start one JobManager and N TaskManager processes.",
      mixinStandardHelpOptions = true)
  static final class Start implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--task-managers",
        paramLabel = "N",
        defaultValue = "2",
        description = "TaskManager processes, 1 to 64; default ${DEFAULT-VALUE}.")
    private int taskManagers;

    @Option(
        names = "--slots",
        paramLabel = "N",
        defaultValue = "1",
        description = "Slots of each TaskManager, 1 to 64; default ${DEFAULT-VALUE}.")
    private int slots;

    @Option(
        names = "--port",
        paramLabel = "P",
        defaultValue = "8081",
        description = "REST port, 1024 to 65000; default ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
      LocalCluster cluster = LocalCluster.at(port);
      cluster.start(taskManagers, slots);
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "flink cluster on localhost:%d with %d TaskManager(s) of %d slot(s)%n"
                  + "run on it:  gristmill run RECIPE --runner flink --flink-master localhost:%d%n"
                  + "logs:       %s%n",
              port,
              taskManagers,
              slots,
              port,
              cluster.folder());
      return 0;
    }
  }

  @Command(
      name = "status",
      description = "Say which processes of the cluster are alive.",
      mixinStandardHelpOptions = true)
  static final class Status implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--port", paramLabel = "P", defaultValue = "8081", description = "REST port.")
    private int port;

    @Override
    public Integer call() throws IOException {
      LocalCluster cluster = LocalCluster.at(port);
      cluster.status().forEach(spec.commandLine().getOut()::println);
      return cluster.alive() ? 0 : Gristmill.FAILED;
    }
  }

  @Command(
      name = "stop",
      description = "Stop every process of the cluster.",
      mixinStandardHelpOptions = true)
  static final class Stop implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--port", paramLabel = "P", defaultValue = "8081", description = "REST port.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
      int stopped = LocalCluster.at(port).stop();
      spec.commandLine().getOut().println("stopped " + stopped + " process(es)");
      return 0;
    }
  }
}
