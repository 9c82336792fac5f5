// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  private static final Duration LINEAR = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "HTTP://Example.ORG http://example.org/",
        "https://example.org:443/a https://example.org/a",
        "http://example.org:80/a http://example.org/a",
        "http://example.org:443/a http://example.org:443/a",
        "http://example.org:/a http://example.org/a",
        "http://example.org:0080/a http://example.org/a",
        "http://user:pass@example.org/a http://example.org/a",
        "http://a@b@example.org/ http://example.org/",
        "http://example.org./a http://example.org/a",
        "http://example.org/a#b http://example.org/a",
        "http://example.org#b http://example.org/",
        "http://example.org/a#b?c=d http://example.org/a",
        "http://example.org? http://example.org/",
        "http://example.org?b=1 http://example.org/?b=1",
        "http://example.org/?b=1&a=2 http://example.org/?a=2&b=1",
        "http://example.org/?a=2&a=1&A=3 http://example.org/?A=3&a=2&a=1",
        "http://example.org/?&&a=1&& http://example.org/?a=1",
        "http://example.org/./a/../b/. http://example.org/b/",
        "http://example.org/../../a http://example.org/a",
        "http://example.org/a/%2e%2E/b http://example.org/b",
        "http://example.org/a/.. http://example.org/",
        "http://example.org/a//b http://example.org/a//b",
        "http://example.org/a/..b/c. http://example.org/a/..b/c.",
        "http://example.org\\a\\b http://example.org/a/b",
        "http://example.org/%7euser http://example.org/~user",
        "http://example.org/%c3%a9 http://example.org/%C3%A9",
        "http://example.org/é http://example.org/%C3%A9",
        "http://example.org/😀 http://example.org/%F0%9F%98%80",
        "http://example.org/100% http://example.org/100%25",
        "http://example.org/%zz http://example.org/%25zz",
        "http://example.org/%%34%31 http://example.org/%2541",
        "http://example.org/a[1] http://example.org/a%5B1%5D",
        "http://ex%61mple.org/ http://example.org/",
        "http://bücher.example/ http://xn--bcher-kva.example/",
        "http://BÜCHER.example/ http://xn--bcher-kva.example/",
        "http://例え。テスト/ http://xn--r8jz45g.xn--zckzah/",
        "http://2130706433/ http://127.0.0.1/",
        "http://0x7f.1/ http://127.0.0.1/",
        "http://0177.0.0.01/ http://127.0.0.1/",
        "http://１２７.0.0.1/ http://127.0.0.1/",
        "http://[2001:DB8:0:0:0:0:0:1]:80/ http://[2001:db8::1]/",
        "http://[::ffff:192.0.2.1]:8080/ http://[::ffff:c000:201]:8080/",
        "http://[::]/ http://[::]/",
        "http://[1:0:0:2::3]/ http://[1:0:0:2::3]/",
      })
  void writesOneSpelling(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
  }

  @Test
  void ignoresWhiteSpaceAroundAndLineFeedsInside() {
    assertThat(CanonicalUrl.of(" \n http://exam\r\nple.org/a\tb c \u0000"))
        .isEqualTo("http://example.org/ab%20c");
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(CanonicalUrl.of("http://example.org/\ud800x"))
        .isEqualTo("http://example.org/%EF%BF%BDx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utm_source=x",
        "UTM_Campaign=x",
        "utm_=x",
        "%75tm_medium=x",
        "gclid=x",
        "fbclid=x",
        "msclkid",
        "mc_cid=1",
        "mc_eid=1",
        "igshid=x",
        "_ga=1.2",
        "ref_src=twsrc"
      })
  void dropsParametersThatTrack(String parameter) {
    assertThat(CanonicalUrl.of("https://example.org/a?" + parameter))
        .isEqualTo("https://example.org/a");
    assertThat(CanonicalUrl.of("https://example.org/a?z=1&" + parameter + "&b=2"))
        .isEqualTo("https://example.org/a?b=2&z=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ref=main", "source=x", "id=1", "utm=1", "xutm_source=1", "page=2", "q"})
  void keepsParametersThatMayChooseThePage(String parameter) {
    assertThat(CanonicalUrl.of("https://example.org/a?" + parameter))
        .isEqualTo("https://example.org/a?" + parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "example.org",
        "//example.org/",
        "/a/b",
        "../../etc/passwd",
        "http:",
        "http:/",
        "http://",
        "http:///a",
        "http:example.org",
        "http://#",
        "http://?a",
        "http://:80/",
        "http://user@/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@example.org",
        "httpx://example.org/",
        "http://a..b/",
        "http://.a/",
        "http://a b/",
        "http://a%20b/",
        "http://a%2fb/",
        "http://a<b/",
        "http://example.org:65536/",
        "http://example.org:99999999999999999999/",
        "http://example.org:8o/",
        "http://example.org:-1/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://09.1.1.1/",
        "http://[::1/",
        "http://[::1]x/",
        "http://[]/",
        "http://[1:2:3]/",
        "http://[1::2::3]/",
        "http://[1:2:3:4:5:6:7:8:9]/",
        "http://[::12345]/",
        "http://[::1%25eth0]/",
        "http://[::1.2.3]/",
        "http://[:1]/",
        "http://xn--ü.example/",
        "http://\ud800.example/"
      })
  void givesNothingForWhatIsNoAbsoluteWebAddress(String url) {
    assertThat(CanonicalUrl.of(url)).isEmpty();
    assertThat(CanonicalUrl.dedupKey(url)).isEmpty();
  }

  @Test
  void limitsLabelsTo63AndNamesTo253Letters() {
    String label = "a".repeat(63);
    String longest = (label + ".").repeat(3) + "a".repeat(61);

    assertThat(CanonicalUrl.of("http://" + label + ".org/")).isNotEmpty();
    assertThat(CanonicalUrl.of("http://a" + label + ".org/")).isEmpty();
    assertThat(CanonicalUrl.of("http://" + longest + "/")).isNotEmpty();
    assertThat(CanonicalUrl.of("http://" + longest + "a/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://www.example.org/ example.org",
        "https://example.org example.org",
        "https://example.org/a/ example.org/a",
        "https://example.org/a// example.org/a",
        "https://WWW.example.org/a?utm_source=x example.org/a",
        "https://example.org/a/?b=1 example.org/a?b=1",
        "http://www.org/ www.org",
        "http://www2.example.org/ www2.example.org",
        "http://www.example.org:8080/a/ example.org:8080/a",
      })
  void dedupKeyIgnoresSchemeWwwAndClosingSlash(String url, String key) {
    assertThat(CanonicalUrl.dedupKey(url)).isEqualTo(key);
    assertThat(CanonicalUrl.dedupKey(CanonicalUrl.of(url))).isEqualTo(key);
  }

  @Test
  void isIdempotentOnRandomAddresses() {
    List<String> parts =
        List.of(
            "a",
            "B",
            "%",
            "%2",
            "%2e",
            "%2F",
            "%41",
            "%c3%a9",
            ".",
            "..",
            "/",
            "//",
            "\\",
            "?",
            "&",
            "=",
            "#",
            ":",
            "@",
            "[",
            "]",
            ";",
            "é",
            "ß",
            "。",
            "xn--",
            "-",
            "_",
            "1",
            "0x1",
            "\ud83d\ude00",
            "\ud800",
            "\udc00",
            "\u0000",
            " ",
            "\t",
            "\n",
            "www.",
            "utm_a=",
            "80",
            "::",
            "\u0130",
            "\u2026",
            "\u2100",
            "\u00ad",
            "\u200d",
            "\uff0e",
            "\uff21",
            "+",
            "~",
            "example.org",
            "\u3002",
            "gclid=",
            "\u0661");
    SplittableRandom random = new SplittableRandom(20261124);
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "HTTPS:\\\\");
      url.append(random.nextInt(3) == 0 ? "" : "example.org/");
      int count = random.nextInt(12);
      for (int j = 0; j < count; j++) {
        url.append(parts.get(random.nextInt(parts.size())));
      }
      String canonical = CanonicalUrl.of(url.toString());
      assertThat(CanonicalUrl.of(canonical)).as(url.toString()).isEqualTo(canonical);
      assertThat(CanonicalUrl.dedupKey(canonical))
          .as(url.toString())
          .isEqualTo(CanonicalUrl.dedupKey(url.toString()));
      assertThat(canonical).as(url.toString()).matches("(https?://[!-~]+/[!-~]*)?");
      valid += canonical.isEmpty() ? 0 : 1;
    }
    assertThat(valid).isBetween(100_000, 190_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "%", "%2", "%2e/", "/", "../", "a/../", "./", "?", "&", "a=1&", "utm_a&", "#", ":",
        "@", "[", ".", "a.", "é", "é.", "\ud800", "\\", "\n", " ", "1.", "::", "b&a&", "/a?"
      })
  void isLinearOnHostileAddresses(String part) {
    String million = part.repeat(1_000_000 / part.length());
    for (String before :
        List.of(
            "",
            "http://",
            "http://a@",
            "http://example.org/",
            "http://example.org/?",
            "http://[")) {
      assertTimeout(
          LINEAR,
          () -> {
            String canonical = CanonicalUrl.of(before + million);
            assertThat(CanonicalUrl.of(canonical).equals(canonical)).isTrue();
          });
    }
  }
}
