// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.RandomText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void whitespaceWordsAreThoseOfStrSplit() {
    assertThat(words(Words.WHITESPACE, "\u001c a\u00a0b\tc\u200bd\u2028e\u0085f\u3000"))
        .containsExactly("a", "b", "c\u200bd", "e", "f");
    assertThat(words(Words.WHITESPACE, " \n ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Hello, world! | Hello , world !
          don't can’t it's we'll l'homme dogs' | do n't ca n’t it 's we 'll l'homme dogs '
          U.S. e.g. 3.14 1,000 end.Next java.lang. | U.S. e.g. 3.14 1,000 end . Next java.lang .
          well-known COVID-19 10:30 1/2 and/or | well - known COVID-19 10:30 1/2 and / or
          a@b.org AT&T snake_case | a@b.org AT&T snake_case
          (see http://a.b/c?d=1.) | ( see http://a.b/c?d=1 . )
          wait... what -- no!! $5 100% | wait ... what -- no ! ! $ 5 100 %
          "quoted" [x] | " quoted " [ x ]
          中文，字。 | 中 文 ， 字 。
          これはテストです | これは テスト です
          한국어 문장입니다. | 한국어 문장입니다 .
          नमस्ते दुनिया। | नमस्ते दुनिया ।
          สวัสดี เก็บ | ส วั ส ดี เก็ บ
          ភាសាខ្មែរ | ភា សា ខ្មែ រ
          naïve cafe\u0301 | naïve cafe\u0301
          """)
  void segmentsByTheDocumentedRules(String text, String expected) {
    assertThat(words(Words.DEFAULT, text)).containsExactly(expected.split(" "));
  }

  @Test
  void keepsEmojiAndSupplementaryLettersWhole() {
    assertThat(words(Words.DEFAULT, "\ud83d\ude00\ufe0f \ud801\udc37\ud801\udc37 \ud800"))
        .containsExactly("\ud83d\ude00\ufe0f", "\ud801\udc37\ud801\udc37", "\ud800");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
  void everyVisibleCharacterIsInExactlyOneToken(int seed) {
    String text = RandomText.of(seed, 500);

    String joined = String.join("", words(Words.DEFAULT, text));

    assertThat(joined)
        .isEqualTo(String.join("", words(Words.WHITESPACE, text)).replace("\u200b", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", ".", "'", "\u0e40", "\u0301", "\u17d2", "a.", "n't", "http://", "a-"})
  void aMillionCharactersOfOneKindTakeLinearTime(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());

    assertThat(String.join("", words(Words.DEFAULT, text))).hasSize(text.length());
  }

  private static List<String> words(Words definition, String text) {
    Spans spans = TextView.of(text).words(definition);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      words.add(text.substring(spans.start(i), spans.end(i)));
    }
    return words;
  }
}
