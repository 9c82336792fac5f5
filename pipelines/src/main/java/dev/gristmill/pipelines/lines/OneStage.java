// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs one stage over documents: a line out for each document in, or the bench.
 *
 * @param <R> what the stage finds out about a document
 */
public final class OneStage<R> {

  /** The stage itself; the bench measures this alone. */
  public interface Kernel<R> {
    /** Looks at one document. */
    R apply(Document document) throws IOException;
  }

  /** What the line says after the id. */
  public interface Line<R> {
    /** Writes the fields. */
    void write(Document document, R result, JsonGenerator json) throws IOException;
  }

  private final String name;
  private final Kernel<R> kernel;
  private final Line<R> line;

  /** A stage; its name is for the bench. */
  public OneStage(String name, Kernel<R> kernel, Line<R> line) {
    this.name = name;
    this.kernel = kernel;
    this.line = line;
  }

  /**
   * Reads, runs, writes.
   *
   * @return the exit code
   * @throws IOException if an input is not there or the output cannot be written
   */
  public int run(CommandLine command, LineOptions options, OutputOption output) throws IOException {
    PrintWriter err = command.getErr();
    ReadReport report = new ReadReport(err);
    List<InputFile> files = options.files();
    if (options.bench()) {
      List<Document> documents = Document.readAll(files, report);
      Bench.run(name, documents, Document::utf8Bytes, this::all, err);
      return report.exitCode();
    }
    try (LineWriter writer = output.open(command.getOut())) {
      Document.read(files, report, document -> write(document, writer));
      writer.commit();
    }
    report.finish();
    return report.exitCode();
  }

  private void write(Document document, LineWriter writer) throws IOException {
    R result = kernel.apply(document);
    writer.line(
        json -> {
          json.writeFieldName("id");
          json.writeTree(document.id());
          line.write(document, result, json);
        });
  }

  private Object all(List<Document> documents) throws IOException {
    R result = null;
    for (Document document : documents) {
      result = kernel.apply(document);
    }
    return result;
  }
}
