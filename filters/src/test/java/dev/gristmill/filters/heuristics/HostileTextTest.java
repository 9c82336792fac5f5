// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.text.TextView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts on which anything quadratic would take minutes. */
class HostileTextTest {
  private static final Duration LINEAR = Duration.ofSeconds(20);

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("one letter", "a".repeat(1_000_000));
    texts.put("one full stop", ".".repeat(1_000_000));
    texts.put("one line feed", "\n".repeat(1_000_000));
    texts.put("one space", " ".repeat(1_000_000));
    texts.put("one combining mark", "\u0301".repeat(1_000_000));
    texts.put("one high surrogate", "\ud800".repeat(1_000_000));
    texts.put("a hundred thousand lines", "line\n".repeat(100_000));
    texts.put("a million equal words", "a ".repeat(1_000_000));
    texts.put("a million words of two kinds", "a b b a ".repeat(250_000));
    texts.put(
        "a million distinct words",
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> Integer.toString(i, 36))
            .collect(Collectors.joining(" ")));
    texts.put("long equal words", ("w".repeat(10_000) + " ").repeat(100));
    return texts;
  }

  @TestFactory
  Stream<DynamicTest> everyHeuristicIsLinear() {
    return texts().entrySet().stream()
        .flatMap(
            text ->
                Dialects.names().stream()
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                name + " on " + text.getKey(),
                                () -> measures(Dialects.byName(name), text.getValue()))));
  }

  private static void measures(Heuristic heuristic, String text) {
    Map<String, Double> values = new LinkedHashMap<>();
    assertTimeout(LINEAR, () -> heuristic.measure().measure(TextView.of(text), values::put));
    assertThat(values).hasSize(heuristic.measure().signals().size());
  }
}
