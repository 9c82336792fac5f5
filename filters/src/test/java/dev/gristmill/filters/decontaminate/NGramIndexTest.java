// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NGramIndexTest {
  private static final String ITEM = words("item", 0, 20);
  private static final String BEFORE = words("before", 0, 500);
  private static final String AFTER = words("after", 0, 480);

  @Test
  void findsAPlantedItem() {
    NGramIndex index = index("maths", "7", ITEM);

    Match match = index.scanner().match(BEFORE + " " + ITEM + ". " + AFTER);

    int start = BEFORE.length() + 1;
    assertThat(match)
        .isEqualTo(new Match(1000, 20, 20, start, start + ITEM.length(), 8, "maths", "7"));
    assertThat(match.share()).isEqualTo(0.02);
    assertThat(match.isClean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " -- ", ",\t", "\u3000", "</b> <b>"})
  void spacingAndCaseDoNotHideAnItem(String space) {
    String planted = ITEM.replace(" ", space).toUpperCase(Locale.ROOT);

    // The words between the tags are found or not with the tags: b is a word.
    assertThat(index("m", "i", ITEM).scanner().match(BEFORE + " " + planted).coveredWords())
        .isEqualTo(space.contains("b") ? 0 : 20);
  }

  @Test
  void findsAPartFromNWordsOn() {
    NGramIndex.Scanner scanner = index("m", "i", ITEM).scanner();

    assertThat(scanner.match(BEFORE + " " + words("item", 3, 16) + " " + AFTER))
        .extracting(Match::coveredWords, Match::longestSpan, Match::grams)
        .containsExactly(13, 13, 1L);
    assertThat(scanner.match(BEFORE + " " + words("item", 3, 15) + " " + AFTER).isClean()).isTrue();
    assertThat(scanner.match(words("item", 0, 14)).share()).isEqualTo(1);
  }

  @Test
  void cleanTextGivesZero() {
    Match match = index("m", "i", ITEM).scanner().match(BEFORE + AFTER);

    assertThat(match).isEqualTo(new Match(979, 0, 0, 0, 0, 0, "", ""));
    assertThat(match.isClean()).isTrue();
    assertThat(match.share()).isZero();
    assertThat(index("m", "i", ITEM).scanner().match("").share()).isZero();
  }

  @Test
  void shortItemsMatchAtTheirOwnLength() {
    NGramIndex index =
        new NGramIndex.Builder(13)
            .add("m", "eight", words("e", 0, 8))
            .add("m", "twelve", words("t", 0, 12))
            .add("m", "long", ITEM)
            .build();
    NGramIndex.Scanner scanner = index.scanner();

    assertThat(scanner.match("x " + words("e", 0, 8) + " x").item()).isEqualTo("eight");
    assertThat(scanner.match("x " + words("e", 0, 7) + " x").isClean()).isTrue();
    assertThat(scanner.match("x " + words("t", 0, 12) + " x").coveredWords()).isEqualTo(12);
    assertThat(scanner.match("x " + words("t", 0, 11) + " x").isClean()).isTrue();
    assertThat(scanner.match(words("e", 0, 8) + " " + ITEM).longestSpan()).isEqualTo(28);
    assertThat(index.grams()).isEqualTo(10);
  }

  @Test
  void itemsUnderEightWordsAreSkippedAndCounted() {
    NGramIndex.Builder builder =
        new NGramIndex.Builder(8)
            .add("m", "seven", words("s", 0, 7))
            .add("m", "none", "...")
            .add("m", "eight", words("e", 0, 8));

    assertThat(builder.skipped()).isEqualTo(2);
    assertThat(builder.build().items()).isOne();
    assertThat(builder.build().scanner().match(words("s", 0, 7)).isClean()).isTrue();
  }

  @Test
  void gramsOfTooManyItemsAreLeftOut() {
    String boilerplate = words("answer", 0, 13);

    assertThat(shared(10, boilerplate).commonGrams()).isZero();
    assertThat(shared(10, boilerplate).scanner().match(boilerplate).item()).isEqualTo("0");
    assertThat(shared(11, boilerplate).commonGrams()).isOne();
    assertThat(shared(11, boilerplate).scanner().match(boilerplate).isClean()).isTrue();
    assertThat(shared(11, boilerplate).scanner().match(words("own4x", 0, 13)).item())
        .isEqualTo("4");
  }

  @Test
  void aGramRepeatedInOneItemIsOfOneItem() {
    NGramIndex index = index("m", "i", words("a", 0, 13).concat(" ").repeat(20));

    assertThat(index.grams()).isEqualTo(13);
    assertThat(index.commonGrams()).isZero();
  }

  @Test
  void namesTheItemWithMostMatches() {
    String shared = words("shared", 0, 15);
    NGramIndex index =
        new NGramIndex.Builder(13)
            .add("first", "a", shared)
            .add("second", "b", shared + " " + words("more", 0, 2))
            .add("third", "c", shared)
            .build();
    NGramIndex.Scanner scanner = index.scanner();

    assertThat(scanner.match(shared + " more0 x")).extracting(Match::item).isEqualTo("b");
    assertThat(scanner.match(shared)).extracting(Match::benchmark).isEqualTo("first");
    assertThat(scanner.match(BEFORE).item()).isEmpty();
    assertThat(scanner.match(shared).grams()).isEqualTo(3);
  }

  @Test
  void theFirstOfTheLongestSpansIsShown() {
    String text = "y " + words("item", 0, 13) + " x " + words("item", 2, 15) + " y";

    Match match = index("m", "i", ITEM).scanner().match(text);

    assertThat(match.coveredWords()).isEqualTo(26);
    assertThat(text.substring(match.spanStart(), match.spanEnd())).isEqualTo(words("item", 0, 13));
  }

  @Test
  @Timeout(20)
  void hostileTextsTakeLinearTime() {
    NGramIndex.Builder builder = new NGramIndex.Builder(64);
    for (int length = 8; length < 70; length++) {
      builder.add("m", "a" + length, "a ".repeat(length));
    }
    NGramIndex.Scanner scanner = builder.build().scanner();

    assertThat(scanner.match("a".repeat(1 << 20)).isClean()).isTrue();
    assertThat(scanner.match("\u4e2d".repeat(1 << 20)).words()).isEqualTo(1 << 20);
    assertThat(scanner.match("a ".repeat(1 << 18)).share()).isEqualTo(1);
  }

  @Test
  void anIndexOfNothingMatchesNothing() {
    NGramIndex index = new NGramIndex.Builder(13).build();

    assertThat(index.items()).isZero();
    assertThat(index.scanner().match(ITEM).isClean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7, 65})
  void rejectsBadN(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NGramIndex.Builder(n))
        .withMessage("n must be in [8, 64], was " + n);
  }

  @Test
  void rejectsALimitOfNoItems() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NGramIndex.Builder(13, 0))
        .withMessage("maxItems must be at least 1, was 0");
    assertThat(new NGramIndex.Builder(8, 1).add("m", "i", ITEM).build().grams()).isEqualTo(13);
  }

  private static NGramIndex shared(int items, String boilerplate) {
    NGramIndex.Builder builder = new NGramIndex.Builder(13);
    for (int i = 0; i < items; i++) {
      builder.add("m", Integer.toString(i), boilerplate + " " + words("own" + i + "x", 0, 13));
    }
    return builder.build();
  }

  private static NGramIndex index(String benchmark, String item, String text) {
    return new NGramIndex.Builder(NGramIndex.DEFAULT_N).add(benchmark, item, text).build();
  }

  private static String words(String stem, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
  }
}
