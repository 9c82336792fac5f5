// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.io.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hostile pages of the corpus of bad inputs, as a run reads them, under a heap smaller than the
 * 512 MiB that are promised. What is expected follows from the corpus's index.
 */
@Tag("shared")
@Tag("small-heap")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SharedHtmlTest {
  private static Path bad;

  @BeforeAll
  static void findShared() {
    String named = System.getProperty("gristmill.shared");
    String root = System.getProperty("gristmill.root", "..");
    bad = (named != null ? Path.of(named) : Path.of(root).resolve("../shared")).resolve("bad");
    Assumptions.assumeTrue(
        Files.isDirectory(bad), "no bad inputs at " + bad + ": set -Dgristmill.shared");
  }

  private static PageText read(Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    return PageText.of(
        new Page("", file.getFileName().toString(), "", 0, Page.Kind.HTML, body, "", "", "", ""));
  }

  private static long paragraphs(PageText page) {
    return page.text().lines().filter(line -> line.startsWith("Sentence number ")).count();
  }

  @ParameterizedTest
  @CsvSource({
    "gen-attr-collide.html",
    "gen-bidi-zw.html",
    "gen-huge-attr.html",
    "gen-meta-conflict.html",
    "gen-nul.html",
    "gen-unclosed-comment.html",
    "gen-utf16le-bom.html"
  })
  void keepsThirtyParagraphs(String file) throws IOException {
    PageText page = read(bad.resolve("generated/html").resolve(file));
    assertThat(page.status()).isEmpty();
    assertThat(paragraphs(page)).isEqualTo(30);
    assertThat(page.text()).doesNotContain("\0", "<script", "comment");
  }

  @Test
  void readsWhatIsTooDeepOrSaysSo() throws IOException {
    assertThat(read(bad.resolve("generated/html/gen-deep-div.html")).text()).isEqualTo("deep text");
    PageText mixed = read(bad.resolve("generated/html/gen-deep-mixed.html"));
    assertThat(mixed.status()).isEqualTo("html_too_deep");
  }

  @Test
  void saysThatAnEmptyPageIsEmpty() throws IOException {
    PageText page = read(bad.resolve("generated/html/gen-empty.html"));
    assertThat(page.text()).isEmpty();
    assertThat(page.status()).isEqualTo("html_empty");
  }

  @Test
  void readsShiftJisThatCallsItselfLatin() throws IOException {
    PageText page = read(bad.resolve("generated/html/gen-sjis-declared-latin1.html"));
    assertThat(page.text()).startsWith("\u65E5\u672C\u8A9E\u306E\u6587\u7AE0");
  }

  @Test
  void writesWellFormedTextForEveryFile() throws IOException {
    for (String folder : List.of("html", "generated/html")) {
      try (Stream<Path> files = Files.list(bad.resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          PageText page = read(file);
          String again =
              new String(page.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
          assertThat(page.text()).as(file.toString()).isEqualTo(again).doesNotContain("\0");
          assertThat(page.text().isEmpty()).isEqualTo(!page.status().isEmpty());
        }
      }
    }
  }
}
