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

class FineWebQualityTest extends MeasureContract {

  @Override
  protected Heuristic subject() {
    return FineWebQuality.defaults().heuristic(Words.WHITESPACE);
  }

  @Test
  void dropsTextOfBlankLinesAsEmpty() {
    assertThat(failures("").get(0)).isEqualTo(new Failure("empty", 0, 1));
    assertThat(failures(" \n\t\n").get(0)).isEqualTo(new Failure("empty", 0, 1));
    assertThat(rules(lines(0, 1, "."))).isEmpty();
  }

  @Test
  void dropsFewerThanTwelveLinesInAHundredWithATerminalMark() {
    assertThat(rules(lines(0, 88, "") + lines(88, 100, "."))).isEmpty();
    assertThat(rules(lines(0, 87, "") + lines(87, 100, "."))).isEmpty();
    assertThat(rules(lines(0, 89, "") + lines(89, 100, "."))).containsExactly("line_punct_ratio");
  }

  @Test
  void onlyTheVeryLastCharacterOfALineIsATerminalMark() {
    assertThat(rules(lines(0, 9, "\u3002"))).isEmpty();
    assertThat(rules(lines(0, 9, "\ud804\udc47"))).isEmpty();
    assertThat(rules(lines(0, 9, ". "))).containsExactly("line_punct_ratio");
    assertThat(rules(lines(0, 9, ".\u201d"))).containsExactly("line_punct_ratio");
    assertThat(rules(lines(0, 9, "\u2026"))).containsExactly("line_punct_ratio");
  }

  @Test
  void dropsMoreThanSixtySevenShortLinesInAHundred() {
    assertThat(rules(shortLines(66) + lines(66, 100, "."))).isEmpty();
    assertThat(rules(shortLines(67) + lines(67, 100, "."))).isEmpty();
    assertThat(rules(shortLines(68) + lines(68, 100, "."))).containsExactly("short_line_ratio");
  }

  @Test
  void aLineOfThirtyCodePointsIsShort() {
    assertThat(rules("a b c d e f g \ud801\udc37 ".repeat(2).substring(0, 30) + "."))
        .containsExactly("short_line_ratio");
    assertThat(rules("a b c d e f g \ud801\udc37 ".repeat(2).substring(0, 30) + "h.")).isEmpty();
  }

  @Test
  void dropsMoreThanOneCharacterInAHundredInDuplicateLines() {
    String twice = "w".repeat(9) + ".\n";
    String rest = lines(0, 10, ".");
    int characters = rest.length() - 10;

    assertThat(rules(rest + filler(1000 - characters - 20) + twice.repeat(2))).isEmpty();
    assertThat(rules(rest + filler(1001 - characters - 20) + twice.repeat(2))).isEmpty();
    assertThat(rules(rest + filler(999 - characters - 20) + twice.repeat(2)))
        .containsExactly("char_dup_ratio");
  }

  @Test
  void dropsMoreThanThreeLineFeedsForTenWords() {
    String tenWords = "aaaaaa bbbbbb cccccc dddddd eeeeee f g h i j.";

    assertThat(rules(tenWords + "\n\n")).isEmpty();
    assertThat(rules(tenWords + "\n\n\n")).isEmpty();
    assertThat(rules(tenWords + "\n\n\n\n")).containsExactly("list_ratio");
  }

  @Test
  void rejectsLimitsOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FineWebQuality(0.12, 1.2, 30, 0.01, 0.3))
        .withMessage("maxShortLineShare must be in [0, 1], was 1.2");
  }

  /** Distinct lines of 40 characters and more, 8 words each. */
  private static String lines(int from, int to, String end) {
    return IntStream.range(from, to)
        .mapToObj(i -> "here is one of the many distinct lines %04d%s%n".formatted(i, end))
        .collect(Collectors.joining())
        .replace("\r", "");
  }

  /** Distinct lines of 20 characters. */
  private static String shortLines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "so a short one %04d.\n".formatted(i))
        .collect(Collectors.joining());
  }

  /** One line of so many characters. */
  private static String filler(int characters) {
    return "fill er ".repeat(characters).substring(0, characters - 1) + ".\n";
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
