// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalRowTest {
  private final SignalRow row = new SignalRow(List.of("words", "letters"));

  @Test
  void givesBackWhatWasPut() {
    row.put("letters", 3);

    assertThat(row.value("letters")).isEqualTo(3);
  }

  @Test
  void anAbsentSignalIsAnError() {
    row.put("words", 1);
    row.clear();

    assertThatIllegalStateException()
        .isThrownBy(() -> row.value("words"))
        .withMessageContaining("words");
  }

  @Test
  void anUnknownSignalIsAnErrorThatNamesTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.put("word", 1))
        .withMessage("unknown signal \"word\"; did you mean \"words\"?");
  }

  @Test
  void rejectsNaNAndDoubleNames() {
    assertThatIllegalArgumentException().isThrownBy(() -> row.put("words", Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new SignalRow(List.of("a", "a")));
  }
}
