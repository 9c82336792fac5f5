// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'  ', 0",
    "word, 1",
    "One. Two! Three?, 3",
    "One. Two, 2",
    "Wait... what?!, 2",
    "3.14 is e.g. a number., 2",
    "'He said \"no.\" Then he left.', 1",
    "'. . .', 3",
    "一句。两句！, 1"
  })
  void whitespaceSentencesEndAtMarksBeforeWhiteSpace(String line, int sentences) {
    assertThat(count(Words.WHITESPACE, line)).isEqualTo(sentences);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'  ', 0",
    "word, 1",
    "One. Two! Three?, 3",
    "One. Two, 2",
    "Wait... what?!, 1",
    "Wait... What?!, 2",
    "3.14 is e.g. a number., 1",
    "J. Smith of the U.S. Navy came. He left., 2",
    "Plan B2. He left., 2",
    "'He said \"no.\" Then he left.', 2",
    "'Sie sagte: „Nein.“ Dann ging sie. (Wirklich.) Ja.', 4",
    "一句。两句！「三句？」四, 4",
    "まず。『次。』最後。, 3",
    "पहला वाक्य। दूसरा वाक्य।, 2",
    "هل جاء؟ نعم. جاء۔, 3",
    "'Հայերեն։ Երկու։', 2",
    "𑁇 x𑁇 y, 3"
  })
  void ourSentencesEndInAnyScript(String line, int sentences) {
    assertThat(count(Words.DEFAULT, line)).isEqualTo(sentences);
  }

  /** With text around that must not count. */
  private static int count(Words words, String line) {
    String text = "A. B. " + line + ". C!";
    return Sentences.of(words).count(text.toCharArray(), 6, 6 + line.length());
  }
}
