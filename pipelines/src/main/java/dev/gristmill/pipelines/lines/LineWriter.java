// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gristmill.filters.Failure;
import dev.gristmill.pipelines.io.WellFormedText;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes JSON lines to the standard output, or to a file that appears whole when it is committed.
 *
 * <p>Lines end in LF; a lone surrogate becomes U+FFFD. Not thread-safe.
 */
public final class LineWriter implements Closeable {

  private static final int LINES_PER_CHECK = 1024;

  /** The fields of one line. */
  public interface Content {
    /** Writes fields; the object around them is there already. */
    void write(JsonGenerator json) throws IOException;
  }

  private final StagedFile staged;
  private final PrintWriter standardOutput;
  private final Writer out;
  private StringWriter line = new StringWriter();
  private long lines;

  private LineWriter(StagedFile staged, PrintWriter standardOutput, Writer out) {
    this.staged = staged;
    this.standardOutput = standardOutput;
    this.out = out;
  }

  /** Writes to the standard output. */
  public static LineWriter to(PrintWriter standardOutput) {
    return new LineWriter(null, standardOutput, standardOutput);
  }

  /**
   * Writes to a file of any Beam file system, or to a local device or pipe.
   *
   * @throws IOException if it cannot be written
   */
  public static LineWriter to(String file) throws IOException {
    if (isDevice(file)) {
      return new LineWriter(null, null, Files.newBufferedWriter(Path.of(file)));
    }
    StagedFile staged = stage(file);
    return new LineWriter(
        staged,
        null,
        new BufferedWriter(new OutputStreamWriter(staged.stream(), StandardCharsets.UTF_8)));
  }

  /**
   * A file of any Beam file system that appears when it is committed.
   *
   * @throws IOException if it cannot be written
   */
  public static StagedFile stage(String file) throws IOException {
    String absolute =
        file.contains("://") ? file : Path.of(file).toAbsolutePath().normalize().toString();
    int slash = absolute.lastIndexOf('/');
    try {
      return RunDirectory.at(absolute.substring(0, slash + 1)).stage(absolute.substring(slash + 1));
    } catch (IOException e) {
      throw new IOException("cannot write to " + file + ": " + e.getMessage());
    }
  }

  /** Whether renaming a file to this name would not do. */
  private static boolean isDevice(String file) throws IOException {
    if (file.contains("://")) {
      return false;
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new IOException("cannot write to " + file + ": it is a folder");
    }
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /** Writes one line. */
  public void line(Content content) throws IOException {
    try (JsonGenerator json = JsonText.MAPPER.getFactory().createGenerator(line)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    out.write(WellFormedText.of(line.toString()));
    out.write('\n');
    line = new StringWriter();
    lines++;
    if (lines % LINES_PER_CHECK == 0) {
      checkStandardOutput();
    }
  }

  /** Writes a number as a plain JSON number; infinities as the largest double there is. */
  public static void number(JsonGenerator json, String field, double value) throws IOException {
    json.writeNumberField(field, Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value)));
  }

  /** Writes {@code reasons}: every failed rule with its value and its limit. */
  public static void reasons(JsonGenerator json, List<Failure> failures) throws IOException {
    json.writeArrayFieldStart("reasons");
    for (Failure failure : failures) {
      json.writeStartObject();
      json.writeStringField("rule", failure.rule());
      number(json, "value", failure.value());
      number(json, "limit", failure.limit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Makes all lines appear.
   *
   * @throws IOException if they cannot be written
   */
  public void commit() throws IOException {
    out.flush();
    checkStandardOutput();
    if (staged != null) {
      staged.commit();
    }
  }

  /** A print stream keeps its errors to itself; without this a closed pipe would be written on. */
  private void checkStandardOutput() throws IOException {
    if (standardOutput != null && standardOutput.checkError()) {
      throw new IOException("cannot write to the standard output");
    }
  }

  /** Lets go of the file; without {@link #commit} nothing appears. */
  @Override
  public void close() throws IOException {
    if (staged != null) {
      staged.close();
    } else if (standardOutput == null) {
      out.close();
    }
  }
}
