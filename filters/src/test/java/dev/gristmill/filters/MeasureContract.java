// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.text.TextView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every built-in heuristic and its measure must hold. */
public abstract class MeasureContract {
  /** The heuristic under test. */
  protected abstract Heuristic subject();

  @Test
  void putsEverySignalExactlyOnceAndNeverNaN() {
    Measure measure = subject().measure();
    for (String text : texts()) {
      List<String> put = new ArrayList<>();
      measure.measure(
          TextView.of(text),
          (signal, value) -> {
            put.add(signal);
            assertThat(value).as(signal).isFinite().isNotNegative();
          });
      assertThat(put).containsExactlyInAnyOrderElementsOf(measure.signals());
    }
  }

  @Test
  void aReusedViewGivesTheSameValuesAsAFreshOne() {
    TextView reused = new TextView();
    for (String text : texts()) {
      assertThat(measured(reused.reset(text))).isEqualTo(measured(TextView.of(text)));
    }
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(subject());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(subject());
    }
  }

  private Map<String, Double> measured(TextView text) {
    Map<String, Double> values = new LinkedHashMap<>();
    subject().measure().measure(text, values::put);
    return values;
  }

  private static List<String> texts() {
    List<String> texts =
        new ArrayList<>(List.of("", " ", "\n", "a", "\ud800", "\u0000", "...", "#"));
    for (int seed = 0; seed < 60; seed++) {
      texts.add(RandomText.of(seed, seed * 7));
    }
    return texts;
  }
}
