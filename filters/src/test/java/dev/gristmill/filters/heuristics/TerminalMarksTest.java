// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerminalMarksTest {
  @Test
  void thereAreAsManyAsInTheSource() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(TerminalMarks::contains))
        .hasSize(159);
  }

  @Test
  void marksOfManyScriptsEndASentence() {
    assertThat(
            ".?!\u0589\u061f\u06d4\u0964\u104b\u1362\u17d4\u3002\uff01\uff0e\uff1f\uff61"
                .codePoints())
        .allMatch(TerminalMarks::contains);
  }

  @Test
  void quotationMarksBracketsAndEllipsesDoNot() {
    assertThat("\"'\u201c\u201d\u2019)]\u300d\u2026,;:-\n\t\u0085a1 ".codePoints())
        .noneMatch(TerminalMarks::contains);
  }
}
