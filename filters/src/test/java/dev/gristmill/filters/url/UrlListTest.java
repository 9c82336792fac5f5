// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UrlListTest {
  private final UrlList list =
      UrlList.of(
          List.of(
              "# pages",
              "host.example/bad",
              "https://www.host.example/Worse/",
              "http://host.example/x?b=1&a=2 # one page",
              "whole.example",
              "no page/at all"));

  @Test
  void aLineStandsForThePageAndAllBelowIt() {
    assertThat(
            List.of(
                "http://host.example/bad",
                "https://HOST.example/bad/",
                "https://www.host.example/bad?x=1",
                "http://host.example/bad/more/of/it",
                "http://host.example/Worse",
                "http://host.example/Worse?a",
                "http://whole.example",
                "http://www.whole.example/a/b?c"))
        .allMatch(list::contains);
  }

  @Test
  void matchesByPathSegmentNeverByLetters() {
    assertThat(
            List.of(
                "http://host.example/badge",
                "http://host.example/ba",
                "http://host.example/worse",
                "http://host.example/",
                "http://sub.host.example/bad",
                "http://host.example:8080/bad",
                "http://host.example/?u=/bad",
                "http://whole.example.org/",
                "ftp://host.example/bad",
                ""))
        .noneMatch(list::contains);
  }

  @Test
  void aLineWithAQueryStandsForThatPageAlone() {
    assertThat(list.contains("https://host.example/x?a=2&b=1&utm_source=y#z")).isTrue();
    assertThat(list.contains("https://host.example/x")).isFalse();
    assertThat(list.contains("https://host.example/x?a=2&b=1&c=3")).isFalse();
    assertThat(list.contains("https://host.example/x?a=2&b=1/c")).isFalse();
  }

  @Test
  void countsLinesThatAreNoAddress() {
    assertThat(list.size()).isEqualTo(4);
    assertThat(list.skippedLines()).isEqualTo(1);
  }

  @Test
  void isLinearInTheAddress() {
    UrlList deep =
        UrlList.of(
            IntStream.range(1, 200).mapToObj(i -> "host.example" + "/a".repeat(i * 150)).toList());

    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(deep.contains("http://host.example" + "/b".repeat(500_000))).isFalse());
    assertThat(deep.contains("http://host.example" + "/a".repeat(150) + "/c")).isTrue();
    assertThat(deep.contains("http://host.example" + "/a".repeat(149) + "/c")).isFalse();
  }
}
