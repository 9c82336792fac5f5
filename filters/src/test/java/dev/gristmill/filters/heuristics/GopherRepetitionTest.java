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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GopherRepetitionTest extends MeasureContract {
  @Override
  protected Heuristic subject() {
    return GopherRepetition.defaults().heuristic(Words.WHITESPACE);
  }

  @Test
  void keepsTextThatDoesNotRepeat() {
    assertThat(rules(distinct(0, 200, " "))).isEmpty();
  }

  @Test
  void dropsTheEmptyText() {
    assertThat(failures("")).containsExactly(new Failure("empty", 0, 1));
    assertThat(rules(" ")).isEmpty();
  }

  @Test
  void dropsMoreThanThreeRepeatedParagraphsInTen() {
    assertThat(rules(distinct(0, 139, "\n\n") + "\n\nx".repeat(61)))
        .doesNotContain("dup_para_frac", "dup_line_frac");
    assertThat(rules(distinct(0, 139, "\n\n") + "\n\nx".repeat(62)))
        .startsWith("dup_para_frac", "dup_line_frac");
  }

  @Test
  void dropsMoreThanAFifthOfTheCharactersInRepeatedParagraphs() {
    // 1,000 words of five characters and one space; the paragraph comes back once.
    String text = distinct(0, 800, " ") + "\n\n" + distinct(800, 1000, " ");
    String back = "\n\n" + distinct(800, 1000, " ");

    assertThat(rules(text + back)).doesNotContain("dup_para_char_frac");
    assertThat(rules(text + "\n\n" + distinct(2000, 2010, " ") + back + back))
        .contains("dup_para_char_frac");
  }

  @Test
  void dropsMoreThanThreeRepeatedLinesInTen() {
    assertThat(rules(distinct(0, 139, "\n") + "\nx".repeat(61))).doesNotContain("dup_line_frac");
    assertThat(rules(distinct(0, 139, "\n") + "\nx".repeat(62))).startsWith("dup_line_frac");
  }

  @Test
  void linesAreCountedByTheirCharactersToo() {
    String line = "\n" + distinct(3000, 3100, " ");

    assertThat(rules(distinct(0, 300, "\n") + line + line)).doesNotContain("dup_line_char_frac");
    assertThat(rules(distinct(0, 290, "\n") + line + line)).contains("dup_line_char_frac");
    assertThat(value(distinct(0, 300, "\n") + line + line, "gopher_dup_line_char_frac"))
        .isEqualTo(599 / (1799 + 600 + 600.0));
  }

  @Test
  void aFrequentPairIsATopTwoGram() {
    // 20 words of 5, then pairs "aa bb" of 5 characters: 5n / (119 + 6n) passes 0.2 at n = 7.
    assertThat(rules(distinct(0, 20, " ") + spread("aa bb", 6))).doesNotContain("top_2_gram");
    assertThat(value("aa bb cc aa bb", "gopher_top_2_gram_char_frac")).isEqualTo(10 / 14.0);
    assertThat(rules("aa bb cc aa bb")).contains("top_2_gram");
  }

  @Test
  void aTopNGramCountsEvenWhenItOccursOnce() {
    assertThat(value("aa bb cc", "gopher_top_3_gram_char_frac")).isEqualTo(1);
    assertThat(value("aa bb", "gopher_top_3_gram_char_frac")).isZero();
  }

  @Test
  void tiesGoToTheNGramSeenFirst() {
    assertThat(value("a b cc dd", "gopher_top_2_gram_char_frac")).isEqualTo(3 / 9.0);
  }

  @Test
  void repeatedNGramsAreJumpedOver() {
    String five = "aa bb cc dd ee ";

    assertThat(value(five + five + five, "gopher_dup_5_gram_char_frac")).isEqualTo(20 / 45.0);
    assertThat(value(five + "xx " + five, "gopher_dup_5_gram_char_frac")).isEqualTo(10 / 33.0);
    assertThat(value(five + "xx " + five, "gopher_dup_6_gram_char_frac")).isZero();
  }

  @Test
  void everyNGramRuleHasItsOwnReason() {
    String ten = distinct(500, 510, " ");
    String text = ten + " " + distinct(0, 60, " ") + " " + ten;

    assertThat(rules(text)).containsExactly("duplicated_10_n_grams");
    assertThat(rules(ten + " " + ten))
        .contains(
            "duplicated_5_n_grams",
            "duplicated_6_n_grams",
            "duplicated_7_n_grams",
            "duplicated_8_n_grams",
            "duplicated_9_n_grams",
            "duplicated_10_n_grams");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GopherRepetition(
                    0.3, 0.2, 0.3, 0.2, List.of(0.2, 0.18), List.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1)))
        .withMessage("maxTopNGramShares must have 3 limits, was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GopherRepetition(
                    -0.3, 0.2, 0.3, 0.2, List.of(0.2, 0.2, 0.2), List.of(1., 1., 1., 1., 1., 1.)))
        .withMessage("maxDupParagraphShare must be in [0, 1], was -0.3");
  }

  /** Words w1000+i, five characters each, with a separator between them. */
  private static String distinct(int from, int to, String separator) {
    return IntStream.range(from, to)
        .mapToObj(i -> "w" + (1000 + i))
        .collect(Collectors.joining(separator));
  }

  private static String spread(String pair, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> " " + pair + " " + distinct(4000 + i, 4001 + i, ""))
        .collect(Collectors.joining());
  }

  private double value(String text, String signal) {
    return row(text).value(signal);
  }

  private List<String> rules(String text) {
    return failures(text).stream().map(Failure::rule).toList();
  }

  private List<Failure> failures(String text) {
    return subject().failures(row(text)::value);
  }

  private SignalRow row(String text) {
    SignalRow row = new SignalRow(subject().measure().signals());
    subject().measure().measure(TextView.of(text), row);
    return row;
  }
}
