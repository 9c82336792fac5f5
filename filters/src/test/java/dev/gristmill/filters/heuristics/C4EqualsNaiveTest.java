// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.RandomText;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one pass over characters against the loop over strings, and on hostile text. */
class C4EqualsNaiveTest {
  private static final int TEXTS = 4000;
  private static final String[] PARTS = {
    "One two three.",
    "And so on!",
    "a",
    "b",
    ".",
    "...",
    "?",
    "\"",
    "[",
    "]",
    "[1]",
    "[edit]",
    "[citation needed]",
    "[12",
    "Lorem Ipsum",
    "JavaScript",
    "{",
    "privacy policy",
    "use coo\u212aies",
    "\u0130",
    "\ud801\udc37",
    "\ud800",
    "\u0661",
    "It is here. It is.",
    "Use Of Cookies",
    "w".repeat(1000),
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\u2028",
    "\u001c"
  };

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reasonsAndTextsAreTheOracles(boolean terminalPunctuation) {
    C4Quality quality = terminalPunctuation ? C4Quality.defaults() : C4Quality.noTerminal();
    Heuristic heuristic = quality.heuristic(Words.WHITESPACE);
    SignalRow row = new SignalRow(heuristic.measure().signals());
    TextView view = new TextView();
    Set<String> reasons = new TreeSet<>();
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = seed % 8 == 0 ? RandomText.of(seed, seed / 20) : text(seed);
      NaiveC4.Result expected = NaiveC4.of(text, terminalPunctuation);
      heuristic.measure().measure(view.reset(text), row);
      reasons.add(expected.reason());

      assertThat(
              heuristic.failures(row::value).stream().map(Failure::rule).findFirst().orElse("kept"))
          .as("seed %d", seed)
          .isEqualTo(expected.reason());
      if (expected.reason().equals("kept")) {
        assertThat(quality.rewrite(text)).as("seed %d", seed).isEqualTo(expected.text());
      }
    }
    assertThat(reasons)
        .containsExactly("curly_bracket", "kept", "lorem_ipsum", "too_few_sentences");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " ", "\n", "[", "[1", "[1]", ".", "u", "use ", "a b c.\n", "[\n", "\ud800"})
  void rewritingAMillionCharactersIsLinear(String part) {
    String text = part.repeat(1_000_000 / part.length());

    assertTimeout(Duration.ofSeconds(20), () -> C4Quality.noTerminal().rewrite(text));
  }

  private static String text(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // The rarer the parts that fail a document, the more texts are kept.
    int vocabulary = 1 + random.nextInt(PARTS.length);
    int shift = random.nextInt(PARTS.length);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(PARTS[(random.nextInt(vocabulary) + shift) % PARTS.length]);
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }
}
