// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.url.UrlFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code SOURCES.md} says of the shipped lists is true. */
class ShippedListsTest {
  @Test
  void theDigestsOfTheWordListsAreThoseInTheirSourcesFile() throws Exception {
    assertThat(rowsThatHold(NsfwWords.class)).isEqualTo(29);
  }

  @Test
  void theDigestsOfTheUrlListsAreThoseInTheirSourcesFile() throws Exception {
    assertThat(rowsThatHold(UrlFilter.class)).isEqualTo(10);
  }

  @Test
  void everyOrdinaryEntryIsInTheListItIsTakenFrom() {
    for (String file :
        List.of(
            "ar",
            "cs",
            "da",
            "de",
            "en",
            "es",
            "fa",
            "fi",
            "fil",
            "fr",
            "fr-CA-u-sd-caqc",
            "hi",
            "hu",
            "it",
            "ja",
            "kab",
            "ko",
            "nl",
            "no",
            "pl",
            "pt",
            "ru",
            "sv",
            "th",
            "tr",
            "zh")) {
      assertThat(NsfwLists.file(file)).as(file).containsAll(NsfwLists.ordinary(file));
      assertThat(NsfwLists.ordinary(file)).as(file).isNotEmpty();
    }
    assertThat(NsfwLists.file("en")).containsAll(NsfwLists.ordinary("*"));
  }

  private static int rowsThatHold(Class<?> beside) throws IOException, NoSuchAlgorithmException {
    int rows = 0;
    for (String line : text(beside, "SOURCES.md").lines().toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[3].strip().length() == 64) {
        String name = cells[1].strip();
        byte[] content = text(beside, name).getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertThat(cells[3].strip()).as(name).isEqualTo(HexFormat.of().formatHex(digest));
        rows++;
      }
    }
    return rows;
  }

  private static String text(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
