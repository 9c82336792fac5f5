// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhitespaceTest {
  @Test
  void knowsExactlyTheWhiteSpaceOfPython() {
    assertThat(members(c -> Whitespace.isSpace((char) c)))
        .isEqualTo(
            "9 a b c d 1c 1d 1e 1f 20 85 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009"
                + " 200a 2028 2029 202f 205f 3000");
  }

  @Test
  void knowsExactlyTheLineBreaksOfPython() {
    assertThat(members(c -> Whitespace.isLineBreak((char) c)))
        .isEqualTo("a b c d 1c 1d 1e 85 2028 2029");
  }

  @Test
  void punctuationHasAsManyMembersAsItsSource() {
    // 129 of PUNCTUATION and 159 sentence ends, of which . ! ? and three wide ones are in both.
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Punctuation::contains))
        .hasSize(129 + 159 - 7);
  }

  private static String members(IntPredicate set) {
    return IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(set)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(" "));
  }
}
