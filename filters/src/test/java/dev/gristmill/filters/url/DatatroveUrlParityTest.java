// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static dev.gristmill.filters.SharedFolder.jsonLines;
import static dev.gristmill.filters.SharedFolder.require;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * With the peer's lists, what datatrove's URLFilter drops is dropped for the same reason. Left out:
 * words that it finds only after deleting what separates words, or in the fragment.
 */
class DatatroveUrlParityTest {
  private static final Map<String, String> RULES =
      Map.of(
          "domain", UrlFilter.BLOCKED_HOST,
          "subdomain", UrlFilter.BLOCKED_HOST,
          "url", UrlFilter.BLOCKED_URL,
          "hard_blacklisted", UrlFilter.HARD_WORD,
          "soft_blacklisted", UrlFilter.SOFT_WORDS,
          "blacklisted_subword", UrlFilter.SUBSTRING);

  @Test
  void dropsWhatThePeerDrops() throws IOException {
    JsonNode lists =
        new ObjectMapper().readTree(require("parity/lists/url-small-lists.json").toFile());
    UrlWords words =
        new UrlWords(
            texts(lists.get("banned_words")),
            texts(lists.get("soft_banned_words")),
            texts(lists.get("banned_subwords")));
    UrlFilter filter =
        UrlFilter.of(
            UrlFilterOptions.defaults(),
            List.of(HostList.of(texts(lists.get("extra_domains")))),
            List.of(UrlList.of(texts(lists.get("extra_urls")))),
            words);
    List<String> kept = new ArrayList<>();
    int dropped = 0;
    for (JsonNode row : jsonLines(require("parity/urls/urls-datatrove.jsonl.gz"))) {
      String url = absolute(row);
      String decision = row.get("small_lists").asText();
      List<String> rules = filter.failures(url).stream().map(Failure::rule).toList();
      if (!decision.equals("keep")) {
        dropped++;
        boolean listed = decision.contains("domain") || decision.equals("url");
        if (!rules.contains(RULES.get(decision)) && (listed || isWritten(words, url))) {
          kept.add(decision + " " + url + " " + rules);
        }
      }
    }

    assertThat(dropped).isPositive();
    assertThat(kept).isEmpty();
  }

  @Test
  void findsTheRegistrableDomainThatThePeerFinds() throws IOException {
    List<String> different = new ArrayList<>();
    for (JsonNode row : jsonLines(require("parity/urls/urls-datatrove.jsonl.gz"))) {
      String expected = row.get("registered_domain").asText().toLowerCase(Locale.ROOT);
      String found = PageUrl.of(absolute(row)).map(PageUrl::registrableDomain).orElse("");
      if (!expected.isEmpty() && !found.endsWith("." + expected) && !found.equals(expected)) {
        different.add(expected + " " + found + " " + row.get("url").asText());
      }
    }

    assertThat(different).isEmpty();
  }

  private static String absolute(JsonNode row) {
    String url = row.get("url").asText();
    return url.contains("://") ? url : "http://" + url;
  }

  private static boolean isWritten(UrlWords words, String url) {
    String page = url.toLowerCase(Locale.ROOT).split("#", -1)[0];
    return words.hard().stream().anyMatch(page::contains)
        || words.substrings().stream().anyMatch(page::contains)
        || words.soft().stream().filter(page::contains).count() > 1;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
