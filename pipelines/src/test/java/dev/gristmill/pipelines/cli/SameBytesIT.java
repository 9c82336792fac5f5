// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.runner.LocalCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 2: the same bytes on any runner, at any parallelism, from files in any order. */
class SameBytesIT {

  @TempDir static Path directory;
  private static Map<String, String> expected;

  @BeforeAll
  static void runOnce() throws IOException {
    Path first = directory.resolve("first");
    assertThat(SampleRuns.run(SampleRuns.recipe(), first)).isZero();
    assertThat(Gristmill.execute("verify", first.toString())).isZero();
    expected = SampleRuns.outputs(first);
    assertThat(expected).hasSizeGreaterThan(4);
  }

  @Test
  void atParallelismOne() throws IOException {
    assertSame("direct-1", "--parallelism", "1");
  }

  @Test
  void onFlinkInThisProcess() throws IOException {
    assertSame("flink-1", "--runner", "flink", "--parallelism", "1");
    assertSame("flink-2", "--runner", "flink", "--parallelism", "2");
  }

  @Test
  void fromFilesOfOtherNamesInAnotherOrder() throws IOException {
    Path inputs = Files.createDirectories(directory.resolve("renamed"));
    Path samples = SampleRuns.root().resolve("samples");
    copyReversed(samples.resolve("crawl"), "pages-", inputs, "web-");
    copyReversed(samples.resolve("crawl"), "slf4j-", inputs, "api-");
    copyReversed(samples.resolve("crawl"), "hutool-", inputs, "api-");
    copyReversed(samples.resolve("notes"), "notes", inputs, "lines-");
    String recipe =
        Files.readString(SampleRuns.recipe())
            .replace("crawl/pages-*.warc.gz", inputs + "/web-*")
            .replace("crawl/*-javadoc.warc.gz", inputs + "/api-*")
            .replace("notes/*.jsonl", inputs + "/lines-*");
    // The recipe moves, so what it names beside itself needs its place.
    for (String folder : List.of("crawl/", "loose/", "lists/", "benchmarks/")) {
      recipe = recipe.replaceAll("([\\[ ])" + folder, "$1" + samples + "/" + folder);
    }
    Path file = Files.writeString(inputs.resolve("recipe.yaml"), recipe);
    Path output = directory.resolve("renamed-run");

    assertThat(SampleRuns.run(file, output)).isZero();

    assertThat(SampleRuns.outputs(output)).isEqualTo(expected);
  }

  @Test
  void inAnotherLocaleAndTimeZone() throws IOException, InterruptedException {
    Path output = directory.resolve("istanbul");

    Process process =
        SampleRuns.process(
                SampleRuns.recipe(),
                output,
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kolkata"))
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(SampleRuns.outputs(output)).isEqualTo(expected);
  }

  @Test
  void onAClusterOfTwoTaskManagers() throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort() % 40_000 + 20_000;
    }
    LocalCluster cluster = LocalCluster.at(port);
    cluster.start(2, 1);
    try {
      assertSame(
          "cluster",
          "--runner",
          "flink",
          "--flink-master",
          "localhost:" + port,
          "--parallelism",
          "2");
    } finally {
      assertThat(cluster.stop()).isEqualTo(3);
    }
    assertThat(cluster.alive()).isFalse();
  }

  private static void assertSame(String name, String... options) throws IOException {
    Path output = directory.resolve(name);
    assertThat(SampleRuns.run(SampleRuns.recipe(), output, options)).isZero();
    assertThat(SampleRuns.outputs(output)).isEqualTo(expected);
  }

  /** Copies files so that their name order is reversed. */
  private static void copyReversed(Path from, String prefix, Path to, String newPrefix)
      throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      int rank = 99;
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList()) {
        String name = file.getFileName().toString();
        Files.copy(file, to.resolve(newPrefix + rank-- + name.substring(name.indexOf('.'))));
      }
    }
  }
}
