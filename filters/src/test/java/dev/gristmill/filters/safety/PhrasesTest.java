// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ass | an ass. | 1",
        "ass | ASS! Ass? | 2",
        "ass | class assassin ass1 _ass_ | 1",
        "blow up | blow-up, BLOW  UP; blow...up | 3",
        "blow up | blowup blow x up | 0",
        "über | ÜBER übers | 1",
        "sex | ｓｅｘ ＳＥＸ | 2",
        "ses | se\u00ads ses | 2",
        "ebat | 'ebat' | 1",
        "'ебать-копать' | ебать копать | 1",
        "色情 | 这是色情网站 | 1",
        "グロ | グローバル グロ、グロい | 2",
        "オナニー | アナルオナニーショー | 1",
        "sm女王 | のsm女王は smsm女王 | 1",
        "dvd | 新作DVDを見る | 1",
        "섹스 | 섹스를 노섹스 | 1",
        "น้ำแตก | xน้ํ\u0e32แตกx | 1",
        "𠀀 | a𠀀b | 1",
        "𠀀 | a𠀁b | 0",
        "كس | كَس كسب | 1"
      })
  void standsAtWordBordersWhereTheScriptHasThem(String phrase, String text, int occurrences) {
    assertThat(Phrases.of(List.of(phrase)).scan(text).occurrences()).isEqualTo(occurrences);
  }

  @Test
  void ofOverlappingPhrasesTheFirstAndLongestCounts() {
    Phrases phrases = Phrases.of(List.of("a b", "b c", "a b c d", "c d", "e", "e f", "性交", "交"));

    assertThat(phrases.scan("a b c")).isEqualTo(new PhraseMatches(1, 1, 2, 3));
    assertThat(phrases.scan("a b c d")).isEqualTo(new PhraseMatches(1, 1, 4, 4));
    assertThat(phrases.scan("a b e e f")).isEqualTo(new PhraseMatches(3, 3, 5, 5));
    assertThat(phrases.scan("性交交")).isEqualTo(new PhraseMatches(2, 2, 3, 3));
  }

  @Test
  void countsWordsOfSpacedScriptsAndLettersOfOthers() {
    Phrases phrases = Phrases.of(List.of("bad word", "坏话"));

    assertThat(phrases.scan("A bad word, said 说了坏话。")).isEqualTo(new PhraseMatches(2, 2, 4, 8));
    assertThat(phrases.scan("")).isEqualTo(new PhraseMatches(0, 0, 0, 0));
    assertThat(phrases.scan("!? ...").share()).isZero();
  }

  @Test
  void spellingsOfOneEntryCountAsOnePhrase() {
    Phrases phrases = Phrases.of(List.of("colour | color", "grey|gray", "color"));

    assertThat(phrases.size()).isEqualTo(4);
    assertThat(phrases.scan("colour color gray").distinct()).isEqualTo(2);
    assertThat(phrases.scan("colour color gray").occurrences()).isEqualTo(3);
  }

  @Test
  void anywhereNeedsNoBordersButKeepsInnerOnes() {
    Phrases phrases = Phrases.anywhere(List.of("ass", "a b"));

    assertThat(phrases.scan("classes").occurrences()).isEqualTo(1);
    assertThat(phrases.scan("xa bx ab").occurrences()).isEqualTo(1);
    assertThat(phrases.scan("as-s").occurrences()).isZero();
  }

  @Test
  void leavesOutPhrasesWithoutLetters() {
    assertThat(Phrases.of(List.of("", "!", "🖕", "\u0301", "a")).size()).isEqualTo(1);
    assertThat(Phrases.of(List.of()).scan("a b").occurrences()).isZero();
  }

  @Test
  void rejectsListsTooLargeForTheTables() {
    List<String> many = IntStream.range(0, 20_000).mapToObj(i -> "word" + i).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrases.of(many))
        .withMessageStartingWith("phrases must have at most 65536 letters");
  }

  @Test
  void equalsTheObviousSearch() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 3000; round++) {
      List<String> list = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        list.add(words(random, 1 + random.nextInt(3)));
      }
      String text = words(random, random.nextInt(30));
      assertThat(Phrases.of(list).scan(text).occurrences())
          .as(list + " in " + text)
          .isEqualTo(naive(list, text));
    }
  }

  /** From left to right, the longest phrase that begins at a word. */
  private static int naive(List<String> list, String text) {
    String padded = " " + text + " ";
    int count = 0;
    int at = 0;
    while (at < padded.length()) {
      int longest = 0;
      for (String phrase : list) {
        if (phrase.length() > longest && padded.startsWith(" " + phrase + " ", at)) {
          longest = phrase.length();
        }
      }
      count += longest > 0 ? 1 : 0;
      at += longest + 1;
    }
    return count;
  }

  private static String words(SplittableRandom random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(random.nextInt(3) == 0 ? "ab" : random.nextBoolean() ? "a" : "b");
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", " ", "a ", "aa ", "\u0301", "性", "ア", "ア性a", "\ud800", "\udc00", "\u0e33", "\n"
      })
  void isLinearOnHostileTexts(String part) {
    Phrases phrases = Phrases.of(List.of("a", "a a a a a a b", "性性性性", "アアアア", "aaaaaaaaab"));
    String million = part.repeat(1_000_000 / part.length());

    assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(phrases.scan(million).share()).isBetween(0.0, 1.0));
  }
}
