// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownMarkersTest {
  private static final List<Sections.Case> CASES =
      Sections.of(MarkdownMarkersTest.class, "markdown-markers.txt");

  @TestFactory
  Stream<DynamicTest> removesMarksAndNothingElse() {
    return CASES.stream()
        .map(
            given ->
                DynamicTest.dynamicTest(
                    given.name(),
                    () ->
                        assertThat(MarkdownMarkers.remove(given.part("markdown")))
                            .isEqualTo(
                                given.parts().getOrDefault("text", given.part("markdown")))));
  }

  @TestFactory
  Stream<DynamicTest> removesNothingFromPlainTextWithALineBreakAtItsEnd() {
    return CASES.stream()
        .filter(given -> !given.parts().containsKey("text"))
        .map(
            given ->
                DynamicTest.dynamicTest(
                    given.name(),
                    () ->
                        assertThat(MarkdownMarkers.remove(given.part("markdown") + "\n"))
                            .isEqualTo(given.part("markdown") + "\n")));
  }

  @Test
  void hasEnoughCases() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void keepsTextOfOneLetterOrNone() {
    assertThat(MarkdownMarkers.remove("")).isEmpty();
    assertThat(MarkdownMarkers.remove("a")).isEqualTo("a");
    assertThat(MarkdownMarkers.remove("\n\n")).isEqualTo("\n\n");
    assertThat(MarkdownMarkers.remove("`")).isEqualTo("`");
  }

  @Test
  void keepsCarriageReturns() {
    assertThat(MarkdownMarkers.remove("*one*\r\ntwo\r\n\r\nthree\r\n"))
        .isEqualTo("one\r\ntwo\r\n\r\nthree\r\n");
  }

  /** Each takes well under a second; the limit only catches the quadratic. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "_",
        "`",
        "[",
        "]",
        "[a](",
        "$",
        "<",
        "\\(",
        "![",
        "**a",
        "*a ",
        "*a* _b ",
        "`a``",
        "<!--",
        "> ",
        "- ",
        "# ",
        "|",
        "a|b\n|-|-|\n",
        "\\",
        "[^",
        "http://",
        "\n    ",
        "```\n",
        "[a]: b/c\n",
        "(",
        " ",
        "\n",
        "a  \n",
        "$a$ ",
        "<a:",
        "*[a*](b)"
      })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void readsAMegabyteOfOneThingRepeated(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    // The cells of a table are set apart by a space more.
    assertThat(MarkdownMarkers.remove(text).length()).isLessThanOrEqualTo(2 * text.length());
  }
}
