// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.lines.Bench;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.lines.PageFiles;
import dev.gristmill.pipelines.lines.PageLine;
import dev.gristmill.pipelines.lines.PageText;
import dev.gristmill.pipelines.lines.ReadReport;
import java.io.IOException;
import java.io.PrintWriter;
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
    description = "The main text of the pages of WARC, ARC and HTML files or JSON lines with html.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--format",
      paramLabel = "text",
      defaultValue = "text",
      description = "What the text is written as; default ${DEFAULT-VALUE}.")
  private String format;

  @Override
  public Integer call() throws IOException {
    if (!format.equals("text")) {
      throw new ParameterException(
          spec.commandLine(), "--format must be text, was \"" + format + "\"");
    }
    PrintWriter err = spec.commandLine().getErr();
    ReadReport report = new ReadReport(err);
    List<InputFile> files = options.files();
    if (options.bench()) {
      List<PageLine> pages = PageFiles.readAll(files, report);
      Bench.run("extract", pages, page -> page.page().body().length, ExtractCommand::all, err);
      return report.exitCode();
    }
    try (LineWriter writer = output.open(spec.commandLine().getOut())) {
      PageFiles.read(
          files,
          report,
          page -> {
            PageText text = PageText.of(page.page());
            writer.line(json -> write(page, text, json));
          });
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  private static Object all(List<PageLine> pages) {
    PageText last = null;
    for (PageLine page : pages) {
      last = PageText.of(page.page());
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
