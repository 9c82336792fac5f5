// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.text.CleanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @Test
  void unifiesLineEnds() {
    assertThat(CleanText.clean("a\r\nb\rc\u0085d\u2028e")).isEqualTo("a\nb\nc\nd\ne");
  }

  @Test
  void keepsOneEmptyLineOfMany() {
    assertThat(CleanText.clean("\n\na\n\n\n \n\nb\n\n")).isEqualTo("a\n\nb");
  }

  @Test
  void dropsControlsAndTrailingBlanks() {
    assertThat(CleanText.clean("\uFEFFa\u0000b \t\nc\u00ADd\u200B\u001B")).isEqualTo("ab\ncd");
  }

  @Test
  void keepsIndentationAndJoiners() {
    String text = "if x:\n    می\u200Cخواهم\n\tक्\u200Dष";
    assertThat(CleanText.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\r\r\n", "a \r\n\r\n\r\n b\u0007 \n", " \n \n a"})
  void cleaningTwiceChangesNothing(String text) {
    String once = CleanText.clean(text);
    assertThat(CleanText.clean(once)).isEqualTo(once);
  }
}
