// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.lines.Bench;
import dev.gristmill.pipelines.lines.Document;
import dev.gristmill.pipelines.lines.ExactDuplicates;
import dev.gristmill.pipelines.lines.InputFile;
import dev.gristmill.pipelines.lines.KeepPolicy;
import dev.gristmill.pipelines.lines.LineOptions;
import dev.gristmill.pipelines.lines.LineWriter;
import dev.gristmill.pipelines.lines.OutputOption;
import dev.gristmill.pipelines.lines.ReadReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dedup exact}: documents that differ at most in case, white space and encoding. */
@Command(
    name = "exact",
    description = "Finds documents that differ at most in case, white space and encoding.",
    mixinStandardHelpOptions = true)
final class DedupExactCommand implements Callable<Integer> {

  private static final double SAME = 1.0;

  @Spec private CommandSpec spec;
  @Mixin private LineOptions options;
  @Mixin private OutputOption output;

  @Option(
      names = "--keep",
      paramLabel = "newest|longest|source|id",
      split = ",",
      defaultValue = KeepPolicy.DEFAULT,
      description =
          "Which one stays, the first criterion first; default ${DEFAULT-VALUE}; then input order.")
  private List<String> keep;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Drop also what equals a document of this file; may be given often.")
  private List<String> against = List.of();

  @Override
  public Integer call() throws IOException {
    policy();
    PrintWriter err = spec.commandLine().getErr();
    ReadReport report = new ReadReport(err);
    List<InputFile> files = options.files();
    List<InputFile> known = InputFile.resolve(against);
    if (options.bench()) {
      List<Document> documents = Document.readAll(files, report);
      Bench.run("dedup exact", documents, Document::utf8Bytes, this::all, err);
      return report.exitCode();
    }
    ReadReport knownReport = new ReadReport(err);
    try (LineWriter writer = output.open(spec.commandLine().getOut());
        ExactDuplicates duplicates = new ExactDuplicates(policy())) {
      Document.read(known, knownReport, duplicates::known);
      Document.read(files, report, duplicates::add);
      duplicates.decide(
          (id, kept, cluster, keeper) ->
              writer.line(json -> write(id, kept, cluster, keeper, json)));
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  private KeepPolicy policy() {
    try {
      return KeepPolicy.of(keep);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
  }

  private Object all(List<Document> documents) throws IOException {
    AtomicLong kept = new AtomicLong();
    try (ExactDuplicates duplicates = new ExactDuplicates(policy())) {
      for (Document document : documents) {
        duplicates.add(document);
      }
      duplicates.decide((id, stays, cluster, keeper) -> kept.addAndGet(stays ? 1 : 0));
    }
    return kept;
  }

  private static void write(
      String id, boolean kept, Digest128 cluster, String keeper, JsonGenerator json)
      throws IOException {
    json.writeFieldName("id");
    json.writeRawValue(id);
    json.writeBooleanField("kept", kept);
    json.writeStringField("cluster", cluster.toString());
    json.writeFieldName("keeper");
    json.writeRawValue(keeper);
    LineWriter.number(json, "similarity", SAME);
  }
}
