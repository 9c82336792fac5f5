// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of a million letters, and of any letters. */
class UrlHostileTest {
  private static final Duration LINEAR = Duration.ofSeconds(10);

  private final UrlFilter ours = UrlFilterLists.shipped().filter(UrlFilterOptions.defaults());
  private final DatatroveUrlFilter theirs =
      new DatatroveUrlFilter.Builder().withShippedWords().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", ".", "a.", "com.", "xn--", "xn--a.", "-", "/", "//", "//:", ":", "@", "[", "]", "%",
        "%61", "%c3%a9", "?", "#", "sex ", "sex-", "porn/", "xx", "hot", "é", "。", "\ud800", "😀",
        "İ", "\n", "\u0000", "あ", "เ", "1", "0x"
      })
  void aMillionLettersTakeLinearTime(String part) {
    String million = part.repeat(1_000_000 / part.length());
    for (String before : List.of("", "http://", "http://example.com/", "//", "a://u@[")) {
      assertTimeout(
          LINEAR,
          () -> {
            ours.failures(before + million);
            ours.lists(before + million);
            theirs.failures(before + million);
          });
    }
  }

  @Test
  void noLettersRaiseAnything() {
    SplittableRandom random = new SplittableRandom(20261124);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "");
      int length = random.nextInt(20);
      for (int j = 0; j < length; j++) {
        int range = random.nextInt(4);
        url.append((char) random.nextInt(range == 0 ? 0x80 : range == 1 ? 0x400 : 0x10000));
        url.append(range == 3 ? "./:@[]%?#".charAt(random.nextInt(9)) : 'a');
      }
      assertThatNoException().as(url.toString()).isThrownBy(() -> judge(url.toString()));
    }
  }

  private void judge(String url) {
    assertThat(ours.failures(url)).isNotNull();
    assertThat(ours.lists(url)).isNotNull();
    assertThat(theirs.failures(url)).isNotNull();
    assertThat(CanonicalUrl.dedupKey(url)).isNotNull();
  }
}
