// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.Measure;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CharacterSharesTest extends MeasureContract {

  @Override
  protected Heuristic subject() {
    return new Heuristic(new CharacterShares(), List.of());
  }

  @Test
  void sharesAreOfAllCodePoints() {
    SignalRow row = measured("Ab1 \u0968$,\ud83d\ude00\n.");

    assertThat(row.value("characters")).isEqualTo(10);
    assertThat(row.value("letters")).isEqualTo(0.2, within(1e-12));
    assertThat(row.value("uppercase")).isEqualTo(0.1, within(1e-12));
    assertThat(row.value("digits")).isEqualTo(0.2, within(1e-12));
    assertThat(row.value("whitespace")).isEqualTo(0.2, within(1e-12));
    assertThat(row.value("punctuation")).isEqualTo(0.2, within(1e-12));
    assertThat(row.value("symbols")).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void wordsAreTokensWithALetterOrADigit() {
    SignalRow row = measured("The mill, the mill - and 42 \u6c34\u8f66.");

    assertThat(row.value("words")).isEqualTo(8);
    assertThat(row.value("mean_word_length")).isEqualTo((3 + 4 + 3 + 4 + 3 + 2 + 1 + 1) / 8.0);
    assertThat(row.value("unique_word_share")).isEqualTo(7 / 8.0);
  }

  @Test
  void combiningMarksAreLetters() {
    assertThat(measured("\u0939\u093f\u0902\u0926\u0940").value("letters")).isEqualTo(1);
  }

  @Test
  void blankLinesDoNotCount() {
    assertThat(measured("a\n\n \nb\r\nc").value("lines")).isEqualTo(3);
  }

  @Test
  void nothingHasNoShares() {
    SignalRow row = measured("");

    assertThat(row.names()).allSatisfy(name -> assertThat(row.value(name)).isZero());
  }

  @Test
  void rulesOfTheUsersOwnFindIt() {
    assertThat(ServiceLoader.load(Measure.class)).contains(new CharacterShares());
  }

  private SignalRow measured(String text) {
    Measure measure = subject().measure();
    SignalRow row = new SignalRow(measure.signals());
    measure.measure(TextView.of(text), row);
    return row;
  }
}
