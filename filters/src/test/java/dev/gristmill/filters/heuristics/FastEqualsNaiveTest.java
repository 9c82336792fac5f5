// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.Measure;
import dev.gristmill.filters.RandomText;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastEqualsNaiveTest {
  private static final int TEXTS = 400;

  @ParameterizedTest
  @EnumSource(Words.class)
  void qualitySignalsAreTheOracles(Words words) {
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = RandomText.of(seed, seed);
      assertThat(measured(GopherQualitySignals.english(words), text))
          .as("seed %d", seed)
          .isEqualTo(NaiveGopher.quality(text, words));
    }
  }

  @ParameterizedTest
  @EnumSource(Words.class)
  void repetitionSignalsAreTheOracles(Words words) {
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = RandomText.of(seed, seed);
      assertThat(measured(new GopherRepetitionSignals(words), text))
          .as("seed %d", seed)
          .isEqualTo(NaiveGopher.repetition(text, words));
    }
  }

  private static Map<String, Double> measured(Measure measure, String text) {
    Map<String, Double> values = new HashMap<>();
    measure.measure(TextView.of(text), values::put);
    return values;
  }
}
