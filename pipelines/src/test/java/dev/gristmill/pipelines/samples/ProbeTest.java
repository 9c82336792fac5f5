// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeTest {
  private static final String LINE =
      """
      {"id":"p","source":"web","url":"https://p.example/1","date":"2024-03-01",\
      "language":"eng","fails":"gopher_short_doc","text":"One\\nTwo"}
      """;

  @TempDir Path dir;

  @Test
  void readsAllFieldsOfALine() throws IOException {
    assertThat(Probe.load(Files.writeString(dir.resolve("p.jsonl"), LINE)))
        .containsExactly(
            new Probe(
                "p",
                "web",
                "https://p.example/1",
                LocalDate.of(2024, 3, 1),
                "eng",
                "gopher_short_doc",
                "One\nTwo"));
  }

  @Test
  void anAbsentFileHasNone() throws IOException {
    assertThat(Probe.load(dir.resolve("absent.jsonl"))).isEmpty();
    assertThat(Probe.files(Probe.load(dir.resolve("absent.jsonl")))).isEmpty();
  }

  @Test
  void namesFileAndLineOfABadLine() throws IOException {
    String next = LINE.replace("\"p\"", "\"q\"");
    rejects(LINE, "id 'p' is there twice");
    rejects(next.replace("web", "Web"), "source must be [a-z0-9-]+, was 'Web'");
    rejects(
        next.replace("p.example", "p.com"),
        "URL must be http(s) on a host under .example, was 'https://p.com/1'");
    rejects(next.replace("-01\"", "\""), "date must be yyyy-mm-dd, was '2024-03'");
    rejects(next.replace("\"eng\"", "7"), "language must be a string with a text");
    rejects(next.replace("One\\nTwo", " "), "text must be a string with a text");
    rejects(
        next.replace("\"fails\":\"gopher_short_doc\",", ""),
        "fields must be [date, fails, id, language, source, text, url],"
            + " were [id, source, url, date, language, text]");
    rejects(next.replace("\"source\"", "\"id\""), "not JSON: Duplicate field 'id'");
  }

  private void rejects(String line, String reason) throws IOException {
    Path file = Files.writeString(dir.resolve("p.jsonl"), LINE + line);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Probe.load(file))
        .withMessage(file + ":2: " + reason);
  }
}
