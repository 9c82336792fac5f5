// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line {@code $ ./gristmill ...} of a {@code console} block.
 *
 * @param where document and line number, for messages
 * @param line what a reader would type
 * @param exitCode what it must end with: 0, or N of a trailing {@code # exits N}
 */
record ShownCommand(String where, String line, int exitCode) {

  private static final String PROMPT = "$ ./gristmill";
  private static final Pattern EXITS = Pattern.compile("\\s+# exits (\\d+)$");
  private static final long LIMIT_SECONDS = 120;

  /** The commands of a document, in its order. */
  static List<ShownCommand> of(Path root, Path document) throws IOException {
    List<ShownCommand> commands = new ArrayList<>();
    List<String> lines = Files.readAllLines(document, StandardCharsets.UTF_8);
    boolean inConsole = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        inConsole = line.equals("```console");
      } else if (inConsole && line.startsWith(PROMPT)) {
        Matcher exits = EXITS.matcher(line);
        boolean hasCode = exits.find();
        commands.add(
            new ShownCommand(
                root.relativize(document) + ":" + (i + 1),
                line.substring(2, hasCode ? exits.start() : line.length()),
                hasCode ? Integer.parseInt(exits.group(1)) : 0));
      }
    }
    return commands;
  }

  boolean startsCluster() {
    return line.startsWith("./gristmill cluster start");
  }

  boolean stopsCluster() {
    return line.startsWith("./gristmill cluster stop");
  }

  /** Runs it at the repository's root; "" if it ended as announced, else what happened. */
  String run(Path root) throws IOException, InterruptedException {
    File output = Files.createTempFile("gristmill-shown-", ".txt").toFile();
    try {
      Process process =
          new ProcessBuilder("bash", "-c", "set -o pipefail; " + line)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(output)
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return where + ": " + line + "\ntook more than " + LIMIT_SECONDS + " s\n" + text(output);
      }
      return process.exitValue() == exitCode
          ? ""
          : where + ": " + line + "\nexits " + process.exitValue() + "\n" + text(output);
    } finally {
      Files.delete(output.toPath());
    }
  }

  private static String text(File output) throws IOException {
    return Files.readString(output.toPath(), StandardCharsets.UTF_8);
  }
}
