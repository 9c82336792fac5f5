// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The JDK's own decoder is the oracle. */
class Utf8TextTest {

  private static void checkAll(byte[] bytes) {
    for (int from = 0; from < Math.min(3, bytes.length); from++) {
      String expected = new String(bytes, from, bytes.length - from, UTF_8);
      assertThat(Utf8Text.decode(bytes, from, bytes.length)).isEqualTo(expected);
    }
  }

  @Test
  void decodesEveryCodePoint() {
    for (int point = 0; point <= 0x10FFFF; point += point < 0x900 ? 1 : 61) {
      if (point < 0xD800 || point > 0xDFFF) {
        checkAll(("seven c" + Character.toString(point) + "and more after").getBytes(UTF_8));
      }
    }
    for (int point : new int[] {0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
      checkAll(Character.toString(point).getBytes(UTF_8));
    }
  }

  @Test
  void decodesEverySequenceOfThreeBytesAsTheJdkDoes() {
    byte[] bytes = new byte[11];
    int[] telling = {
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };
    for (int a : telling) {
      for (int b : telling) {
        for (int c : telling) {
          for (int d : new int[] {0x41, 0x80, 0xBF, 0xC3}) {
            bytes[0] = (byte) a;
            bytes[1] = (byte) b;
            bytes[2] = (byte) c;
            bytes[3] = (byte) d;
            checkAll(bytes);
          }
        }
      }
    }
  }

  @Test
  void decodesRandomBytesAndCutTextsAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(3);
    byte[] text = "Grüße, мир, 漢字, 😀 and plain words; ".repeat(20).getBytes(UTF_8);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      if (i % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        System.arraycopy(text, random.nextInt(300), bytes, 0, bytes.length);
      }
      checkAll(bytes);
    }
  }
}
