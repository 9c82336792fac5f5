// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The peer's rules one by one; the peer itself: {@link DatatroveUrlParityTest}. */
class DatatroveUrlFilterTest {
  private static final SuffixRules RULES =
      SuffixRules.of(List.of("com", "uk", "co.uk", "*.ck", "!www.ck", "рф", "jp"));

  private final DatatroveUrlFilter filter =
      lists("example.net", "sub.example.org", "#example.com", " 192.0.2.7 ").build();

  private static DatatroveUrlFilter.Builder lists(String... hosts) {
    DatatroveUrlFilter.Builder lists = new DatatroveUrlFilter.Builder();
    for (String host : hosts) {
      lists.line(ListFolder.Kind.HOSTS, "", host);
    }
    lists.line(ListFolder.Kind.URLS, "", "http://example.com/bad");
    lists.line(ListFolder.Kind.URLS, "", "http://example.com/straße");
    lists.line(ListFolder.Kind.HARD_WORDS, "", "HardWord");
    lists.line(ListFolder.Kind.HARD_WORDS, "", "two words");
    lists.line(ListFolder.Kind.SOFT_WORDS, "", "soft");
    lists.line(ListFolder.Kind.SOFT_WORDS, "", "mild");
    lists.line(ListFolder.Kind.SUBSTRINGS, "", "stuck-in");
    return lists;
  }

  @Test
  void eachRuleHasAnAddressThatFailsItAlone() {
    assertThat(filter.failures("http://www.example.net/"))
        .containsExactly(new Failure("domain", 1, 0));
    assertThat(filter.failures("http://sub.example.org/"))
        .containsExactly(new Failure("subdomain", 1, 0));
    assertThat(filter.failures("http://example.com/bad")).containsExactly(new Failure("url", 1, 0));
    assertThat(filter.failures("http://example.com/straße"))
        .containsExactly(new Failure("url", 1, 0));
    assertThat(filter.failures("http://example.com/hardword?x"))
        .containsExactly(new Failure("hard_blacklisted", 1, 0));
    assertThat(filter.failures("http://example.com/soft#mild"))
        .containsExactly(new Failure("soft_blacklisted", 2, 2));
    assertThat(filter.failures("http://example.com/Stu_CK/ins"))
        .containsExactly(new Failure("blacklisted_subword", 1, 0));
  }

  @Test
  void givesAllFailuresInThePeersOrder() {
    assertThat(filter.failures("http://example.net/hardword-twowords-mild-soft-stuckin"))
        .extracting(Failure::rule)
        .containsExactly(
            "domain", "subdomain", "hard_blacklisted", "soft_blacklisted", "blacklisted_subword");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://EXAMPLE.net/",
        "http://x.sub.example.org/",
        "http://192.0.2.7/",
        "https://example.com/bad",
        "http://example.com/bad/",
        "http://example.com/HARDWORD",
        "http://example.com/two-words",
        "http://example.com/soft-soft",
        "#example.com"
      })
  void keepsWhatThePeerKeeps(String url) {
    assertThat(filter.failures(url)).isEmpty();
  }

  @Test
  void theThresholdOfSoftWordsFailsToo() {
    String url = "http://example.com/mild/soft";

    assertThat(lists().withSoftWordThreshold(1).build().failures(url)).hasSize(1);
    assertThat(lists().withSoftWordThreshold(2).build().failures(url)).hasSize(1);
    assertThat(lists().withSoftWordThreshold(3).build().failures(url)).isEmpty();
  }

  @Test
  void anEmptyWordIsInEveryAddressThatEndsInNoLetter() {
    DatatroveUrlFilter.Builder lists = lists();
    lists.line(ListFolder.Kind.HARD_WORDS, "", "слово");
    lists.line(ListFolder.Kind.SUBSTRINGS, "", "");

    assertThat(lists.build().failures("http://example.com/"))
        .containsExactly(new Failure("hard_blacklisted", 1, 0));
    assertThat(lists.build().failures("/example")).hasSize(1);
    assertThat(lists.build().failures("http://example.com/a")).isEmpty();
  }

  @Test
  void shipsThePeersWords() {
    DatatroveUrlFilter shipped = new DatatroveUrlFilter.Builder().withShippedWords().build();

    assertThat(shipped.failures("http://example.com/hentai"))
        .containsExactly(new Failure("hard_blacklisted", 1, 0));
    assertThat(shipped.failures("http://example.com/penisland")).isEmpty();
    assertThat(shipped.failures("http://example.com/mill")).isEmpty();
  }

  @Test
  void readsTheSuffixesOfTldextractsSnapshot() throws NoSuchAlgorithmException {
    String rules = String.join("\n", SuffixRules.snapshotRules()) + "\n";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));

    // Of the sorted rules above "BEGIN PRIVATE DOMAINS" of tldextract 5.4.0's .tld_set_snapshot.
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("fb8419c17a533dfdd57199da1cef1481974119fe23ce7c478af3d12eb8466c8f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://a.b.com/x b.com a.b.com",
        "http://B.Com/ B.Com B.Com",
        "a.b.co.uk:80/x b.co.uk a.b.co.uk",
        "//b.com b.com b.com",
        "x-y.1+://u:p@q@b.com?x b.com b.com",
        "x_y://b.com - -",
        "http:///b.com - -",
        "http://b.com.../ b.com b.com",
        "http://b。com。/ b.com b.com",
        "http://a..b.com/ b.com a..b.com",
        "http://.b.com/ b.com b.com",
        "http://.com/ - -",
        "http://co.uk/ - -",
        "http://x.ck/ - -",
        "http://a.x.ck/ a.x.ck a.x.ck",
        "http://a.www.ck/ www.ck a.www.ck",
        "http://ck/ - -",
        "http://a.рф/ a.рф a.рф",
        "http://a.xn--p1ai/ a.xn--p1ai a.xn--p1ai",
        "http://a.XN--P1AI/ a.XN--P1AI a.XN--P1AI",
        "http://a.xn--p1ai\u200b/ - -",
        "http://192.0.2.7/ - -",
        "http://[::1]:80/ - -",
        "http://[b.com]/ - -",
        "http://[b.com/ [b.com [b.com",
        "http://a.invalid/ - -",
        "mailto:a@b.com b.com b.com",
      })
  void findsHostsAsTldextract(String url, String registered, String full) {
    assertThat(DatatroveHost.of(url, RULES))
        .as(url)
        .isEqualTo(
            new DatatroveHost(
                registered.equals("-") ? "" : registered, full.equals("-") ? "" : full));
  }

  @Test
  void whiteSpaceAroundAHostDoesNotCount() {
    assertThat(DatatroveHost.of("http:// \u00a0b.com\t/", RULES).full()).isEqualTo("b.com");
    assertThat(DatatroveHost.of(" http://b.com/", RULES).full()).isEmpty();
  }
}
