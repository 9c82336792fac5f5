// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void escapesTextsAndValues() {
    String page = new Html().leaf("p", "<a&b>'\"", "id", "\"x'<&>").page();

    assertThat(page)
        .isEqualTo(
            "<!DOCTYPE html>\n<p id=\"&quot;x&#39;&lt;&amp;&gt;\">&lt;a&amp;b&gt;&#39;&quot;</p>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "img", "iframe", "link", "base", "form", "P", "p x"})
  void refusesElementsThatLoadOrRun(String element) {
    assertThatThrownBy(() -> new Html().open(element)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"src,x", "onclick,x", "style,x", "href,https://x.example", "href,'#a\"b'", "ID,x"})
  void refusesAttributesThatLoadOrRun(String name, String value) {
    assertThatThrownBy(() -> new Html().open("a", name, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPageWithAnOpenElement() {
    assertThatThrownBy(() -> new Html().open("p").page())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Html().open("meta", "charset", "utf-8").page()).contains("<meta");
  }

  @ParameterizedTest
  @CsvSource({
    "0x1F, \u241F",
    "0x20, ' '",
    "0x7E, ~",
    "0x7F, \u2421",
    "0x80, \u27E8U+0080\u27E9",
    "0x9F, \u27E8U+009F\u27E9",
    "0xA0, '\u00A0'",
    "0xAD, \u27E8U+00AD\u27E9",
    "0x200B, \u27E8U+200B\u27E9",
    "0x200C, '\u200C'",
    "0x200D, '\u200D'",
    "0x200E, \u27E8U+200E\u27E9",
    "0x2010, \u2010",
    "0x2027, \u2027",
    "0x202A, \u27E8U+202A\u27E9",
    "0x202E, \u27E8U+202E\u27E9",
    "0x202F, '\u202F'",
    "0xD800, \uFFFD",
    "0xFFFF, \uFFFD",
    "0x1F600, \uD83D\uDE00",
    "0xE0041, \u27E8U+E0041\u27E9",
    "0xE0080, '\uDB40\uDC80'"
  })
  void showsWhatActsOrHides(int codePoint, String shown) {
    StringBuilder out = new StringBuilder();

    Visible.append(codePoint, out);

    assertThat(out).hasToString(shown);
  }

  @Test
  void keepsLineFeedAndTab() {
    assertThat(new Html().text("a\n\tb\r").page()).contains("a\n\tb\u240D");
  }

  @Test
  void cutsWithoutSplittingACharacter() {
    assertThat(WellFormed.cut("abcd", 4)).isEqualTo("abcd");
    assertThat(WellFormed.cut("abcde", 4)).isEqualTo("abc\u2026");
    assertThat(WellFormed.cut("ab\uD83D\uDE00de", 4)).isEqualTo("ab\u2026");
    assertThat(WellFormed.cut("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    assertThat(WellFormed.cut("\uDE00\uD83D", 4)).isEqualTo("\uFFFD\uFFFD");
  }
}
