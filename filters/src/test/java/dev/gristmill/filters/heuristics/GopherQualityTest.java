// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gristmill.filters.Failure;
import dev.gristmill.filters.Heuristic;
import dev.gristmill.filters.MeasureContract;
import dev.gristmill.filters.SignalRow;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class GopherQualityTest extends MeasureContract {
  private static final String CLEAN = "the end of words ";

  @Override
  protected Heuristic subject() {
    return GopherQuality.defaults().heuristic(Words.WHITESPACE);
  }

  @Test
  void keepsCleanText() {
    assertThat(rules(CLEAN.repeat(20))).isEmpty();
  }

  @Test
  void dropsDocumentsUnderFiftyWords() {
    assertThat(rules(CLEAN.repeat(12) + "here")).containsExactly("gopher_short_doc");
    assertThat(rules(CLEAN.repeat(12) + "is here")).isEmpty();
  }

  @Test
  void wordsOfPunctuationDoNotCountAsWords() {
    assertThat(rules(CLEAN.repeat(12) + "here !")).contains("gopher_short_doc");
  }

  @Test
  void dropsDocumentsOverAHundredThousandWords() {
    assertThat(rules(CLEAN.repeat(25_000))).isEmpty();
    assertThat(rules(CLEAN.repeat(25_000) + "more")).containsExactly("gopher_long_doc");
  }

  @Test
  void dropsWordsThatAreShortOrLongOnAverage() {
    assertThat(rules("ab the of fo ".repeat(20))).containsExactly("gopher_below_avg_threshold");
    assertThat(rules("the and aaa bbb ".repeat(20))).isEmpty();
    assertThat(rules("the and aaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbb ".repeat(20))).isEmpty();
    assertThat(rules("the and aaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbb ".repeat(20)))
        .containsExactly("gopher_above_avg_threshold");
  }

  @Test
  void lengthsAreCodePoints() {
    assertThat(rules("the and \ud801\udc37\ud801\udc37\ud801\udc37 yes ".repeat(20))).isEmpty();
    assertThat(rules("the and \ud801\udc37\ud801\udc37 yes ".repeat(20)))
        .containsExactly("gopher_below_avg_threshold");
  }

  @Test
  void dropsMoreThanOneSymbolInTenWords() {
    String text = CLEAN.repeat(20);

    assertThat(rules("#".repeat(8) + text)).isEmpty();
    assertThat(rules("#".repeat(9) + text)).containsExactly("gopher_too_many_hashes");
    assertThat(rules("...".repeat(4) + "\u2026".repeat(4) + text)).isEmpty();
    assertThat(rules("...".repeat(5) + "\u2026".repeat(4) + text))
        .containsExactly("gopher_too_many_ellipsis");
  }

  @Test
  void dropsMoreThanNineBulletsInTenLines() {
    String bullets = ("- " + CLEAN + "\n").repeat(8) + " \u2022 " + CLEAN + "\n";

    assertThat(rules(bullets + CLEAN.repeat(4))).isEmpty();
    assertThat(rules(bullets + "-" + CLEAN.repeat(4))).containsExactly("gopher_too_many_bullets");
  }

  @Test
  void dropsMoreThanThreeLinesInTenThatEndInAnEllipsis() {
    String line = CLEAN + CLEAN + "\n";
    String cut = CLEAN + CLEAN.strip() + "... \n";

    assertThat(rules(cut.repeat(3) + line.repeat(7))).isEmpty();
    assertThat(rules(cut.repeat(4) + line.repeat(6)))
        .containsExactly("gopher_too_many_end_ellipsis");
  }

  @Test
  void dropsWhenFewerThanFourWordsInFiveHaveALetter() {
    assertThat(rules("the and word next 1234 ".repeat(20))).isEmpty();
    assertThat(rules("the and word next 1234 ".repeat(20) + "1234"))
        .containsExactly("gopher_below_alpha_threshold");
  }

  @Test
  void dropsTextWithOneDistinctStopWord() {
    assertThat(rules("with word next more ".repeat(20) + "The OF"))
        .containsExactly("gopher_enough_stop_words");
    assertThat(rules("with word next more ".repeat(20) + "of")).isEmpty();
  }

  @Test
  void anEmptyTextFailsByNumbersThatAreDefined() {
    assertThat(failures("").get(0)).isEqualTo(new Failure("gopher_short_doc", 0, 50));
    assertThat(rules(""))
        .containsExactly(
            "gopher_short_doc",
            "gopher_below_avg_threshold",
            "gopher_below_alpha_threshold",
            "gopher_enough_stop_words");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GopherQuality(-3, 9, 3, 10, 0.1, 0.9, 0.3, 0.8, 2))
        .withMessage("minWords must be in [0, 1000000], was -3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GopherQuality(50, 9, 3, 10, 0.1, 0.9, 0.3, 0.8, 2))
        .withMessageContaining("minWords must be at most maxWords");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GopherQuality(5, 9, 3, 10, 0.1, 1.9, 0.3, 0.8, 2))
        .withMessage("maxBulletLineShare must be in [0, 1], was 1.9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GopherQuality(5, 9, 3, 10, Double.NaN, 0.9, 0.3, 0.8, 2))
        .withMessageContaining("maxSymbolWordRatio");
  }

  private List<String> rules(String text) {
    return failures(text).stream().map(Failure::rule).toList();
  }

  private List<Failure> failures(String text) {
    Heuristic heuristic = subject();
    SignalRow row = new SignalRow(heuristic.measure().signals());
    heuristic.measure().measure(TextView.of(text), row);
    return heuristic.failures(row::value);
  }
}
