// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents say of other programs' ways with addresses, on examples of our own. */
class UrlDifferencesTest {
  private static <T extends ListFolder.Sink> T lists(T sink) {
    List.of("example.net", "sub.example.org", "192.0.2.7", "mill.example", "bücher.example.com")
        .forEach(line -> sink.line(ListFolder.Kind.HOSTS, "own", line));
    List.of("example.com/bad", "http://example.com/worse")
        .forEach(line -> sink.line(ListFolder.Kind.URLS, "own", line));
    List.of("hardword", "two words")
        .forEach(line -> sink.line(ListFolder.Kind.HARD_WORDS, "own", line));
    List.of("soft", "mild").forEach(line -> sink.line(ListFolder.Kind.SOFT_WORDS, "own", line));
    List.of("stuckin", "low-water")
        .forEach(line -> sink.line(ListFolder.Kind.SUBSTRINGS, "own", line));
    return sink;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // address, datatrove, ours
        "http://example.net/ drop drop",
        "http://Example.NET/ keep drop",
        "http://ex%61mple.net/ keep drop",
        "http://xn--bcher-kva.example.com/ keep drop",
        "http://www.sub.example.org/ keep drop",
        "http://192.0.2.7/ keep drop",
        "http://0xc0000207/ keep drop",
        "http://mill.example/ keep drop",
        "http://example.com/bad keep drop",
        "http://example.com/worse drop drop",
        "https://www.example.com/worse/page keep drop",
        "http://example.com/HardWord keep drop",
        "http://example.com/h%61rdword keep drop",
        "http://example.com/two-words keep drop",
        "http://example.com/twowords drop keep",
        "http://example.com/hardwordé drop keep",
        "http://example.com/?q=hardword drop keep",
        "http://example.com/#hardword drop keep",
        "http://hardword@example.com/ drop keep",
        "http://example.com/soft#mild drop keep",
        "http://example.com/s-t-u-c-k-i-n drop keep",
        "http://example.com/stuck/inside drop keep",
        "http://example.com/lowwater drop keep",
        "http://example.com/low/water drop drop",
        "ftp://example.net/ drop keep",
        "example.net/page drop keep",
      })
  void datatroveDecidesOtherwise(String url, String theirs, String ours) {
    DatatroveUrlFilter datatrove = lists(new DatatroveUrlFilter.Builder()).build();
    UrlFilter filter = lists(new UrlFilterLists()).filter(UrlFilterOptions.defaults());

    assertThat(datatrove.failures(url).isEmpty() ? "keep" : "drop").isEqualTo(theirs);
    assertThat(filter.failures(url).isEmpty() ? "keep" : "drop").isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "none",
      value = {
        "http://mill.example/..//..a http://mill.examplea http://mill.example//..a",
        "http://mill.example/a//b http://mill.example/a/b http://mill.example/a//b",
        "http://mill.example/?utm_source=x http://mill.example/?utm_source=x http://mill.example/",
        "http://0x7f.1/ http://0x7f.1/ http://127.0.0.1/",
        "http://[::1]/ none http://[::1]/",
        "http:\\\\mill.example\\a none http://mill.example/a",
      })
  void crawlerCommonsNormalizesOtherwise(String url, String theirs, String ours) {
    assertThat(new BasicURLNormalizer().filter(url)).isEqualTo(theirs);
    assertThat(CanonicalUrl.of(url)).isEqualTo(ours);
  }
}
