// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.charset.Paragraphs.Paragraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CharsetDetectorTest {
  private static final CharsetDetector DETECTOR = CharsetDetector.shipped();

  static List<Paragraph> paragraphs() {
    try {
      return Paragraphs.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Guess guess(byte[] page) {
    return DETECTOR.guess(Evidence.of(page, 0, page.length));
  }

  private static String read(byte[] page, String charset) {
    return SingleByteCharset.of(charset)
        .map(single -> single.decode(page, 0, page.length))
        .orElseGet(() -> MultiByteDecoder.decode(Charset.forName(charset), page, 0, page.length));
  }

  private static List<String> misread(List<String> texts, String charset) {
    List<String> misread = new ArrayList<>();
    for (String text : texts) {
      byte[] page = Paragraphs.page(text, charset);
      if (!read(page, guess(page).charset()).contains(text)) {
        misread.add(text);
      }
    }
    return misread;
  }

  @ParameterizedTest
  @MethodSource("paragraphs")
  void readsEveryParagraph(Paragraph paragraph) {
    assertThat(misread(List.of(paragraph.text()), paragraph.charset())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("paragraphs")
  void misreadsOneSentenceOfAParagraphAtMost(Paragraph paragraph) {
    int allowed = paragraph.charset().matches("ISO-8859-2|windows-1250") ? 1 : 0;
    assertThat(misread(paragraph.sentences(), paragraph.charset()))
        .hasSizeLessThanOrEqualTo(allowed);
  }

  @Test
  void readsNearlyAllOpeningsOfTwelveBytesAndAllOfThirtyInMultiByteCharsets() {
    List<String> misread = new ArrayList<>();
    int all = 0;
    for (Paragraph paragraph : paragraphs()) {
      String charset = paragraph.charset();
      for (String sentence : paragraph.sentences()) {
        all++;
        misread.addAll(misread(List.of(Paragraphs.opening(sentence, charset, 12)), charset));
        if (!SingleByteCharset.of(charset).isPresent()) {
          String thirty = Paragraphs.opening(sentence, charset, 30);
          assertThat(misread(List.of(thirty), charset)).isEmpty();
        }
      }
    }
    assertThat(all).isGreaterThan(180);
    assertThat(misread).hasSizeLessThanOrEqualTo(all * 3 / 100);
  }

  @ParameterizedTest
  @MethodSource("paragraphs")
  void doesNotPreferAnotherCharsetToTheTrueOne(Paragraph paragraph) {
    for (String sentence : paragraph.sentences()) {
      byte[] page = Paragraphs.page(sentence, paragraph.charset());
      Evidence evidence = Evidence.of(page, 0, page.length);
      assertThat(DETECTOR.bits(paragraph.charset(), evidence)).isPresent();
      assertThat(DETECTOR.bits(paragraph.charset(), evidence).getAsDouble())
          .isLessThan(DETECTOR.guess(evidence).bits() + 15);
    }
  }

  @Test
  void takesNothingForWindows1252WithoutALead() {
    assertThat(guess(new byte[0])).isEqualTo(new Guess("windows-1252", "en", 0, 0));
    assertThat(guess("<p>plain</p>".getBytes(Charset.forName("US-ASCII"))).lead()).isZero();
  }

  @Test
  void cannotJudgeACharsetItDoesNotKnow() {
    assertThat(DETECTOR.bits("UTF-32", Evidence.of(new byte[] {(byte) 0xE9}, 0, 1))).isEmpty();
  }

  @Test
  void looksAtNoMoreThanItsSample() {
    byte[] text = new byte[8 << 20];
    new Random(7).nextBytes(text);
    Evidence evidence = Evidence.of(text, 0, text.length);
    assertThat(evidence.length()).isLessThanOrEqualTo(Evidence.MAX_BYTES);
    assertThat(evidence.distinctPairs()).isLessThanOrEqualTo(1 << 16);
    assertThat(DETECTOR.guess(evidence).bits()).isGreaterThan(8.0 * evidence.nonAscii());
  }

  @Test
  void namesTheLanguageToo() {
    for (Paragraph paragraph : paragraphs()) {
      if (List.of("ja", "ko", "ru", "el", "th", "he", "pl").contains(paragraph.language())) {
        Guess guess = guess(Paragraphs.page(paragraph.text(), paragraph.charset()));
        assertThat(guess.language()).isEqualTo(paragraph.language());
      }
    }
  }
}
