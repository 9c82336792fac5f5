// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.url.DatatroveUrlFilter;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.filters.url.UrlFilterLists;
import dev.gristmill.filters.url.UrlFilterOptions;
import dev.gristmill.pipelines.lines.AddressLine;
import dev.gristmill.pipelines.lines.Bench;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.lines.ReadReport;
import dev.gristmill.pipelines.models.UrlListFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      "A document without an absolute http or https URL is kept; no line needs a text."
    },
    mixinStandardHelpOptions = true)
final class UrlsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--dialect",
      paramLabel = "default|datatrove",
      defaultValue = "default",
      description = "Whose rules: ours, or datatrove's URLFilter to the letter.")
  private String dialect;

  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description = {
        "A folder of lists: UT1's layout (domains, urls), datatrove's assets, or JSON.",
        "default: beside the shipped lists; datatrove: instead of them."
      })
  private Path lists;

  @Option(
      names = "--categories",
      paramLabel = "NAME",
      split = ",",
      description = "The folders in --lists to read, as in UT1; default: all.")
  private List<String> categories = List.of();

  @Option(
      names = "--ip-hosts",
      description = "Drop pages whose host is an IP address; for the default dialect.")
  private boolean ipHosts;

  /** What an address fails, and the lists that have it. */
  private record Verdict(List<Failure> failures, List<String> lists) {}

  private interface Judge {
    Verdict of(String url);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Judge judge = judge(err);
    ReadReport report = new ReadReport(err);
    List<InputFile> files = options.files();
    if (options.bench()) {
      List<AddressLine> lines = AddressLine.readAll(files, report);
      Bench.run("urls", lines, AddressLine::utf8Bytes, some -> all(some, judge), err);
      return report.exitCode();
    }
    try (LineWriter writer = output.open(spec.commandLine().getOut())) {
      AddressLine.read(files, report, line -> write(line, judge.of(line.url()), writer));
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  private Judge judge(PrintWriter err) throws IOException {
    if (lists == null && !categories.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--categories are folders in --lists");
    }
    try {
      return switch (dialect) {
        case "default" -> ours();
        case "datatrove" -> theirs(err);
        default ->
            throw new ParameterException(
                spec.commandLine(),
                "--dialect must be default or datatrove, was \"" + dialect + "\"");
      };
    } catch (IllegalArgumentException | NoSuchFileException wrong) {
      throw new ParameterException(spec.commandLine(), "--lists: " + wrong.getMessage(), wrong);
    }
  }

  private Judge ours() throws IOException {
    UrlFilterOptions rules = UrlFilterOptions.defaults().withIpHosts(ipHosts);
    UrlFilter filter =
        lists == null
            ? UrlFilterLists.shipped().filter(rules)
            : UrlListFolder.filter(lists, categories, rules);
    return url -> {
      List<Failure> failures = filter.failures(url);
      return new Verdict(failures, failures.isEmpty() ? List.of() : filter.lists(url));
    };
  }

  private Judge theirs(PrintWriter err) throws IOException {
    DatatroveUrlFilter filter;
    if (lists == null) {
      err.println(
          "urls: datatrove's words only; its lists of domains and URLs are not ours to ship:"
              + " --lists with the folder assets of its package reads them");
      filter = new DatatroveUrlFilter.Builder().withShippedWords().build();
    } else {
      filter = UrlListFolder.datatrove(lists, categories);
    }
    return url -> new Verdict(filter.failures(url), List.of());
  }

  private static void write(AddressLine line, Verdict verdict, LineWriter writer)
      throws IOException {
    writer.line(
        json -> {
          json.writeFieldName("id");
          json.writeTree(line.id());
          json.writeBooleanField("kept", verdict.failures().isEmpty());
          LineWriter.reasons(json, verdict.failures());
          if (!verdict.lists().isEmpty()) {
            json.writeArrayFieldStart("lists");
            for (String list : verdict.lists()) {
              json.writeString(list);
            }
            json.writeEndArray();
          }
        });
  }

  private static Object all(List<AddressLine> lines, Judge judge) {
    Verdict last = null;
    for (AddressLine line : lines) {
      last = judge.of(line.url());
    }
    return last;
  }
}
