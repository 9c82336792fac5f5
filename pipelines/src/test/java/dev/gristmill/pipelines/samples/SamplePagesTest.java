// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What samples/README.md claims about the pages. */
final class SamplePagesTest {
  private static final String MAIN_TEXT = "article > div, main, #content, .post-body";
  private static final Path SAMPLES =
      Path.of(System.getProperty("gristmill.root", ".."), "samples");

  private static List<SamplePage> pages;

  @BeforeAll
  static void loads() throws IOException {
    pages = PageManifest.load(SAMPLES.resolve("pages"));
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
    Path dir = SAMPLES.resolve("pages");
    String original = mainText(dir.resolve("watermill.html"));
    for (String copy : List.of("watermill-mirror.html", "watermill-print.html")) {
      assertThat(mainText(dir.resolve(copy))).isEqualTo(original);
      assertThat(Files.mismatch(dir.resolve(copy), dir.resolve("watermill.html"))).isNotEqualTo(-1);
    }
  }

  @Test
  void oldCharsetsAreReallyUsed() throws IOException {
    byte[] russian = Files.readAllBytes(SAMPLES.resolve("pages/ru-chasy.html"));
    assertThat(new String(russian, Charset.forName("windows-1251"))).contains("механические часы");
    byte[] french = Files.readAllBytes(SAMPLES.resolve("pages/fr-sel.html"));
    assertThat(new String(french, Charset.forName("windows-1252"))).contains("œillets");
    assertThat(new String(french, StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @Test
  void everyPageIsInTheManifestAndOneRecordIsThereTwice() throws IOException {
    Set<String> listed =
        pages.stream()
            .map(page -> page.file().getFileName().toString())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(SAMPLES.resolve("pages"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".html"))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
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
