// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageManifestTest {
  private static final String HEADER = "file\turl\tcontentType\tdate\tverdict\tpurpose\n";
  private static final String ROW =
      "a.html\thttps://a.example/1\ttext/html; charset=utf-8\t2024-03-01\tgood\tprose\n";

  @TempDir Path dir;
  private Path folder;

  @BeforeEach
  void writesOnePage() throws IOException {
    folder = Files.createDirectories(dir.resolve("first"));
    Files.writeString(folder.resolve("a.html"), "<p>a");
    Files.writeString(folder.resolve("pages.tsv"), HEADER + ROW);
  }

  @Test
  void namesFileAndLineOfABadRow() throws IOException {
    rejects(ROW.replace("2024-03-01", "1 March"), "date must be yyyy-mm-dd, was '1 March'");
    rejects(ROW.replace("good", "fine"), "verdict must be good or bad, was 'fine'");
    rejects(ROW.replace("a.html", "b.html"), "no such page file: " + folder.resolve("b.html"));
    rejects(
        ROW.replace("a.html", "../a.html"),
        "file must be a bare name of [a-z0-9.-] with .html, was '../a.html'");
    rejects(
        ROW.replace("a.html", "A.html"),
        "file must be a bare name of [a-z0-9.-] with .html, was 'A.html'");
    rejects(
        ROW.replace("a.example", "a.com"),
        "URL must be http(s) on a host under .example, was 'https://a.com/1'");
    rejects(
        ROW.replace("text/html", "image/png"),
        "content type must begin with text/html, was 'image/png; charset=utf-8'");
    rejects(ROW.replace("prose", " "), "purpose must say something");
    rejects("a.html\n", "6 columns expected, found 1");
  }

  @Test
  void refusesAnotherHeader() throws IOException {
    Files.writeString(folder.resolve("pages.tsv"), HEADER.replace("verdict", "keep") + ROW);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageManifest.load(folder))
        .withMessage(
            folder.resolve("pages.tsv")
                + ":1: the header must be file url contentType date verdict purpose");
  }

  @Test
  void refusesTheSameFileNameInTwoFolders() throws IOException {
    Path second = Files.createDirectories(dir.resolve("second"));
    Files.copy(folder.resolve("a.html"), second.resolve("b.html"));
    Files.writeString(second.resolve("pages.tsv"), HEADER + ROW.replace("a.html", "b.html"));
    assertThat(PageManifest.loadAll(dir)).hasSize(2);

    Files.copy(folder.resolve("a.html"), second.resolve("a.html"));
    Files.writeString(second.resolve("pages.tsv"), HEADER + ROW);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageManifest.loadAll(dir))
        .withMessage("a.html is listed in " + folder + " and " + second);
  }

  @Test
  void refusesADirectoryWithoutManifests() throws IOException {
    Path bare = Files.createDirectories(dir.resolve("bare"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageManifest.loadAll(bare))
        .withMessage("no folder with pages.tsv in " + bare);
  }

  private void rejects(String row, String reason) throws IOException {
    Files.writeString(folder.resolve("pages.tsv"), HEADER + ROW + row);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageManifest.load(folder))
        .withMessage(folder.resolve("pages.tsv") + ":3: " + reason);
  }
}
