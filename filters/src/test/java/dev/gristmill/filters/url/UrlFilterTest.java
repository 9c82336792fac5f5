// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlFilterTest {
  private static final UrlWords WORDS =
      new UrlWords(
          List.of("hardword", "two words"), List.of("soft", "mild | milder"), List.of("stuckin"));

  private final UrlFilter filter =
      UrlFilter.of(
          UrlFilterOptions.defaults().withIpHosts(true),
          List.of(HostList.of(List.of("bad.example")), HostList.of(List.of("x.bad.example"))),
          List.of(UrlList.of(List.of("host.example/bad"))),
          WORDS);

  @Test
  void eachRuleHasAnAddressThatFailsItAlone() {
    assertThat(filter.failures("http://www.bad.example/"))
        .containsExactly(new Failure("url_blocked_host", 1, 0));
    assertThat(filter.failures("http://host.example/bad/1"))
        .containsExactly(new Failure("url_blocked_url", 1, 0));
    assertThat(filter.failures("http://192.0.2.7/"))
        .containsExactly(new Failure("url_blocked_ip_host", 1, 0));
    assertThat(filter.failures("http://a.example/HardWord.html"))
        .containsExactly(new Failure("url_hard_word", 1, 0));
    assertThat(filter.failures("http://soft.example/a-mild-b"))
        .containsExactly(new Failure("url_soft_words", 2, 1));
    assertThat(filter.failures("http://theystuckinit.example/"))
        .containsExactly(new Failure("url_substring", 1, 0));
  }

  @Test
  void givesAllFailuresInTheOrderOfTheRules() {
    List<Failure> failures =
        filter.failures("http://x.bad.example/hardword/two_words/soft/mild/stuckinx");

    assertThat(failures)
        .containsExactly(
            new Failure("url_blocked_host", 2, 0),
            new Failure("url_hard_word", 2, 0),
            new Failure("url_soft_words", 2, 1),
            new Failure("url_substring", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "ftp://bad.example/",
        "http://notbad.example/",
        "http://a.example/hardwords",
        "http://a.example/softer-mild",
        "http://a.example/soft/soft/soft",
        "http://a.example/mild/milder",
        "http://a.example/two/x/words",
        "http://a.example/stuck-in",
        "http://a.example/?q=hardword",
        "http://a.example/#hardword"
      })
  void keepsWhatNoRuleSpeaksAgainst(String url) {
    assertThat(filter.failures(url)).isEmpty();
  }

  @Test
  void readsEscapesAndInternationalNames() {
    assertThat(rules("http://a.example/h%61rdw%6Frd")).containsExactly("url_hard_word");
    UrlFilter german =
        UrlFilter.of(
            UrlFilterOptions.defaults(),
            List.of(),
            List.of(),
            new UrlWords(List.of("übel"), List.of(), List.of()));
    assertThat(german.failures("http://xn--bel-goa.example/")).hasSize(1);
    assertThat(german.failures("http://a.example/%C3%9CBEL")).hasSize(1);
    assertThat(german.failures("http://a.example/%DCbel")).isEmpty();
  }

  @Test
  void rulesCanBeTurnedOff() {
    UrlFilter hostsOnly =
        UrlFilter.of(
            UrlFilterOptions.defaults().withWords(false),
            List.of(HostList.of(List.of("bad.example"))),
            List.of(),
            WORDS);

    assertThat(hostsOnly.ruleIds()).containsExactly("url_blocked_host", "url_blocked_url");
    assertThat(hostsOnly.failures("http://soft.example/hardword-mild")).isEmpty();
    assertThat(filter.ruleIds())
        .containsExactly(
            "url_blocked_host",
            "url_blocked_url",
            "url_blocked_ip_host",
            "url_hard_word",
            "url_soft_words",
            "url_substring");
    assertThat(UrlFilter.defaults().ruleIds()).doesNotContain("url_blocked_ip_host");
    assertThat(UrlFilter.defaults().failures("http://192.0.2.7/")).isEmpty();
  }

  @Test
  void allowsAsManySoftWordsAsTheOptionsSay() {
    UrlFilter strict =
        UrlFilter.of(UrlFilterOptions.defaults().withMaxSoftWords(0), List.of(), List.of(), WORDS);

    assertThat(strict.failures("http://soft.example/"))
        .containsExactly(new Failure("url_soft_words", 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UrlFilterOptions.defaults().withMaxSoftWords(-1))
        .withMessage("maxSoftWords must be at least 0, was -1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.pornhub.com/view?x=1",
        "http://anything.xxx/",
        "https://example.com/free-porn/1",
        "https://example.com/sex/NUDE/1.html",
        "https://bestcasinobonus.example/",
        "https://example.com/casino/poker",
        "https://example.com/buy-viagra-cheap",
        "https://example.com/%D0%BF%D0%BE%D1%80%D0%BD%D0%BE-%D0%B2%D0%B8%D0%B4%D0%B5%D0%BE",
        "https://slotgacor88.example/"
      })
  void theShippedListsDropSpamAndAdultPages(String url) {
    assertThat(UrlFilter.defaults().failures(url)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.scunthorpe.example/news",
        "https://www.essex.example/sussex-and-middlesex",
        "https://penistone.example/cockburn/dickens",
        "https://example.com/same-sex-marriage-ruling",
        "https://example.com/sex-education-in-schools",
        "https://example.com/revenge-porn-law-passed",
        "https://example.com/breast-cancer-screening",
        "https://example.com/health/viagra-side-effects",
        "https://example.com/erectile-dysfunction/cialis-levitra-viagra",
        "https://example.com/travel/monte-carlo-casino",
        "https://example.com/casino/casinos-of-the-world",
        "https://example.com/super-bowl-xxx",
        "https://example.com/lesbian-gay-and-transgender-rights",
        "https://example.com/milf-peace-talks-mindanao",
        "https://example.com/cars/escort/ford-escorts",
        "https://expertsexchange.example/",
        "https://penisland.example/",
        "https://therapistfinder.example/",
        "https://example.com/olives-extra-virgin",
        "https://example.com/analysis/classic-assassin",
        "https://example.com/cocktails/cumin-and-titanium"
      })
  void theShippedListsKeepHarmlessPages(String url) {
    assertThat(UrlFilter.defaults().failures(url)).isEmpty();
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(filter);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      UrlFilter copy = (UrlFilter) in.readObject();
      for (String url :
          List.of(
              "http://x.bad.example/hardword", "http://host.example/bad", "http://a.example/")) {
        assertThat(copy.failures(url)).isEqualTo(filter.failures(url));
      }
    }
  }

  private List<String> rules(String url) {
    return filter.failures(url).stream().map(Failure::rule).toList();
  }
}
