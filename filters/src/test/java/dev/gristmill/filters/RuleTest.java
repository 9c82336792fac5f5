// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Rule SHORT = new Rule("short", "words", Direction.MIN, 50);
  private static final Rule LONG = new Rule("long", "words", Direction.MAX, 50);

  @Test
  void aMinimumFailsBelowItsLimitOnly() {
    assertThat(SHORT.check(49)).contains(new Failure("short", 49, 50));
    assertThat(SHORT.check(50)).isEmpty();
    assertThat(SHORT.check(51)).isEmpty();
  }

  @Test
  void aMaximumFailsAboveItsLimitOnly() {
    assertThat(LONG.check(49)).isEmpty();
    assertThat(LONG.check(50)).isEmpty();
    assertThat(LONG.check(51)).contains(new Failure("long", 51, 50));
  }

  @Test
  void rejectsNumbersThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHORT.check(Double.NaN))
        .withMessageContaining("words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule("short", "words", Direction.MIN, Double.NaN));
  }

  @Test
  void rejectsBlankNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule(" ", "words", Direction.MIN, 1))
        .withMessageContaining("blank");
  }
}
