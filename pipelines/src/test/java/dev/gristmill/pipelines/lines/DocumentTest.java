// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private final ReadReport report = new ReadReport(new PrintWriter(err));

  private List<Document> read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("in.jsonl"), content);
    return Document.readAll(InputFile.resolve(List.of(file.toString())), report);
  }

  @Test
  void readsIdTextDateAndSource() throws IOException {
    List<Document> documents =
        read(
            "\uFEFF{\"id\":\"a\",\"text\":\"x\",\"date\":\"1970-01-02\",\"source\":\"s\"}\r\n\n"
                + "{\"text\":\"y\\u2028\",\"id\":7}");

    assertThat(documents).hasSize(2);
    assertThat(documents.get(0).idText()).isEqualTo("a");
    assertThat(documents.get(0).dateSeconds()).isEqualTo(86_400);
    assertThat(documents.get(0).source()).isEqualTo("s");
    assertThat(documents.get(1).idText()).isEqualTo("7");
    assertThat(documents.get(1).text()).isEqualTo("y\u2028");
    assertThat(documents.get(1).source()).isEqualTo("in.jsonl");
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void tellsEachBadLineWithFileLineAndReason() throws IOException {
    List<Document> documents =
        read(
            """
            {"id":"a","text":"x"}
            nonsense
            {"id":"","text":"x"}
            {"id":"b"}
            {"id":"c","text":1}
            {"id":[],"text":"x"}
            []
            {"id":"d","id":"e","text":"x"}
            {"id":"f","text":"x"} {}
            """);

    assertThat(documents).hasSize(1);
    assertThat(err.toString().lines())
        .allSatisfy(line -> assertThat(line).startsWith(folder + "/in.jsonl:"))
        .satisfiesExactly(
            line -> assertThat(line).contains(":2: not JSON"),
            line -> assertThat(line).endsWith(":3: missing id"),
            line -> assertThat(line).endsWith(":4: missing text"),
            line -> assertThat(line).endsWith(":5: text is not a string"),
            line -> assertThat(line).endsWith(":6: id is neither a string nor a number"),
            line -> assertThat(line).endsWith(":7: not a JSON object"),
            line -> assertThat(line).contains(":8: not JSON: Duplicate"),
            line -> assertThat(line).contains(":9: not JSON"));
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void failsOnlyWhenNothingCouldBeRead() throws IOException {
    read("nonsense\n");

    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void keepsControlCharactersOfTheInputOutOfMessages() throws IOException {
    read("\u001B[2J\r\u202E\n");

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString().strip().codePoints()).noneMatch(c -> c < ' ' || c == 0x202E);
  }

  @Test
  void callsLinesThatAreNotUtf8Bad() throws IOException {
    Path file = folder.resolve("latin1.jsonl");
    Files.write(file, "{\"id\":\"a\",\"text\":\"\u00E9\"}\n".getBytes(ISO_8859_1));

    Document.readAll(InputFile.resolve(List.of(file.toString())), report);

    assertThat(err.toString()).contains(":1: not well-formed UTF-8");
  }

  @Test
  void survivesDeepNestingAndLoneSurrogates() throws IOException {
    String deep = "[".repeat(100_000);
    List<Document> documents =
        read(
            "{\"id\":\"a\",\"text\":\"x\",\"more\":"
                + deep
                + "}\n"
                + "{\"id\":\"\\ud800\",\"text\":\"x\\udc00\"}\n");

    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).idText()).isEqualTo("\uFFFD");
    assertThat(documents.get(0).text()).isEqualTo("x\uFFFD");
  }

  @Test
  void goesOnWithTheNextFileWhereOneIsDamaged() throws IOException {
    Files.write(folder.resolve("a.jsonl.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0});
    Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"a\",\"text\":\"x\"}\n");

    List<Document> documents = Document.readAll(InputFile.resolve(List.of(folder + "/*")), report);

    assertThat(documents).hasSize(1);
    assertThat(err.toString()).contains("a.jsonl.gz").contains("cannot be read");
  }
}
