// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.text.TextView;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeuristicTest {
  private static final Rule SHORT = new Rule("short", "units", Direction.MIN, 3);
  private static final Rule LONG = new Rule("long", "units", Direction.MAX, 5);

  /** The length in UTF-16 units. */
  private record Units() implements Measure {
    @Override
    public String name() {
      return "units@test";
    }

    @Override
    public List<String> signals() {
      return List.of("units");
    }

    @Override
    public void measure(TextView text, SignalSink sink) {
      sink.put("units", text.length());
    }
  }

  private static final Heuristic HEURISTIC = new Heuristic(new Units(), List.of(SHORT, LONG));

  @Test
  void givesEveryFailureInTheRulesOrder() {
    Heuristic impossible = HEURISTIC.withLimit("short", 9);

    assertThat(impossible.failures(signal -> 7))
        .containsExactly(new Failure("short", 7, 9), new Failure("long", 7, 5));
    assertThat(HEURISTIC.failures(signal -> 4)).isEmpty();
  }

  @Test
  void aRuleCanBeTakenAway() {
    assertThat(HEURISTIC.without("long").failures(signal -> 99)).isEmpty();
  }

  @Test
  void anUnknownRuleIsAnErrorThatNamesTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HEURISTIC.withLimit("shrt", 1))
        .withMessage("unknown rule \"shrt\" in units@test; did you mean \"short\"?");
    assertThatIllegalArgumentException().isThrownBy(() -> HEURISTIC.without("shrt"));
  }

  @Test
  void rulesMustBeUniqueAndAboutItsOwnSignals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Heuristic(new Units(), List.of(SHORT, SHORT)))
        .withMessageContaining("unique");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Heuristic(new Units(), List.of(new Rule("r", "words", Direction.MIN, 1))))
        .withMessageContaining("words");
  }
}
