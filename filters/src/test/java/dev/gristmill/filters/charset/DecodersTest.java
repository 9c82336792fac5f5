// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values from the indexes of the WHATWG Encoding Standard. */
class DecodersTest {

  private static String decode(String charset, int... bytes) {
    byte[] body = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      body[i] = (byte) bytes[i];
    }
    return SingleByteCharset.of(charset)
        .map(single -> single.decode(body, 0, body.length))
        .orElseGet(() -> MultiByteDecoder.decode(Charset.forName(charset), body, 0, body.length));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-31j, 81, 60, ～",
    "windows-31j, 81, 5C, ―",
    "windows-31j, 87, 40, ①",
    "windows-31j, FA, 40, ⅰ",
    "windows-31j, 5C, 7E, \\~",
    "x-eucJP-Open, A1, C1, ～",
    "x-eucJP-Open, A1, BD, ―",
    "x-eucJP-Open, AD, A1, ①",
    "x-eucJP-Open, 8E, B1, ｱ",
    "x-windows-949, A1, AD, ∼",
    "x-windows-949, 81, 41, 갂",
    "x-windows-949, C8, FE, 힝",
    "x-MS950-HKSCS, A1, 45, ‧",
    "x-MS950-HKSCS, A3, E1, €",
    "x-MS950-HKSCS, F9, D6, 碁",
    "x-MS950-HKSCS, 87, 43, 䖦",
    "GB18030, A1, AA, —",
    "GB18030, A2, E3, €",
    "GB18030, A6, D9, ︐",
    "KOI8-U, AE, BE, ўЎ",
    "windows-1251, 98, C0, \u0098А",
    "windows-1252, 81, 80, \u0081€",
    "windows-1253, AA, 81, \uFFFD\u0081",
    "windows-1255, CA, E0, \u05BAא",
    "x-windows-874, DB, A1, \uFFFDก",
    "x-MacUkraine, FF, A2, €Ґ"
  })
  void decodesAsTheStandardDoes(String charset, String first, String second, String text) {
    String decoded = decode(charset, Integer.parseInt(first, 16), Integer.parseInt(second, 16));
    assertThat(decoded).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-31j", "x-eucJP-Open", "x-windows-949", "GB18030", "x-MS950-HKSCS"})
  void keepsTheTagAfterABrokenCharacter(String charset) {
    assertThat(decode(charset, 'a', 0xB0 ^ (charset.equals("windows-31j") ? 0x20 : 0), '<', 'b'))
        .isEqualTo("a\uFFFD<b");
    assertThat(decode(charset, 0xFF, 'a')).endsWith("a").hasSize(2);
    assertThat(decode(charset, 'a', 0xE5)).isEqualTo("a\uFFFD");
  }

  @Test
  void readsTheThreeAndFourByteForms() {
    assertThat(decode("x-eucJP-Open", 0x8F, 0xB0, 0xA1)).isEqualTo("丂");
    assertThat(decode("GB18030", 0x95, 0x32, 0x82, 0x36)).isEqualTo("\uD840\uDC00");
    assertThat(decode("GB18030", 0x80, 'A')).isEqualTo("€A");
  }

  @Test
  void readsMegabytesOfDamageInLinearTime() {
    byte[] damage = new byte[4 << 20];
    Arrays.fill(damage, (byte) 0xFF);
    String decoded = MultiByteDecoder.decode(Charset.forName("GB18030"), damage, 0, damage.length);
    assertThat(decoded).hasSize(damage.length).startsWith("\uFFFD");
  }

  @Test
  void recognisesTheSevenBitCharsets() {
    Charset japanese = Charset.forName("ISO-2022-JP");
    Charset korean = Charset.forName("ISO-2022-KR");
    String kana = new String("<p>これはテスト".getBytes(japanese), ISO_8859_1);
    String hangul = new String("<p>시험입니다".getBytes(korean), ISO_8859_1);
    assertThat(EscapedText.iso2022(kana)).contains(Charset.forName("x-windows-iso2022jp"));
    assertThat(EscapedText.iso2022(hangul)).contains(korean);
    assertThat(EscapedText.iso2022("\u001B[1mbold\u001B[0m")).isEmpty();
    assertThat(EscapedText.iso2022("plain")).isEmpty();
  }

  @Test
  void readsHzOnlyWhereAllOfItIsPairs() {
    assertThat(EscapedText.hz("<p>~{<:Ky2;S{#,NpJ)l6HK!#~} ~~ ok~\n!"))
        .contains("<p>己所不欲，勿施於人。 ~ ok!");
    assertThat(EscapedText.hz("a ~{not pairs}~ b")).isEmpty();
    assertThat(EscapedText.hz("x = ~{abc~};")).isEmpty();
    assertThat(EscapedText.hz("x = ~{0!0!0!~};")).isEmpty();
    assertThat(EscapedText.hz("x = ~{0!0!0!0!~};")).isPresent();
  }
}
