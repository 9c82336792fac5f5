// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected lists are what CPython 3.11 prints for the same strings. */
class LinesTest {
  @Test
  void universalLinesAreThoseOfSplitlines() {
    assertThat(lines(Lines.UNIVERSAL, "")).isEmpty();
    assertThat(lines(Lines.UNIVERSAL, "\n")).containsExactly("");
    assertThat(lines(Lines.UNIVERSAL, "a\nb\r\nc\rd\u2028e\u0085f\u000bg\n"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g");
    assertThat(lines(Lines.UNIVERSAL, "a\n\n\rb")).containsExactly("a", "", "", "b");
    assertThat(lines(Lines.UNIVERSAL, "a\r")).containsExactly("a");
  }

  @Test
  void newlineRunsLeaveEmptyLinesAtBothEnds() {
    assertThat(lines(Lines.NEWLINE_RUNS, "")).containsExactly("");
    assertThat(lines(Lines.NEWLINE_RUNS, "\n\na\n\n\nb\rc\n")).containsExactly("", "a", "b\rc", "");
  }

  @Test
  void paragraphsAreSeparatedByBlankLinesOfTheStrippedText() {
    assertThat(lines(Lines.PARAGRAPHS, " \n\n ")).containsExactly("");
    assertThat(lines(Lines.PARAGRAPHS, "\u00a0a\nb\n\nc\n\n\n\nd \n \ne\n\n"))
        .containsExactly("a\nb", "c", "d \n \ne");
  }

  private static List<String> lines(Lines definition, String text) {
    Spans spans = TextView.of(text).lines(definition);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      lines.add(text.substring(spans.start(i), spans.end(i)));
    }
    return lines;
  }
}
