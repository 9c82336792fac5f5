// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command that the documents show, and looks for every file that they name.
 *
 * <p>A line that ran already, in whatever document, is not run again: the documents may all begin
 * with the sample run.
 */
class DocumentedCommandsIT {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");

  /** Words in backticks that begin like this are paths of the repository. */
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile(
          "(?:tokenizer|filters|classifiers|pipelines|samples|src|\\.mvn)/[A-Za-z0-9._/-]*"
              + "|[A-Z]+\\.md|pom\\.xml|LICENSE|NOTICE");

  private static final Path ROOT = root();
  private static final Set<String> RAN = new HashSet<>();

  private static Path root() {
    String given = System.getProperty("gristmill.root");
    return Path.of(given == null ? ".." : given).toAbsolutePath().normalize();
  }

  /** What this build packed is the newest there is, so the launcher need not build once more. */
  @BeforeAll
  static void thePackagedProgramIsCurrent() throws IOException {
    Path built = ROOT.resolve("pipelines/target/dist/built");
    assertThat(built.getParent().resolve("lib")).isDirectory();
    if (!Files.exists(built)) {
      Files.createFile(built);
    }
    Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
  }

  static Stream<Path> documentsWithCommands() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    documents.addAll(pages());
    return documents.stream();
  }

  static Stream<Path> allDocuments() throws IOException {
    List<Path> documents = new ArrayList<>(pages());
    for (String name : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      documents.add(ROOT.resolve(name));
    }
    return documents.stream();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/site/markdown"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documentsWithCommands")
  void everyCommandEndsAsAnnounced(Path document) throws IOException, InterruptedException {
    List<ShownCommand> commands = ShownCommand.of(ROOT, document);
    boolean clusterIsOurs = false;
    for (int i = 0; i < commands.size(); i++) {
      ShownCommand command = commands.get(i);
      if (RAN.contains(command.line())) {
        continue;
      }
      String problem = command.run(ROOT);
      if (!problem.isEmpty() && clusterIsOurs) {
        stopCluster(commands.subList(i + 1, commands.size()));
      }
      // The rest may depend on this one; above all, nobody else's cluster may be used or stopped.
      assertThat(problem).isEmpty();
      RAN.add(command.line());
      clusterIsOurs = (clusterIsOurs || command.startsCluster()) && !command.stopsCluster();
    }
    assertThat(clusterIsOurs).as("%s leaves a cluster behind", document).isFalse();
  }

  private static void stopCluster(List<ShownCommand> rest)
      throws IOException, InterruptedException {
    for (ShownCommand command : rest) {
      if (command.stopsCluster()) {
        command.run(ROOT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("allDocuments")
  void everyFileThatIsNamedExists(Path document) throws IOException {
    List<String> missing = new ArrayList<>();
    String text = Files.readString(document, StandardCharsets.UTF_8);
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String target = links.group(1).replaceFirst("#.*", "");
      if (!target.isEmpty()
          && !target.contains("://")
          && !Files.exists(document.getParent().resolve(target))) {
        missing.add("link " + links.group(1));
      }
    }
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      String path = quoted.group(1);
      if (REPOSITORY_PATH.matcher(path).matches() && !Files.exists(ROOT.resolve(path))) {
        missing.add("path " + path);
      }
    }
    assertThat(missing).as("%s", document).isEmpty();
  }

  @Test
  void theDocumentsShowCommands() throws IOException {
    int readme = ShownCommand.of(ROOT, ROOT.resolve("README.md")).size();
    int pages = 0;
    for (Path page : pages()) {
      pages += ShownCommand.of(ROOT, page).size();
    }

    assertThat(readme).isGreaterThanOrEqualTo(3);
    assertThat(pages).isGreaterThanOrEqualTo(10);
  }
}
