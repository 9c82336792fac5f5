// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FeatureHasherTest {
  private static final FeatureSettings WORDS = new FeatureSettings(18, 1, 0, 0);
  private static final FeatureSettings PAIRS = new FeatureSettings(18, 2, 0, 0);

  private static HashedFeatures hash(FeatureSettings settings, String text) {
    HashedFeatures features = new HashedFeatures(settings);
    new FeatureHasher(settings).hash(text, features);
    return features;
  }

  private static Map<Integer, Double> values(FeatureSettings settings, String text) {
    HashedFeatures features = hash(settings, text);
    Map<Integer, Double> values = new TreeMap<>();
    for (int i = 0; i < features.size(); i++) {
      values.put(features.bucket(i), features.value(i));
    }
    return values;
  }

  @Test
  void foldsCaseAndPassesOverPunctuation() {
    assertThat(values(PAIRS, "THE Mill, grinds!")).isEqualTo(values(PAIRS, "the mill grinds"));
    assertThat(values(PAIRS, "the mill grinds")).isNotEqualTo(values(PAIRS, "the mill ground"));
  }

  @Test
  void countsWordsAndPairsOfWords() {
    assertThat(hash(WORDS, "one two three").size()).isEqualTo(3);
    assertThat(hash(PAIRS, "one two three").size()).isEqualTo(5);
    assertThat(values(WORDS, "one two")).isEqualTo(values(WORDS, "two one"));
    assertThat(values(PAIRS, "one two")).isNotEqualTo(values(PAIRS, "two one"));
  }

  @Test
  void takesTheLogarithmOfCountsAndScalesToLengthOne() {
    HashedFeatures features = hash(WORDS, "a b a a");

    assertThat(features.value(0) / features.value(1))
        .isEqualTo(Math.log(4) / Math.log(2), within(1e-12));
    assertThat(Math.hypot(features.value(0), features.value(1))).isEqualTo(1, within(1e-12));
  }

  @Test
  void takesEachCharacterOfUnspacedScriptsForAWord() {
    assertThat(hash(WORDS, "日本語").size()).isEqualTo(3);
    assertThat(hash(WORDS, "カメラ").size()).isEqualTo(3);
    assertThat(hash(WORDS, "กขค").size()).isEqualTo(3);
    assertThat(hash(WORDS, "𠀀𠀁").size()).isEqualTo(2);
    assertThat(hash(WORDS, "한국어").size()).isEqualTo(1);
    assertThat(hash(WORDS, "слово").size()).isEqualTo(1);
  }

  @Test
  void keepsMarksWithinTheirWord() {
    assertThat(hash(WORDS, "हिन्दी").size()).isEqualTo(1);
    assertThat(values(WORDS, "re\u0301sume\u0301")).isNotEqualTo(values(WORDS, "resume"));
  }

  @Test
  void countsCharacterNGramsAcrossFoldedSpace() {
    FeatureSettings trigrams = new FeatureSettings(18, 1, 3, 3);

    // the words ab and cd, and "ab ", "b c", " cd"
    assertThat(hash(trigrams, "ab cd").size()).isEqualTo(5);
    assertThat(values(trigrams, "ab \t\n cd")).isEqualTo(values(trigrams, "ab cd"));
    assertThat(hash(new FeatureSettings(18, 1, 2, 3), "abc").size()).isEqualTo(4);
  }

  @Test
  void givesTheSameFeaturesFromAUsedScratch() {
    HashedFeatures scratch = new HashedFeatures(PAIRS);
    FeatureHasher hasher = new FeatureHasher(PAIRS);
    hasher.hash("Something else. With two lines\nand 1234 signs!!!", scratch);
    hasher.hash("the mill", scratch);

    assertThat(scratch.size()).isEqualTo(3);
    HashedFeatures fresh = hash(PAIRS, "the mill");
    for (int i = 0; i < 3; i++) {
      assertThat(scratch.bucket(i)).isEqualTo(fresh.bucket(i));
      assertThat(scratch.value(i)).isEqualTo(fresh.value(i));
    }
    for (int i = 0; i < TextStatistics.COUNT; i++) {
      assertThat(scratch.dense(i)).isEqualTo(fresh.dense(i));
    }
  }

  @Test
  void hasNoFeaturesForAnEmptyText() {
    HashedFeatures features = hash(PAIRS, "");

    assertThat(features.size()).isZero();
    for (int i = 0; i < TextStatistics.COUNT; i++) {
      assertThat(features.dense(i)).isZero();
    }
  }

  @Test
  void refusesAScratchOfOtherBits() {
    HashedFeatures scratch = new HashedFeatures(new FeatureSettings(17, 2, 0, 0));

    assertThatThrownBy(() -> new FeatureHasher(PAIRS).hash("a", scratch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bits of the scratch must be 18, was 17");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThat(new FeatureSettings(10, 1, 1, 6).buckets()).isEqualTo(1024);
    assertThat(new FeatureSettings(22, 1, 0, 0).buckets()).isEqualTo(1 << 22);
    assertThatThrownBy(() -> new FeatureSettings(9, 1, 0, 0)).hasMessageContaining("was 9");
    assertThatThrownBy(() -> new FeatureSettings(23, 1, 0, 0)).hasMessageContaining("was 23");
    assertThatThrownBy(() -> new FeatureSettings(18, 0, 0, 0)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> new FeatureSettings(18, 3, 0, 0)).hasMessageContaining("was 3");
    assertThatThrownBy(() -> new FeatureSettings(18, 1, 3, 2)).hasMessageContaining("was 2");
    assertThatThrownBy(() -> new FeatureSettings(18, 1, 0, 2)).hasMessageContaining("was 2");
    assertThatThrownBy(() -> new FeatureSettings(18, 1, 3, 7)).hasMessageContaining("was 7");
  }

  @Test
  void isLinearInHostileTexts() {
    FeatureSettings all = new FeatureSettings(18, 2, 1, 6);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      words.append(i).append(' ');
    }
    String lines = "a\n".repeat(500_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThat(hash(all, "x".repeat(1 << 20)).size()).isEqualTo(7);
          assertThat(hash(all, words.toString()).size()).isGreaterThan(200_000);
          assertThat(hash(all, lines).size()).isPositive();
          assertThat(hash(all, "\ud800".repeat(1 << 20)).size()).isPositive();
        });
  }
}
