// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleUtf8Test {

  private static String doubledBy1252(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return SingleByteCharset.of("windows-1252").orElseThrow().decode(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "déjà vu",
        "“It’s” – naïve…",
        "Привет, мир",
        "안녕하세요",
        "日本語のページ",
        "© 2010",
        "สวัสดี",
        "one é only",
        "\uD83D\uDE00 smile"
      })
  void undoesBothWaysOfDoubling(String text) {
    assertThat(DoubleUtf8.repair(doubledBy1252(text))).contains(text);
    assertThat(DoubleUtf8.repair(new String(text.getBytes(UTF_8), ISO_8859_1))).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "déjà vu",
        "Привет",
        "日本語",
        "NÃO",
        "UNE FORÊT",
        "“CAFÉ”",
        "CAFÉ”",
        "“quoted Ã©”",
        "Ã© and é",
        "Ã",
        "Ã©Ã"
      })
  void leavesProseAndPartialDamageAlone(String text) {
    assertThat(DoubleUtf8.repair(text)).isEmpty();
  }
}
