// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextViewTest {
  @Test
  void lengthsAreCodePointsWhereAsked() {
    TextView text = TextView.of("a\ud83d\ude00b\ud800");

    assertThat(text.length()).isEqualTo(5);
    assertThat(text.codePointCount()).isEqualTo(4);
    assertThat(text.codePoints(1, 4)).isEqualTo(2);
  }

  @Test
  void resetForgetsThePreviousDocument() {
    TextView text = TextView.of("one two three one");
    assertThat(text.wordIds(Words.WHITESPACE).distinct()).isEqualTo(3);
    text.nGrams(Words.WHITESPACE);

    text.reset("four");

    assertThat(text.words(Words.WHITESPACE).size()).isEqualTo(1);
    assertThat(text.wordIds(Words.WHITESPACE).contains("one")).isFalse();
    assertThat(text.wordIds(Words.WHITESPACE).contains("four")).isTrue();
    assertThat(text.nGrams(Words.WHITESPACE).topCharacters(2)).isZero();
  }

  @Test
  void idsCountUpInOrderOfFirstAppearance() {
    SpanIds ids = TextView.of("b a b c a").wordIds(Words.WHITESPACE);

    assertThat(new int[] {ids.id(0), ids.id(1), ids.id(2), ids.id(3), ids.id(4)})
        .containsExactly(0, 1, 0, 2, 1);
    assertThat(ids.isFirst(1)).isTrue();
    assertThat(ids.isFirst(2)).isFalse();
    assertThat(ids.first(2)).isEqualTo(3);
  }

  @Test
  void aHugeDocumentLeavesNoTraceInTheNextOne() {
    TextView text = TextView.of("word ".repeat(1_000_000));
    assertThat(text.wordIds(Words.WHITESPACE).distinct()).isEqualTo(1);

    text.reset("two words");

    assertThat(text.chars()).hasSizeLessThan(100_000);
    assertThat(text.wordIds(Words.WHITESPACE).distinct()).isEqualTo(2);
  }

  @Test
  void nGramsSplitAtOtherPlacesAreTheSameRunTogether() {
    // "a bc" and "ab c" are both "abc" when run together, but two different 2-grams side by side.
    NGrams grams = TextView.of("a bc ab c").nGrams(Words.WHITESPACE);

    assertThat(grams.repeatedCharacters(2)).isEqualTo(3);
    assertThat(grams.topCharacters(2)).isEqualTo(4);
  }

  @Test
  void repeatedStretchesAreCountedOnceSeen() {
    TextView text = TextView.of("abcdef".repeat(10) + "XYZ");

    assertThat(text.characterNGrams().repeatedShare(6)).isEqualTo(54 / 63.0);
    assertThat(text.characterNGrams().repeatedShare(64)).isZero();
    assertThat(TextView.of("abcdefghijklmnop").characterNGrams().repeatedShare(2)).isZero();
  }
}
