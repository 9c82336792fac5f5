// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.NearestName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {
  @Test
  void everyNameGivesTheHeuristicOfThatName() {
    assertThat(Dialects.names())
        .contains("gopher-quality@datatrove", "gopher-repetition@datatrove", "neutral@gristmill")
        .allSatisfy(name -> assertThat(Dialects.byName(name).name()).isEqualTo(name));
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialects.byName("gopher-qualty@datatrove"))
        .withMessage(
            "unknown dialect \"gopher-qualty@datatrove\"; did you mean"
                + " \"gopher-quality@datatrove\"?");
  }

  @Test
  void theNearestNameIgnoresCaseAndSurvivesLongInput() {
    assertThat(NearestName.of("NEUTRAL@GRISTMILL", Dialects.names())).contains("neutral@gristmill");
    assertThat(NearestName.of("x".repeat(1_000_000), List.of("b", "a"))).contains("b");
    assertThat(NearestName.of("x", List.of())).isEmpty();
  }
}
