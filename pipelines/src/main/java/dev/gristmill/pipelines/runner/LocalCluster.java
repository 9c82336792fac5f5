// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.runner;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone Flink session cluster of real processes on this machine: one JobManager and some
 * TaskManagers, started from the Flink jars of the distribution.
 *
 * <p>State (process ids, configuration, logs) is a folder per REST port under the temporary
 * directory.
 */
public final class LocalCluster {

  /** System property that names the folder of Flink's jars; the launcher sets it. */
  public static final String LIBRARY = "gristmill.flink.lib";

  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final int START_SECONDS = 60;
  private static final Pattern REGISTERED = Pattern.compile("\"taskmanagers\":(\\d+)");

  private final int port;
  private final Path folder;

  private LocalCluster(int port) {
    this.port = port;
    this.folder =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "gristmill-flink-" + System.getProperty("user.name") + "-" + port);
  }

  /**
   * The cluster of that REST port, running or not.
   *
   * @throws IllegalArgumentException if the port is not in [1024, 65000]
   */
  public static LocalCluster at(int port) {
    if (port < 1024 || port > 65_000) {
      throw new IllegalArgumentException("--port must be in [1024, 65000], was " + port);
    }
    return new LocalCluster(port);
  }

  /** Where configuration and logs are. */
  public Path folder() {
    return folder;
  }

  /**
   * Starts the processes and waits until every TaskManager has registered.
   *
   * @throws IllegalArgumentException if a number is out of range
   * @throws IOException if it is running already, a port is taken, or it does not come up
   */
  public void start(int taskManagers, int slots) throws IOException, InterruptedException {
    check("--task-managers", taskManagers);
    check("--slots", slots);
    if (!living().isEmpty()) {
      throw new IOException("a cluster is running on port " + port + " already; stop it first");
    }
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      free.setReuseAddress(true);
    } catch (IOException e) {
      throw new IOException("port " + port + " is taken; choose another --port", e);
    }
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(folder.resolve("config.yaml"), configuration(freePort(), slots));
    launch("jobmanager", JOB_MANAGER, List.of("-Xmx768m"), List.of("--executionMode", "cluster"));
    for (int i = 0; i < taskManagers; i++) {
      launch(
          "taskmanager-" + i,
          TASK_MANAGER,
          List.of("-Xmx1g", "-XX:MaxDirectMemorySize=512m"),
          taskManagerMemory(slots));
    }
    for (int second = 0; second < START_SECONDS; second++) {
      if (registered().orElse(0) >= taskManagers) {
        return;
      }
      if (living().size() < taskManagers + 1) {
        stop();
        throw new IOException("a process of the cluster ended at once; see the logs in " + folder);
      }
      TimeUnit.SECONDS.sleep(1);
    }
    stop();
    throw new IOException("the cluster did not come up in " + START_SECONDS + " s; see " + folder);
  }

  /** One line per process, and what the REST endpoint says. */
  public List<String> status() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : processFiles()) {
      String name = file.getFileName().toString().replace(".pid", "");
      long pid = Long.parseLong(Files.readString(file).strip());
      boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
      lines.add(name + " " + pid + (alive ? " alive" : " dead"));
    }
    if (lines.isEmpty()) {
      lines.add("no cluster on port " + port);
    } else {
      lines.add(
          "rest " + registered().map(n -> n + " TaskManager(s) registered").orElse("no answer"));
    }
    return lines;
  }

  /** Whether every process lives and the endpoint answers. */
  public boolean alive() throws IOException {
    int started = processFiles().size();
    return started > 0 && living().size() == started && registered().isPresent();
  }

  /**
   * Ends every process; those that do not go are killed.
   *
   * @return how many were alive
   */
  public int stop() throws IOException, InterruptedException {
    List<ProcessHandle> living = living();
    living.forEach(ProcessHandle::destroy);
    for (int i = 0; i < 50 && living.stream().anyMatch(ProcessHandle::isAlive); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    living.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    for (Path file : processFiles()) {
      Files.delete(file);
    }
    return living.size();
  }

  private void launch(String name, String main, List<String> heap, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(heap);
    command.addAll(JavaFlags.flink());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
    command.add("-cp");
    command.add(classPath());
    command.add(main);
    command.add("--configDir");
    command.add(folder.toString());
    command.addAll(arguments);
    File log = folder.resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    Files.writeString(folder.resolve(name + ".pid"), process.pid() + "\n");
  }

  private static String classPath() throws IOException {
    Path library = Path.of(System.getProperty(LIBRARY, ""));
    if (library.toString().isEmpty() || !Files.isDirectory(library)) {
      throw new IOException("Flink's jars are missing (" + library + "); build with: mvn package");
    }
    try (Stream<Path> jars = Files.list(library)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** Restarts belong here: what a client sets of them has no effect on a session cluster. */
  private String configuration(int rpcPort, int slots) {
    return String.join(
        "\n",
        "jobmanager.rpc.address: localhost",
        "jobmanager.rpc.port: " + rpcPort,
        "jobmanager.bind-host: localhost",
        "jobmanager.memory.process.size: 1024m",
        "taskmanager.bind-host: localhost",
        "taskmanager.host: localhost",
        "taskmanager.numberOfTaskSlots: " + slots,
        "rest.address: localhost",
        "rest.bind-address: localhost",
        "rest.port: " + port,
        "rest.bind-port: '" + port + "'",
        "heartbeat.interval: 2000",
        "heartbeat.timeout: 10000",
        "restart-strategy.type: fixed-delay",
        "restart-strategy.fixed-delay.attempts: 5",
        "restart-strategy.fixed-delay.delay: 2 s",
        "io.tmp.dirs: " + folder,
        "");
  }

  private static List<String> taskManagerMemory(int slots) {
    String[] settings = {
      "taskmanager.cpu.cores=" + slots,
      "taskmanager.memory.task.heap.size=768mb",
      "taskmanager.memory.task.off-heap.size=128mb",
      "taskmanager.memory.managed.size=128mb",
      "taskmanager.memory.framework.heap.size=128mb",
      "taskmanager.memory.framework.off-heap.size=128mb",
      "taskmanager.memory.network.min=96mb",
      "taskmanager.memory.network.max=96mb",
      "taskmanager.memory.jvm-metaspace.size=256mb",
      "taskmanager.memory.jvm-overhead.min=192mb",
      "taskmanager.memory.jvm-overhead.max=192mb"
    };
    return Stream.of(settings).flatMap(setting -> Stream.of("-D", setting)).toList();
  }

  private List<Path> processFiles() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pid")).sorted().toList();
    }
  }

  private List<ProcessHandle> living() throws IOException {
    List<ProcessHandle> living = new ArrayList<>();
    for (Path file : processFiles()) {
      ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          .filter(ProcessHandle::isAlive)
          .ifPresent(living::add);
    }
    return living;
  }

  /** TaskManagers that the JobManager knows; empty while it does not answer. */
  private Optional<Integer> registered() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + "/overview").toURL().openConnection();
      connection.setConnectTimeout(2000);
      connection.setReadTimeout(2000);
      String body = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = REGISTERED.matcher(body);
      return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void check(String name, int number) {
    if (number < 1 || number > 64) {
      throw new IllegalArgumentException(name + " must be in [1, 64], was " + number);
    }
  }
}
