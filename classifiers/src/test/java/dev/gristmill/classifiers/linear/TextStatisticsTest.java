// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextStatisticsTest {
  private static double statistic(String name, String text) {
    FeatureSettings settings = new FeatureSettings(10, 1, 0, 0);
    HashedFeatures features = new HashedFeatures(settings);
    new FeatureHasher(settings).hash(text, features);
    int index = TextStatistics.NAMES.indexOf(name);
    assertThat(index).isNotNegative();
    return features.dense(index);
  }

  @Test
  void measuresSharesOfCharacters() {
    assertThat(statistic("digit_share", "a1 b2")).isEqualTo(0.5);
    assertThat(statistic("punctuation_share", "a, b.")).isEqualTo(0.5);
    assertThat(statistic("symbol_share", "a | b + c")).isEqualTo(0.4);
    assertThat(statistic("upper_case_share", "aBcD 12")).isEqualTo(0.5);
  }

  @Test
  void measuresWords() {
    assertThat(statistic("mean_word_length", "ab abcd")).isEqualTo(0.3, within(1e-12));
    assertThat(statistic("mean_word_length", "x".repeat(50))).isEqualTo(1);
    assertThat(statistic("capitalized_word_share", "One two Three four")).isEqualTo(0.5);
    assertThat(statistic("upper_case_word_share", "BUY it NOW I say")).isEqualTo(0.4);
  }

  @Test
  void measuresLines() {
    assertThat(statistic("mean_line_words", "a b c\n\n\nd e\r\n")).isEqualTo(0.05);
    assertThat(statistic("short_line_share", "a b c d\na b c d e")).isEqualTo(0.5);
    assertThat(statistic("terminated_line_share", "It ends. \nIt says \"so.\"\nno\nNo, it"))
        .isEqualTo(0.5);
  }

  @Test
  void measuresSentences() {
    assertThat(statistic("mean_sentence_words", "a b c d. a b c d...")).isEqualTo(0.1);
    assertThat(statistic("mean_sentence_words", "a b c d")).isEqualTo(0.1);
    assertThat(statistic("exclamation_share", "Wow! Oh. Well?")).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(statistic("exclamation_share", "Wow!!!!")).isEqualTo(1);
  }

  @Test
  void countsDistinctLongWordsWithinSegments() {
    assertThat(statistic("distinct_word_share", "corn mill corn mill a a a")).isEqualTo(0.5);
    // Fifty words that all differ, twice: a segment forgets the one before.
    StringBuilder fifty = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      fifty.append("word").append((char) ('a' + i / 26)).append((char) ('a' + i % 26)).append(' ');
    }
    assertThat(statistic("distinct_word_share", fifty.toString().repeat(2))).isEqualTo(1);
    assertThat(statistic("distinct_word_share", fifty + "wordaa wordaa")).isEqualTo(51.0 / 52);
  }
}
