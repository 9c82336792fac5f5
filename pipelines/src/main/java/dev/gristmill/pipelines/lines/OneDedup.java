// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.dedup.Digest128;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;

/** Finds the duplicates among documents: a line out for each document in, or the bench. */
public final class OneDedup {

  /** Begins a collection; the bench begins several. */
  public interface Method {
    /** An empty collection. */
    Duplicates begin(KeepPolicy policy) throws IOException;
  }

  private final String name;
  private final Method method;

  /** A way to find duplicates; its name is for the bench. */
  public OneDedup(String name, Method method) {
    this.name = name;
    this.method = method;
  }

  /**
   * Reads, decides, writes.
   *
   * @return the exit code
   * @throws IOException if an input is not there or the output cannot be written
   */
  public int run(CommandLine command, DedupOptions options) throws IOException {
    PrintWriter err = command.getErr();
    ReadReport report = new ReadReport(err);
    KeepPolicy policy = options.policy(command);
    List<InputFile> files = options.lines().files();
    List<InputFile> known = options.against();
    if (options.lines().bench()) {
      List<Document> documents = Document.readAll(files, report);
      Bench.run(
          name, documents, Document::utf8Bytes, part -> all(options.policy(command), part), err);
      return report.exitCode();
    }
    ReadReport knownReport = new ReadReport(err);
    try (LineWriter writer = options.output().open(command.getOut());
        Duplicates duplicates = method.begin(policy)) {
      Document.read(known, knownReport, duplicates::known);
      Document.read(files, report, duplicates::add);
      duplicates.decide(
          (id, kept, cluster, keeper, similarity) ->
              writer.line(json -> write(id, kept, cluster, keeper, similarity, json)));
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  private Object all(KeepPolicy policy, List<Document> documents) throws IOException {
    AtomicLong stay = new AtomicLong();
    try (Duplicates duplicates = method.begin(policy)) {
      for (Document document : documents) {
        duplicates.add(document);
      }
      duplicates.decide((id, kept, cluster, keeper, similarity) -> stay.addAndGet(kept ? 1 : 0));
    }
    return stay;
  }

  private static void write(
      String id,
      boolean kept,
      Digest128 cluster,
      String keeper,
      double similarity,
      JsonGenerator json)
      throws IOException {
    json.writeFieldName("id");
    json.writeRawValue(id);
    json.writeBooleanField("kept", kept);
    json.writeStringField("cluster", cluster.toString());
    json.writeFieldName("keeper");
    json.writeRawValue(keeper);
    LineWriter.number(json, "similarity", similarity);
  }
}
