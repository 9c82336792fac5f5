// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.tokenizer.RandomSeed;
import dev.gristmill.tokenizer.RandomSeedExtension;
import dev.gristmill.tokenizer.RandomText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RandomSeedExtension.class)
class ScanSplitterTest {
  @ParameterizedTest
  @EnumSource
  void cutsWordsWithTheBlankOrMarkBeforeThem(SplitPattern pattern) {
    assertThat(pieces(pattern, "Hello, big  world (sic)."))
        .containsExactly("Hello", ",", " big", " ", " world", " (", "sic", ").");
  }

  @ParameterizedTest
  @EnumSource
  void cutsContractionsInEitherCaseAndWithLongS(SplitPattern pattern) {
    assertThat(pieces(pattern, "he'LL it'\u017ft I'Ve o'clock 'low"))
        .containsExactly(
            "he", "'LL", " it", "'\u017f", "t", " I", "'Ve", " o", "'clock", " '", "low");
  }

  @ParameterizedTest
  @EnumSource
  void cutsNumbersByThree(SplitPattern pattern) {
    assertThat(pieces(pattern, "1234567 \u0661\u0662\u0663\u0664"))
        .containsExactly("123", "456", "7", " ", "\u0661\u0662\u0663", "\u0664");
  }

  @ParameterizedTest
  @EnumSource
  void givesLineBreaksToTheMarksBeforeThem(SplitPattern pattern) {
    assertThat(pieces(pattern, "a;\r\n\n \n  b\n c"))
        .containsExactly("a", ";\r\n\n", " \n", " ", " b", "\n", " c");
  }

  @Test
  void thePatternsDifferInBlanksThatEndTheText() {
    assertThat(pieces(SplitPattern.CL100K, "a \n  ")).containsExactly("a", " \n  ");
    assertThat(pieces(SplitPattern.LLAMA3, "a \n  ")).containsExactly("a", " \n", "  ");
  }

  @ParameterizedTest
  @EnumSource
  void aMalformedByteIsAMark(SplitPattern pattern) {
    // 0xC0: never legal. E4 B8: a sequence cut short. ED A0 80: a surrogate.
    byte[] text = {
      'a',
      (byte) 0xC0,
      'b',
      ' ',
      (byte) 0xE4,
      (byte) 0xB8,
      '\n',
      (byte) 0xED,
      (byte) 0xA0,
      (byte) 0x80
    };

    assertThat(ends(pattern.splitter(), text)).containsExactly(1, 3, 7, 10);
  }

  @Test
  void agreesWithTheRegularExpressions(@RandomSeed long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 4000; round++) {
      byte[] text = RandomText.mixed(random, 24, ScanSplitterTest::jdkAgrees).getBytes(UTF_8);
      for (SplitPattern pattern : SplitPattern.values()) {
        assertThat(ends(pattern.splitter(), text))
            .as("%s, text %s", pattern, new String(text, UTF_8))
            .isEqualTo(ends(new RegexSplitter(pattern), text));
      }
    }
  }

  @Test
  void advancesOnAnyBytesAndStaysInTheRange(@RandomSeed long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 4000; round++) {
      byte[] text = RandomText.hostile(random, 40);
      int to = random.nextInt(text.length + 1);
      for (SplitPattern pattern : SplitPattern.values()) {
        Splitter splitter = pattern.splitter();
        for (int at = 0; at < to; ) {
          int end = splitter.next(text, at, to);
          assertThat(end).isBetween(at + 1, to);
          // What lies after the end must not count.
          assertThat(splitter.next(Arrays.copyOf(text, to), at, to)).isEqualTo(end);
          at = end;
        }
      }
    }
  }

  @Test
  void megabytesOfOneSymbolAreScannedOnce() {
    for (String symbol : List.of("a", " ", "\n", "'", "!", "1", "\u3000", "\u4e2d", " \n", "\r ")) {
      byte[] text = symbol.repeat(1 << 20).getBytes(UTF_8);
      for (SplitPattern pattern : SplitPattern.values()) {
        List<Integer> ends = ends(pattern.splitter(), text);
        assertThat(ends.get(ends.size() - 1)).isEqualTo(text.length);
      }
    }
  }

  private static boolean jdkAgrees(int codePoint) {
    int expected =
        codePoint == '\n' || codePoint == '\r'
            ? SymbolClass.BREAK
            : Character.isLetter(codePoint)
                ? SymbolClass.LETTER
                : isNumber(codePoint)
                    ? SymbolClass.NUMBER
                    : new String(Character.toChars(codePoint)).matches("\\p{IsWhite_Space}")
                        ? SymbolClass.BLANK
                        : SymbolClass.OTHER;
    return SymbolClass.of(codePoint) == expected;
  }

  private static boolean isNumber(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static List<String> pieces(SplitPattern pattern, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int end : ends(pattern.splitter(), utf8)) {
      pieces.add(new String(utf8, from, end - from, UTF_8));
      from = end;
    }
    return pieces;
  }

  private static List<Integer> ends(Splitter splitter, byte[] text) {
    List<Integer> ends = new ArrayList<>();
    for (int at = 0; at < text.length; at = ends.get(ends.size() - 1)) {
      ends.add(splitter.next(text, at, text.length));
    }
    return ends;
  }
}
