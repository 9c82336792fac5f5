// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of the folder "first", looked at closely. */
final class SamplePagesTest {
  private static final String MAIN_TEXT = "article > div, main, #content, .post-body";
  private static final Path FIRST =
      Path.of(System.getProperty("gristmill.root", ".."), "samples/pages/first");

  private static List<SamplePage> pages;

  @BeforeAll
  static void loads() throws IOException {
    pages = PageManifest.load(FIRST);
  }

  @Test
  void goodPagesAreLongEnough() throws IOException {
    for (SamplePage page : pages) {
      if (page.keep()) {
        String text = mainText(page.file());
        if (text.codePoints().anyMatch(c -> Character.isIdeographic(c))) {
          assertThat(text.length()).as("characters of %s", page.file()).isBetween(900, 1_500);
        } else {
          assertThat(text.split("\\s+").length).as("words of %s", page.file()).isBetween(350, 900);
        }
      }
    }
  }

  @Test
  void copiesHaveTheMainTextOfTheOriginal() throws IOException {
    Path watermill = FIRST.resolve("watermill.html");
    String original = mainText(watermill);
    for (String copy : List.of("watermill-mirror.html", "watermill-print.html")) {
      assertThat(mainText(FIRST.resolve(copy))).isEqualTo(original);
      assertThat(Files.mismatch(FIRST.resolve(copy), watermill)).isNotEqualTo(-1);
    }
  }

  @Test
  void oldCharsetsAreReallyUsed() throws IOException {
    byte[] russian = Files.readAllBytes(FIRST.resolve("ru-chasy.html"));
    assertThat(new String(russian, Charset.forName("windows-1251"))).contains("механические часы");
    byte[] french = Files.readAllBytes(FIRST.resolve("fr-sel.html"));
    assertThat(new String(french, Charset.forName("windows-1252"))).contains("œillets");
    assertThat(new String(french, StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @Test
  void oneRecordIsThereTwice() {
    long records =
        pages.stream().map(page -> WarcFile.recordId(page.url(), page.date())).distinct().count();
    assertThat(records).isEqualTo(pages.size() - 1L);
  }

  private static String mainText(Path file) throws IOException {
    // The label of fr-sel.html is in its HTTP header; jsoup finds the others itself.
    Charset charset = file.endsWith("fr-sel.html") ? Charset.forName("windows-1252") : null;
    Document page = Jsoup.parse(file.toFile(), charset == null ? null : charset.name());
    page.select("annotation, blockquote, form").remove();
    return page.select(MAIN_TEXT).text();
  }
}
