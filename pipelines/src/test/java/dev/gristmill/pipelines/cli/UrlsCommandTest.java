// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of addresses, in both dialects. */
class UrlsCommandTest {

  @TempDir private Path folder;
  private Path lists;

  @BeforeEach
  void writeLists() throws IOException {
    lists = Files.createDirectories(folder.resolve("lists"));
    Files.createDirectories(lists.resolve("category"));
    Files.createDirectories(lists.resolve("other"));
    Files.writeString(lists.resolve("category/domains"), "blocked.example.com\n");
    Files.writeString(lists.resolve("category/urls"), "good.example/bad\n");
    Files.writeString(lists.resolve("other/domains"), "good.example\n");
  }

  private Path input(String... urls) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < urls.length; i++) {
      lines.append("{\"id\":").append(i).append(",\"url\":\"").append(urls[i]).append("\"}\n");
    }
    return Files.writeString(folder.resolve("in.jsonl"), lines);
  }

  private static List<String> rules(Ran ran) throws IOException {
    assertThat(ran.exit()).as(ran.err()).isZero();
    List<String> rules = new ArrayList<>();
    for (JsonNode line : ran.json()) {
      assertThat(line.get("kept").booleanValue()).isEqualTo(line.get("reasons").isEmpty());
      rules.add(line.get("reasons").path(0).path("rule").asText("keep"));
    }
    return rules;
  }

  @Test
  void tellsWhatSpeaksAgainstAnAddressAndWhichListHasIt() throws IOException {
    Path input =
        input("https://www.blocked.example.com/page", "https://good.example/bad/page", "", "x");

    Ran ran = Ran.command(new UrlsCommand(), input, "--lists", lists, "--categories", "category");

    assertThat(ran.out())
        .isEqualTo(
            """
            {"id":0,"kept":false,"reasons":[{"rule":"url_blocked_host","value":1.0,"limit":0.0}],"lists":["category"]}
            {"id":1,"kept":false,"reasons":[{"rule":"url_blocked_url","value":1.0,"limit":0.0}],"lists":["category"]}
            {"id":2,"kept":true,"reasons":[]}
            {"id":3,"kept":true,"reasons":[]}
            """);
    assertThat(rules(Ran.command(new UrlsCommand(), input))).containsOnly("keep");
  }

  @Test
  void neitherTextNorUrlMustBeThere() throws IOException {
    Path input =
        Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"a\"}\n{\"id\":\"b\",\"url\":7}\n");

    assertThat(rules(Ran.command(new UrlsCommand(), input))).containsExactly("keep", "keep");
    assertThat(rules(Ran.command(new UrlsCommand(), input, "--dialect", "datatrove")))
        .containsExactly("keep", "keep");
  }

  @Test
  void readsAllCategoriesUnlessSomeAreNamed() throws IOException {
    Path input = input("http://good.example/", "http://blocked.example.com/");

    assertThat(rules(Ran.command(new UrlsCommand(), input, "--lists", lists)))
        .containsExactly("url_blocked_host", "url_blocked_host");
    assertThat(
            rules(Ran.command(new UrlsCommand(), input, "--lists", lists, "--categories", "other")))
        .containsExactly("url_blocked_host", "keep");
  }

  @Test
  void dropsIpHostsWhenAskedTo() throws IOException {
    Path input = input("http://0x7f.1/", "http://[::1]/", "http://a.example/");

    assertThat(rules(Ran.command(new UrlsCommand(), input))).containsOnly("keep");
    assertThat(rules(Ran.command(new UrlsCommand(), input, "--ip-hosts")))
        .containsExactly("url_blocked_ip_host", "url_blocked_ip_host", "keep");
  }

  @Test
  void datatrovesDialectDecidesToTheLetter() throws IOException {
    Files.writeString(
        lists.resolve("own.json"),
        """
        {"extra_urls":["http://a.com/x"],"banned_words":["hard"],"soft_banned_words":["one","two","three"],
         "banned_subwords":["in-side"],"soft_word_threshold":3}
        """);
    Path input =
        input(
            "http://blocked.example.com/",
            "http://www.blocked.example.com/",
            "http://a.com/x",
            "http://a.com/Hard",
            "http://a.com/?hard",
            "http://a.com/one-two",
            "http://a.com/one-two-three",
            "http://a.com/ins-ide",
            "http://a.com/hentai");

    assertThat(
            rules(
                Ran.command(new UrlsCommand(), input, "--dialect", "datatrove", "--lists", lists)))
        .containsExactly(
            "subdomain",
            "keep",
            "url",
            "keep",
            "hard_blacklisted",
            "keep",
            "soft_blacklisted",
            "blacklisted_subword",
            "keep");
    assertThat(rules(Ran.command(new UrlsCommand(), input, "--lists", lists)))
        .containsExactly(
            "url_blocked_host",
            "url_blocked_host",
            "url_blocked_url",
            "url_hard_word",
            "keep",
            "keep",
            "url_soft_words",
            "keep",
            "url_hard_word");
  }

  @Test
  void datatrovesOwnWordsCountWhereTheFolderHasNone() throws IOException {
    Path input = input("http://a.com/hentai", "http://blocked.example.com/");

    Ran without = Ran.command(new UrlsCommand(), input, "--dialect", "datatrove");
    Ran with = Ran.command(new UrlsCommand(), input, "--dialect", "datatrove", "--lists", lists);

    assertThat(rules(without)).containsExactly("hard_blacklisted", "keep");
    assertThat(without.err()).contains("datatrove's words only");
    assertThat(rules(with)).containsExactly("hard_blacklisted", "subdomain");
    assertThat(with.err()).isEmpty();
  }

  @Test
  void measuresWhenAskedTo() throws IOException {
    Ran ran = Ran.command(new UrlsCommand(), input("http://a.com/", "http://b.com/"), "--bench");

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).matches("urls: \\d+\\.\\d MB/s, \\d+ documents/s\n");
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    Path input = input("x");
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(Ran.command(new UrlsCommand(), input, "--lists", empty).err())
        .contains("holds no list");
    assertThat(Ran.command(new UrlsCommand(), input, "--lists", empty).exit()).isEqualTo(2);
    assertThat(Ran.command(new UrlsCommand(), input, "--lists", input).exit()).isEqualTo(2);
    assertThat(Ran.command(new UrlsCommand(), input, "--lists", folder.resolve("no")).exit())
        .isEqualTo(2);
    assertThat(Ran.command(new UrlsCommand(), input, "--dialect", "dolma").exit()).isEqualTo(2);
    assertThat(Ran.command(new UrlsCommand(), input, "--categories", "other").exit()).isEqualTo(2);
    assertThat(
            Ran.command(new UrlsCommand(), input, "--lists", lists, "--categories", "othr").err())
        .contains("did you mean \"other\"?");
    Files.writeString(empty.resolve("broken.json"), "{");
    assertThat(Ran.command(new UrlsCommand(), input, "--lists", empty).err())
        .contains("broken.json: not JSON");
  }

  @Test
  @Tag("shared")
  void decidesAsDatatroveOnItsAddresses() throws IOException {
    Path file = shared("parity/urls/urls-datatrove.jsonl.gz");
    Path small = shared("parity/lists");
    List<String> expected = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        expected.add(new ObjectMapper().readTree(line).get("small_lists").textValue());
      }
    }

    Ran ran = Ran.command(new UrlsCommand(), file, "--dialect", "datatrove", "--lists", small);

    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(rules(ran)).isEqualTo(expected);
  }

  private static Path shared(String path) {
    String given = System.getProperty("gristmill.shared", "");
    Path shared =
        given.isBlank()
            ? Path.of(System.getProperty("gristmill.root", ".."), "..", "shared")
            : Path.of(given);
    Path file = shared.resolve(path);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }
}
