// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineWriterTest {

  @TempDir private Path folder;

  @Test
  void makesAFileAppearOnlyWhenItIsCommitted() throws IOException {
    Path file = folder.resolve("deep/out.jsonl");
    try (LineWriter abandoned = LineWriter.to(file.toString())) {
      abandoned.line(json -> json.writeStringField("a", "b"));
    }
    assertThat(folder.resolve("deep")).isEmptyDirectory();

    try (LineWriter writer = LineWriter.to(file.toString())) {
      writer.line(json -> json.writeStringField("a", "b"));
      writer.line(json -> json.writeStringField("a", "c"));
      writer.commit();
    }

    assertThat(Files.readString(file)).isEqualTo("{\"a\":\"b\"}\n{\"a\":\"c\"}\n");
  }

  @Test
  void writesShortestDoublesAndNeverAnythingElse() throws IOException {
    StringWriter out = new StringWriter();
    try (LineWriter writer = LineWriter.to(new PrintWriter(out))) {
      writer.line(
          json -> {
            LineWriter.number(json, "a", 2.0E-3);
            LineWriter.number(json, "b", Double.POSITIVE_INFINITY);
            json.writeStringField("c", "\uD800");
          });
      writer.commit();
    }

    assertThat(out.toString())
        .isEqualTo("{\"a\":0.002,\"b\":1.7976931348623157E308,\"c\":\"\uFFFD\"}\n");
  }

  @Test
  void failsWhereTheStandardOutputIsClosed() {
    Writer closed =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    LineWriter writer = LineWriter.to(new PrintWriter(closed));

    assertThatThrownBy(
            () -> {
              writer.line(json -> {});
              writer.commit();
            })
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write to the standard output");
  }

  @Test
  void saysWhichFileCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> LineWriter.to(file + "/out.jsonl"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write to " + file + "/out.jsonl");
    assertThatThrownBy(() -> LineWriter.to(folder.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is a folder");
  }
}
