// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  private static final String SENTENCE =
      "The mill stands by the river and grinds what the farmers bring. ";

  @TempDir private Path folder;

  private static String page(String title, String body) {
    return "<html><head><title>" + title + "</title></head><body><p>" + body + "</p></body></html>";
  }

  private static byte[] response(String id, String url, String html) {
    byte[] http =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html)
            .getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("WARC/1.0\r\nWARC-Type: response\r\n"
                + id
                + "WARC-Date: 2020-02-29T12:34:56Z\r\nWARC-Target-URI: "
                + url
                + "\r\nContent-Type: application/http\r\nContent-Length: "
                + http.length
                + "\r\n\r\n")
            .getBytes(UTF_8));
    out.writeBytes(http);
    out.writeBytes("\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void givesIdUrlTitleAndTextOfWarcRecords() throws IOException {
    Path file = folder.resolve("a.warc.gz");
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    String id = "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n";
    warc.writeBytes(gzip(response(id, "http://mill.test/", page("Mill", SENTENCE.repeat(9)))));
    warc.writeBytes(gzip(response("", "http://mill.test/2", page("Empty", ""))));
    Files.write(file, warc.toByteArray());

    Ran ran = Ran.command(new ExtractCommand(), file);

    List<JsonNode> lines = ran.json();
    assertThat(ran.exit()).isZero();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).fieldNames())
        .toIterable()
        .containsExactly("id", "url", "title", "text");
    assertThat(lines.get(0).get("id").textValue())
        .isEqualTo("urn:uuid:00000000-0000-4000-8000-000000000001");
    assertThat(lines.get(0).get("url").textValue()).isEqualTo("http://mill.test/");
    assertThat(lines.get(0).get("title").textValue()).isEqualTo("Mill");
    assertThat(lines.get(0).get("text").textValue()).startsWith(SENTENCE.strip());
    assertThat(lines.get(1).get("id").textValue()).matches("[0-9a-f]{32}");
    assertThat(lines.get(1).get("text").textValue()).isEmpty();
    assertThat(lines.get(1).get("status").textValue()).isEqualTo("html_empty");
  }

  @Test
  void readsHtmlFilesByNameOrByTheirFirstCharacter() throws IOException {
    Files.writeString(folder.resolve("a.html"), SENTENCE.repeat(3));
    Files.writeString(folder.resolve("b.page"), " \n" + page("B", SENTENCE));
    Files.write(folder.resolve("c.gz"), gzip(page("C", SENTENCE).getBytes(UTF_8)));

    Ran ran = Ran.command(new ExtractCommand(), folder + "/*");

    assertThat(ran.json())
        .extracting(line -> line.get("id").textValue())
        .containsExactly("a.html", "b.page", "c.gz");
    assertThat(ran.json())
        .allSatisfy(line -> assertThat(line.get("text").textValue()).contains(SENTENCE.strip()));
  }

  @Test
  void prefersTheHtmlOfAJsonLineAndCarriesTheRestAlong() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        "{\"id\":3,\"html\":\"<p>From the mill.</p>\",\"text\":\"old\",\"url\":\"http://a.test/\","
            + "\"date\":\"2020\",\"share\":1.50}\n{\"id\":\"b\",\"text\":\"plain\"}\n{\"id\":4}\n");

    Ran ran = Ran.command(new ExtractCommand(), file);

    assertThat(ran.out())
        .isEqualTo(
            "{\"id\":3,\"url\":\"http://a.test/\",\"title\":\"\",\"text\":\"From the mill.\","
                + "\"date\":\"2020\",\"share\":1.50}\n"
                + "{\"id\":\"b\",\"url\":\"\",\"title\":\"\",\"text\":\"plain\"}\n");
    assertThat(ran.err()).contains("a.jsonl:3: missing html").contains("1 bad");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void goesOnBehindDamagedRecordsAndUnreadableFiles() throws IOException {
    byte[] good = gzip(response("", "http://mill.test/", page("Mill", SENTENCE)));
    byte[] damaged = good.clone();
    damaged[good.length / 2] ^= 0x55;
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.writeBytes(good);
    warc.writeBytes(damaged);
    warc.writeBytes(good);
    Files.write(folder.resolve("a.warc.gz"), warc.toByteArray());
    Files.writeString(folder.resolve("b.bin"), "neither this nor that");

    Ran ran = Ran.command(new ExtractCommand(), folder + "/*");

    assertThat(ran.json()).hasSize(2);
    assertThat(ran.err().lines())
        .anySatisfy(line -> assertThat(line).contains("a.warc.gz at byte " + good.length))
        .anySatisfy(line -> assertThat(line).contains("b.bin").contains("neither WARC"));
    assertThat(ran.exit()).isZero();
  }

  @Test
  void failsWhenNothingCouldBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("b.bin"), "neither this nor that");

    assertThat(Ran.command(new ExtractCommand(), file).exit()).isEqualTo(1);
  }

  @Test
  void refusesAFormatItDoesNotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), SENTENCE);

    Ran ran = Ran.command(new ExtractCommand(), file, "--format", "html");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--format must be text or markdown, was \"html\"");
  }

  @Test
  void writesMarkdownAndAlternativeTextsOnRequest() throws IOException {
    String paragraph = "<p>" + SENTENCE.repeat(4) + "</p>";
    String html =
        "<h1>The mill</h1>"
            + paragraph.repeat(3)
            + "<h2>Tools for the stones</h2><p>You need <b>two</b> of them, and the <code>saw</code>"
            + " shown here, <img src=saw.png alt='a tenon saw'> which cuts across the grain.</p>"
            + paragraph.repeat(3);
    Path file = Files.writeString(folder.resolve("a.html"), "<article>" + html + "</article>");

    String plain = Ran.command(new ExtractCommand(), file).out();
    String marked = Ran.command(new ExtractCommand(), file, "--format", "markdown").out();
    String images = Ran.command(new ExtractCommand(), file, "--image-alt").out();

    assertThat(plain).contains("You need two of them").doesNotContain("##", "tenon");
    assertThat(marked).contains("## Tools for", "You need **two** of them", "`saw`");
    assertThat(images).contains("a tenon saw");
  }
}
