// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OneStage;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.models.SharedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code urls}: which documents their URL alone speaks against. */
@Command(
    name = "urls",
    description = {
      "Which documents their url field alone speaks against: listed hosts and pages, and words.",
      "A document without an absolute http or https URL is kept."
    },
    mixinStandardHelpOptions = true)
final class UrlsCommand implements Callable<Integer> {

  private static final String HOSTS = "domains";
  private static final String PAGES = "urls";

  /** A folder of categories, or a folder of such folders. */
  private static final int MAX_DEPTH = 3;

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--dialect",
      paramLabel = "default",
      defaultValue = "default",
      description = "Whose rules; datatrove's are not here yet.")
  private String dialect;

  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description =
          "Lists beside the shipped ones: every file called domains or urls below, as in UT1.")
  private Path lists;

  @Override
  public Integer call() throws IOException {
    if (!dialect.equals("default")) {
      throw new ParameterException(
          spec.commandLine(),
          "--dialect must be default (datatrove comes later), was \"" + dialect + "\"");
    }
    UrlFilter filter =
        SharedModels.urls(new Stages.Urls("urls", true, true, folders(HOSTS), folders(PAGES)));
    OneStage<List<Failure>> stage =
        new OneStage<>(
            "urls",
            document -> filter.failures(document.url()),
            (document, failures, json) -> {
              json.writeBooleanField("kept", failures.isEmpty());
              LineWriter.reasons(json, failures);
            });
    return stage.run(spec.commandLine(), options, output);
  }

  /** The folders that hold a file of that name. */
  private List<String> folders(String name) throws IOException {
    if (lists == null) {
      return List.of();
    }
    if (!Files.isDirectory(lists)) {
      throw new ParameterException(spec.commandLine(), "--lists " + lists + " is no folder");
    }
    try (Stream<Path> files =
        Files.find(
            lists,
            MAX_DEPTH,
            (file, attributes) -> List.of(HOSTS, PAGES).contains(file.getFileName().toString()))) {
      List<Path> found = files.sorted().toList();
      if (found.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--lists " + lists + " holds no file called domains or urls");
      }
      return found.stream()
          .filter(file -> file.getFileName().toString().equals(name))
          .map(file -> file.getParent().toString())
          .toList();
    }
  }
}
