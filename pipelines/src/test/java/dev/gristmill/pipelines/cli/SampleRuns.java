// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the samples' recipe and compares what comes out. */
final class SampleRuns {

  private SampleRuns() {}

  static Path root() {
    return Path.of(System.getProperty("gristmill.root"));
  }

  static Path recipe() {
    return root().resolve("samples/recipe.yaml");
  }

  /** Runs in this process. */
  static int run(Path recipe, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", recipe.toString(), "--output", output.toString(), "--quiet"));
    arguments.addAll(Arrays.asList(more));
    return Gristmill.execute(arguments.toArray(new String[0]));
  }

  /** The command line of a run in a process of its own. */
  static ProcessBuilder process(Path recipe, Path output, List<String> flags, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Gristmill.class.getName());
    command.addAll(List.of("run", recipe.toString(), "--output", output.toString(), "--quiet"));
    command.addAll(Arrays.asList(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  /** SHA-256 of every file below the promised outputs, by relative path. */
  static Map<String, String> outputs(Path run) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String folder : List.of("tokens", "text")) {
      try (Stream<Path> files = Files.walk(run.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          digests.put(run.relativize(file).toString(), sha256(file));
        }
      }
    }
    return digests;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
