// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

  private static final List<String> HOSTILE =
      List.of(
          "</title><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "javascript:alert(1)",
          "</style><style>*{display:none}</style>",
          "--><!-- ]]> <![CDATA[",
          "&lt;script&gt; &amp;amp;",
          "\u202Egnp.exe\u2066 \u0000\u0007\u001B[31m\u200B\uFEFF\u2028",
          "lone \uD800 and \uDC00 surrogates \uFFFE",
          "\uDB40\uDC41\uDB40\uDC42 hidden tags");

  @TempDir Path folder;
  private ReportedRun run;

  @BeforeAll
  static void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @BeforeEach
  void makeRun() {
    run = new ReportedRun(folder);
  }

  private String page() throws IOException {
    Report.write(run.directory(), run.manifest());
    return Files.readString(folder.resolve(Report.PAGE), StandardCharsets.UTF_8);
  }

  /** Every text of a run that comes from outside is hostile. */
  private void makeHostile() throws IOException {
    List<ObjectNode> samples = new ArrayList<>();
    List<ObjectNode> letters = new ArrayList<>();
    for (String text : HOSTILE) {
      samples.add(poisoned(ReportedRun.dropped(text, samples.size(), "a"), text));
      samples.add(poisoned(ReportedRun.sample("kept", "eng", samples.size(), "b"), text));
      run.finishCounts().add(1, "fails", "exact", text);
      run.finishCounts().add(1, "language", text, "in");
      run.finishCounts().add(1, "source", text, "in");
      run.measureCounts().add(1, "bad", text);
      run.measureCounts().add(1, "skipped", text);
      letters.add(
          Json.LINE
              .createObjectNode()
              .put("file", "/in/" + text)
              .put("reason", text)
              .put("message", text)
              .put("url", text));
    }
    run.samples(0, samples.subList(0, 5));
    run.samples(1, samples.subList(5, samples.size()));
    run.deadLetters(0, letters);
    run.named(HOSTILE.get(0) + HOSTILE.get(8), "/in/" + HOSTILE.get(1));
  }

  private static ObjectNode poisoned(ObjectNode sample, String text) {
    sample.put("url", text).put("title", text).put("text", text);
    return sample.has("limit") ? sample.put("detail", text) : sample;
  }

  @Test
  void isWellFormed() throws IOException {
    run.samples(0, List.of(ReportedRun.dropped("exact_duplicate", 1, "a")));
    Parser parser = Parser.htmlParser().setTrackErrors(10);

    Document document = parser.parseInput(page(), "");

    assertThat(parser.getErrors()).isEmpty();
    assertThat(document.select("h1").text()).isEqualTo("hand-made");
    for (Element link : document.select("a")) {
      assertThat(document.select(link.attr("href"))).as(link.outerHtml()).hasSize(1);
    }
  }

  @Test
  void hostileTextsAreTextAndNeverMarkup() throws IOException {
    makeHostile();
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    String page = page();

    Document document = parser.parseInput(page, "");

    assertThat(parser.getErrors()).isEmpty();
    assertThat(page).doesNotContain("<script", "<img", "<svg onload", "<!--", "<![CDATA");
    assertThat(document.select("script, img, iframe, link, base, form, object, embed")).isEmpty();
    assertThat(document.select("style")).hasSize(1);
    assertThat(document.select("title").get(0).text()).contains("</title><script>alert(1)");
    assertThat(document.select(".sample").text()).contains("\"><svg onload=alert(1)>");
    assertThat(document.select(".sample").text()).contains("&lt;script&gt; &amp;amp;");
  }

  @Test
  void nothingIsLoadedLinkedOrRun() throws IOException {
    makeHostile();
    Document document = Parser.htmlParser().parseInput(page(), "");

    for (Element element : document.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertThat(name).as(element.tagName()).doesNotStartWith("on");
        assertThat(name).isNotIn("src", "style", "action", "srcset", "data", "xlink:href");
        if (name.equals("href")) {
          assertThat(attribute.getValue()).startsWith("#");
        }
      }
    }
    assertThat(document.select("style").get(0).data()).doesNotContain("url(", "@import");
  }

  @Test
  void charactersThatActOrHideAreShown() throws IOException {
    makeHostile();
    String page = page();

    assertThat(page.codePoints())
        .noneMatch(
            c ->
                (c < ' ' && c != '\n')
                    || c == 0x202E
                    || c == 0x2066
                    || c == 0x200B
                    || c == 0x2028
                    || c == 0xFEFF
                    || c == 0xFFFE
                    || (c >= 0xD800 && c <= 0xDFFF)
                    || (c >= 0xE0000 && c < 0xE0080));
    assertThat(page).contains("\u27E8U+202E\u27E9gnp.exe", "\u2400\u2407\u241B[31m");
    assertThat(page).contains("lone \uFFFD and \uFFFD surrogates \uFFFD");
  }

  @Test
  void thePolicyAllowsTheOneStyleSheetAndNothingElse()
      throws IOException, NoSuchAlgorithmException {
    Document document = Parser.htmlParser().parseInput(page(), "");
    byte[] style = document.select("style").get(0).data().getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));

    String policy =
        document.select("meta[http-equiv=Content-Security-Policy]").get(0).attr("content");

    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; img-src 'none'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void longTextsAreCut() throws IOException {
    String megabyte = "\u00E9<".repeat(1 << 19);
    run.samples(0, List.of(poisoned(ReportedRun.dropped("exact_duplicate", 1, "a"), megabyte)));

    assertThat(page().length()).isLessThan(50_000);
  }

  @Test
  void hasTheSameBytesWhenWrittenAgain() throws IOException {
    makeHostile();
    Manifest manifest = run.manifest();
    Report.write(run.directory(), manifest);
    List<byte[]> first = files();

    Report.write(run.directory(), manifest);

    assertThat(files()).usingRecursiveComparison().isEqualTo(first);
  }

  private List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String file : List.of(Report.PAGE, Report.STATS, Report.CARD)) {
      files.add(Files.readAllBytes(folder.resolve(file)));
    }
    return files;
  }

  @Test
  void showsTheNumbersOfTheManifest() throws IOException {
    Document document = Parser.htmlParser().parseInput(page(), "");

    assertThat(document.select(".tile b").eachText())
        .containsExactly("10", "6", "400", "8", "21.9%", "2");
    assertThat(document.select("#drops ~ .rules .rule").text())
        .contains("exact 4 of 10 exact_duplicate 4 5");
    assertThat(document.select("#funnel ~ .scroll tr").eachText())
        .contains("exact 10 4 40.0% 6 0 B");
  }
}
