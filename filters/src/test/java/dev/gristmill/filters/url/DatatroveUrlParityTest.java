// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static dev.gristmill.filters.SharedFolder.jsonLines;
import static dev.gristmill.filters.SharedFolder.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The decisions of datatrove 0.10.1's URLFilter, address by address, and where ours differ.
 *
 * <p>The peer's own lists are in its package only: {@code -Dgristmill.datatroveAssets} or {@code
 * GRISTMILL_DATATROVE_ASSETS} names the folder {@code datatrove/assets} of an installed one.
 */
class DatatroveUrlParityTest {
  private static final Map<String, ListFolder.Kind> ARGUMENTS =
      Map.of(
          "extra_domains", ListFolder.Kind.HOSTS,
          "extra_urls", ListFolder.Kind.URLS,
          "banned_words", ListFolder.Kind.HARD_WORDS,
          "soft_banned_words", ListFolder.Kind.SOFT_WORDS,
          "banned_subwords", ListFolder.Kind.SUBSTRINGS);

  @Test
  void decidesAsThePeerWithSmallLists() throws IOException {
    DatatroveUrlFilter.Builder lists = new DatatroveUrlFilter.Builder();
    smallLists(lists);

    assertThat(differences(lists.build(), "small_lists")).isEmpty();
  }

  @Test
  void decidesAsThePeerWithItsOwnLists() throws IOException {
    DatatroveUrlFilter.Builder lists = new DatatroveUrlFilter.Builder();
    ListFolder.load(assets(), List.of(), lists);

    assertThat(differences(lists.build(), "integrated")).isEmpty();
  }

  @Test
  void shipsThePeersWordsUnchanged() throws IOException {
    for (String file : List.of("banned_words", "soft_banned_words", "banned_subwords")) {
      List<String> shipped = new ArrayList<>();
      ListLines.rawResource("datatrove/" + file + ".txt", shipped::add);
      assertThat(shipped).isEqualTo(Files.readAllLines(assets().resolve(file + ".txt")));
    }
  }

  @Test
  void findsTheHostThatThePeerFinds() throws IOException {
    SuffixRules rules = SuffixRules.snapshot();
    int rows = 0;
    for (JsonNode row : jsonLines(require("parity/urls/urls-datatrove.jsonl.gz"))) {
      assertThat(DatatroveHost.of(row.get("url").asText(), rules))
          .isEqualTo(
              new DatatroveHost(row.get("registered_domain").asText(), row.get("fqdn").asText()));
      assertThat(DatatroveWords.normalized(row.get("url").asText()))
          .isEqualTo(row.get("normalized").asText());
      rows++;
    }
    assertThat(rows).isGreaterThan(200);
  }

  @Test
  void ourRegistrableDomainEndsInThePeers() throws IOException {
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

  @Test
  void everyDifferenceOfOurDecisionsIsOfAKnownKind() throws IOException {
    DatatroveUrlFilter.Builder theirs = new DatatroveUrlFilter.Builder();
    smallLists(theirs);
    UrlFilterLists ours = new UrlFilterLists();
    smallLists(ours);

    assertThat(kinds(ours.filter(UrlFilterOptions.defaults()), theirs.build()))
        .doesNotContainKey("unknown")
        .hasSizeGreaterThan(4);
  }

  @Test
  void everyDifferenceWithThePeersOwnListsIsOfAKnownKind() throws IOException {
    DatatroveUrlFilter.Builder theirs = new DatatroveUrlFilter.Builder();
    ListFolder.load(assets(), List.of(), theirs);
    UrlFilterLists ours = new UrlFilterLists();
    ListFolder.load(assets(), List.of(), ours);

    assertThat(kinds(ours.filter(UrlFilterOptions.defaults()), theirs.build()))
        .doesNotContainKey("unknown")
        .isNotEmpty();
  }

  private static List<String> differences(DatatroveUrlFilter filter, String column)
      throws IOException {
    List<String> differences = new ArrayList<>();
    List<JsonNode> rows = jsonLines(require("parity/urls/urls-datatrove.jsonl.gz"));
    assertThat(rows).hasSizeGreaterThan(200);
    for (JsonNode row : rows) {
      List<Failure> failures = filter.failures(row.get("url").asText());
      String found = failures.isEmpty() ? "keep" : failures.get(0).rule();
      if (!found.equals(row.get(column).asText())) {
        differences.add(found + " not " + row);
      }
    }
    return differences;
  }

  /** Kinds of difference, as the page stages/urls.md names them, with their numbers. */
  private static Map<String, Integer> kinds(UrlFilter ours, DatatroveUrlFilter theirs)
      throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    for (JsonNode row : jsonLines(require("parity/urls/urls-datatrove.jsonl.gz"))) {
      String url = row.get("url").asText();
      boolean weKeep = ours.failures(url).isEmpty();
      boolean theyKeep = theirs.failures(url).isEmpty();
      if (weKeep != theyKeep) {
        String kind = weKeep ? theyDrop(url, theirs) : weDrop(url, ours, theirs);
        kinds.merge(kind, 1, Integer::sum);
        if (kind.equals("unknown")) {
          kinds.merge(url, 1, Integer::sum);
        }
      }
    }
    return kinds;
  }

  private static String weDrop(String url, UrlFilter ours, DatatroveUrlFilter theirs) {
    DatatroveHost host = DatatroveHost.of(url, SuffixRules.snapshot());
    return switch (ours.failures(url).get(0).rule()) {
      case UrlFilter.BLOCKED_HOST ->
          host.full().isEmpty()
              ? "host without a public suffix"
              : host.full().equals(PageUrl.of(url).orElseThrow().host())
                  ? "host below a listed one"
                  : "spelling of the host";
      case UrlFilter.BLOCKED_URL -> "spelling of a listed page";
      default ->
          !theirs.failures(url.toLowerCase(Locale.ROOT)).isEmpty()
              ? "case of words"
              : !theirs.failures(PercentEscapes.decoded(url).toLowerCase(Locale.ROOT)).isEmpty()
                  ? "escapes"
                  : !theirs.failures(url.replaceAll("[-_ +]", "")).isEmpty()
                      ? "phrases"
                      : "unknown";
    };
  }

  private static String theyDrop(String url, DatatroveUrlFilter theirs) {
    if (PageUrl.of(url).isEmpty()) {
      return "no web address";
    }
    if (theirs.failures(url.split("[?#]", -1)[0]).isEmpty()) {
      return "words of query and fragment";
    }
    return switch (theirs.failures(url).get(0).rule()) {
      case DatatroveUrlFilter.SUBSTRING -> "substrings across borders";
      case DatatroveUrlFilter.HARD, DatatroveUrlFilter.SOFT -> "phrases";
      default -> "unknown";
    };
  }

  private static void smallLists(ListFolder.Sink sink) throws IOException {
    JsonNode lists =
        new ObjectMapper().readTree(require("parity/lists/url-small-lists.json").toFile());
    ARGUMENTS.forEach(
        (argument, kind) ->
            lists.get(argument).forEach(line -> sink.line(kind, "small", line.asText())));
  }

  private static Path assets() {
    String named = System.getProperty("gristmill.datatroveAssets", "");
    String folder = named.isBlank() ? System.getenv("GRISTMILL_DATATROVE_ASSETS") : named;
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder)),
        "skipped: -Dgristmill.datatroveAssets names no folder; it is datatrove/assets of the"
            + " Python package datatrove 0.10.1");
    return Path.of(folder);
  }

  private static String absolute(JsonNode row) {
    String url = row.get("url").asText();
    return url.contains("://") ? url : "http://" + url;
  }
}
