// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.filters.html.MainText;
import dev.gristmill.filters.html.TextFormat;
import dev.gristmill.pipelines.lines.Bench;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.lines.PageFiles;
import dev.gristmill.pipelines.lines.PageLine;
import dev.gristmill.pipelines.lines.PageText;
import dev.gristmill.pipelines.lines.ReadReport;
import dev.gristmill.pipelines.lines.SourceInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code extract}: the main text of each page. */
@Command(
    name = "extract",
    description =
        "The main text of the pages of WARC, ARC and HTML files or JSON lines with html; source"
            + " files of archives and folders.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--format",
      paramLabel = "text|markdown",
      defaultValue = "text",
      description = "What the text is written as; default ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--image-alt",
      description = "Write the alternative text of the images in the main text.")
  private boolean imageAlt;

  @Option(
      names = "--code",
      description =
          "INPUT is source code: loose files and folders of it are read too, not only archives.")
  private boolean code;

  @Override
  public Integer call() throws IOException {
    MainText mainText = MainText.defaults().withFormat(textFormat()).withImageAlt(imageAlt);
    PrintWriter err = spec.commandLine().getErr();
    ReadReport report = new ReadReport(err);
    Input input = input();
    if (options.bench()) {
      List<PageLine> pages = new ArrayList<>();
      input.read(report, pages::add);
      Bench.run(
          "extract", pages, page -> page.page().body().length, items -> all(items, mainText), err);
      return report.exitCode();
    }
    try (LineWriter writer = output.open(spec.commandLine().getOut())) {
      input.read(
          report,
          page -> {
            PageText text = PageText.of(page.page(), mainText);
            writer.line(json -> write(page, text, json));
          });
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  /** What is to be read. */
  private interface Input {
    void read(ReadReport report, PageFiles.Sink sink) throws IOException;
  }

  private Input input() throws IOException {
    if (code) {
      List<SourceInput> sources = options.sources();
      return (report, sink) -> PageFiles.readSources(sources, report, sink);
    }
    List<InputFile> files = options.files();
    return (report, sink) -> PageFiles.read(files, report, sink);
  }

  private TextFormat textFormat() {
    return switch (format) {
      case "text" -> TextFormat.TEXT;
      case "markdown" -> TextFormat.MARKDOWN;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--format must be text or markdown, was \"" + format + "\"");
    };
  }

  private static Object all(List<PageLine> pages, MainText mainText) {
    PageText last = null;
    for (PageLine page : pages) {
      last = PageText.of(page.page(), mainText);
    }
    return last;
  }

  private static void write(PageLine page, PageText text, JsonGenerator json) throws IOException {
    json.writeFieldName("id");
    json.writeTree(page.id());
    json.writeStringField("url", page.page().url());
    json.writeStringField("title", text.title());
    json.writeStringField("text", text.text());
    if (!text.status().isEmpty()) {
      json.writeStringField("status", text.status());
    }
    for (Map.Entry<String, JsonNode> field : page.carried().properties()) {
      if (!field.getKey().equals("status") || text.status().isEmpty()) {
        json.writeFieldName(field.getKey());
        json.writeTree(field.getValue());
      }
    }
  }
}
