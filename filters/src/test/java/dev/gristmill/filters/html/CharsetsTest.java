// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.filters.charset.Paragraphs;
import dev.gristmill.filters.charset.Paragraphs.Paragraph;
import dev.gristmill.filters.charset.SingleByteCharset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

  private static Decoded decode(byte[] body, String httpCharset) {
    return Charsets.decode(body, 0, body.length, Optional.ofNullable(httpCharset));
  }

  private static byte[] page(String label, String text, String javaCharset) {
    return ("<html><head><meta charset=\"" + label + "\"></head><body><p>" + text + "</p>")
        .getBytes(Charset.forName(javaCharset));
  }

  @ParameterizedTest
  @CsvSource({
    "shift_jis, windows-31j, 吾輩は猫である。名前はまだ無い。①",
    "x-sjis, windows-31j, どこで生れたか頓と見当がつかぬ。",
    "euc-jp, x-eucJP-Open, 何でも薄暗い所で泣いていた。",
    "euc-kr, x-windows-949, 모든 국민은 법 앞에 평등하다. 똠방각하",
    "ks_c_5601-1987, x-windows-949, 누구든지 차별을 받지 아니한다. 뷁",
    "gb2312, GB18030, 床前明月光，疑是地上霜。镕",
    "GBK, GB18030, 举头望明月，低头思故乡。",
    "big5, x-MS950-HKSCS, 春眠不覺曉，處處聞啼鳥。",
    "windows-1251, windows-1251, Все счастливые семьи похожи друг на друга",
    "koi8-r, KOI8-R, Все смешалось в доме",
    "latin1, windows-1252, “naïve” façade – 5 €",
    "iso-8859-9, windows-1254, İstanbul’da güneşli ığdır",
    "tis-620, x-windows-874, มนุษย์ทั้งหลายเกิดมามีอิสระ"
  })
  void decodesTheDeclaredLegacyCharsets(String label, String javaCharset, String text) {
    assertThat(decode(page(label, text, javaCharset), null))
        .satisfies(
            decoded -> {
              assertThat(decoded.html()).contains("<p>" + text + "</p>");
              assertThat(decoded.charset()).isEqualTo(javaCharset);
              assertThat(decoded.how()).isEqualTo("meta");
            });
  }

  @Test
  void believesTheByteOrderMarkBeforeTheHeader() {
    byte[] little = "\uFEFF<p>größer</p>".getBytes(UTF_16LE);
    byte[] big = "\uFEFF<p>größer</p>".getBytes(UTF_16BE);
    byte[] eight = "\uFEFF<p>größer</p>".getBytes(UTF_8);
    for (byte[] body : new byte[][] {little, big, eight}) {
      assertThat(decode(body, "windows-1251").html()).isEqualTo("<p>größer</p>");
      assertThat(decode(body, "windows-1251").how()).isEqualTo("bom");
    }
  }

  @Test
  void believesTheHeaderBeforeTheMeta() {
    byte[] body = page("windows-1252", "Привет, мир", "windows-1251");
    assertThat(decode(body, "text/html; charset=\"Windows-1251\"").html()).contains("Привет, мир");
    assertThat(decode(body, "text/html; charset=\"Windows-1251\"").how()).isEqualTo("http");
  }

  @Test
  void readsTheOlderFormOfTheMetaAndTheXmlDeclaration() {
    String meta = "<META content='text/html;charset=windows-1251' HTTP-EQUIV=Content-Type>Привет";
    String xml = "<?xml version='1.0' encoding='windows-1251'?><html>Привет";
    Charset cyrillic = Charset.forName("windows-1251");
    assertThat(decode(meta.getBytes(cyrillic), null).html()).contains("Привет");
    assertThat(decode(xml.getBytes(cyrillic), null).html()).contains("Привет");
  }

  @Test
  void ignoresAMetaInsideACommentOrAnAttribute() {
    String html =
        "<!-- <meta charset=koi8-r> --><div title='<meta charset=koi8-r>'><meta charset=cp1251>Да";
    assertThat(decode(html.getBytes(Charset.forName("windows-1251")), null).charset())
        .isEqualTo("windows-1251");
  }

  @Test
  void findsALateMetaOnlyWhenNothingElseHelps() {
    String html = "<p>" + " ".repeat(2000) + "<meta charset=windows-1251>Война и мир";
    assertThat(decode(html.getBytes(Charset.forName("windows-1251")), null).html())
        .endsWith("Война и мир");
    assertThat(decode(html.getBytes(UTF_8), null).how()).isEqualTo("utf8");
  }

  @Test
  void takesUndeclaredValidUtf8ForUtf8AndTheRestForWindows1252() {
    assertThat(decode("<p>“größer”".getBytes(UTF_8), null).how()).isEqualTo("utf8");
    Decoded fallback = decode("<p>größer".getBytes(ISO_8859_1), null);
    assertThat(fallback).isEqualTo(new Decoded("<p>größer", "windows-1252", "fallback"));
  }

  @Test
  void overrulesALegacyDeclarationOverUtf8Bytes() {
    Decoded decoded = decode(page("iso-8859-1", "Käse – „schön“", "UTF-8"), "iso-8859-1");
    assertThat(decoded.html()).contains("Käse – „schön“");
    assertThat(decoded.how()).isEqualTo("overruled");
  }

  @Test
  void overrulesAUtf8DeclarationOverLegacyBytes() {
    assertThat(decode(page("utf-8", "Käse über schöne Straßen", "windows-1252"), "utf-8").html())
        .contains("Käse über schöne Straßen");
    byte[] cyrillic = page("windows-1251", "Привет, мир", "windows-1251");
    assertThat(decode(cyrillic, "utf-8").html()).contains("Привет, мир");
  }

  @Test
  void keepsUtf8WithAFewDamagedBytes() {
    byte[] body = ("<p>" + "schön ".repeat(100) + "?").getBytes(UTF_8);
    body[body.length - 1] = (byte) 0xFF;
    Decoded decoded = decode(body, "utf-8");
    assertThat(decoded.html()).contains("schön").endsWith("\uFFFD");
    assertThat(decoded.charset()).isEqualTo("UTF-8");
  }

  @Test
  void acceptsAPageCutOffInsideACharacter() {
    byte[] whole = "<p>schön 漢字".getBytes(UTF_8);
    Decoded decoded = Charsets.decode(whole, 0, whole.length - 1, Optional.empty());
    assertThat(decoded.html()).isEqualTo("<p>schön 漢\uFFFD");
    assertThat(decoded.charset()).isEqualTo("UTF-8");
  }

  @Test
  void neverDecodesUtf7() {
    byte[] body = "<meta charset=utf-7><p>+ADw-script+AD4-".getBytes(ISO_8859_1);
    assertThat(decode(body, "utf-7").html()).contains("+ADw-script+AD4-");
  }

  @Test
  void removesNulAndLoneSurrogates() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, 0, 0x00, (byte) 0xDC, 'b', 0});
    assertThat(decode(body.toByteArray(), null).html()).isEqualTo("a\uFFFDb");
    assertThat(decode("a\0b".getBytes(UTF_8), null).html()).isEqualTo("ab");
    byte[] cesu = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};
    assertThat(decode(cesu, "utf-8").html()).doesNotContain("\uD800");
  }

  @Test
  void readsOnlyTheGivenRange() {
    byte[] record = "HTTP/1.1 200\r\n\r\n<p>é</p>\r\n\r\n".getBytes(UTF_8);
    int from = 16;
    int to = record.length - 4;
    assertThat(Charsets.decode(record, from, to, Optional.empty()).html()).isEqualTo("<p>é</p>");
    assertThatThrownBy(() -> Charsets.decode(record, 5, record.length + 1, Optional.empty()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void detectsUndeclaredLegacyPages() throws IOException {
    for (Paragraph paragraph : Paragraphs.all()) {
      byte[] body = Paragraphs.page(paragraph.text(), paragraph.charset());
      Decoded decoded = decode(body, null);
      assertThat(decoded.html()).as(paragraph.toString()).contains(paragraph.text());
      assertThat(decoded.how()).as(paragraph.toString()).isEqualTo("detected");
    }
  }

  @Test
  void believesADeclarationThatFits() throws IOException {
    for (Paragraph paragraph : Paragraphs.all()) {
      for (String sentence : paragraph.sentences()) {
        byte[] body = Paragraphs.page(sentence, paragraph.charset(), paragraph.charset());
        Decoded decoded = decode(body, label(paragraph));
        assertThat(decoded.html()).as(paragraph.toString()).contains(sentence);
        assertThat(decoded.how()).as(paragraph.toString()).isEqualTo("http");
      }
    }
  }

  private static String label(Paragraph paragraph) {
    return switch (paragraph.charset()) {
      case "x-windows-949" -> "euc-kr";
      case "x-windows-874" -> "windows-874";
      case "x-eucJP-Open" -> "euc-jp";
      case "x-MS950-HKSCS" -> "big5";
      default -> paragraph.charset();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "iso-8859-1", "windows-1251", "euc-kr", "shift_jis", "gbk"})
  void overrulesALieAboutAParagraph(String lie) throws IOException {
    for (Paragraph paragraph : Paragraphs.all()) {
      String text = paragraph.text();
      if (paragraph.language().equals("en")) {
        continue; // Quotation marks are the same bytes in windows-1251: nothing contradicts it.
      }
      byte[] body = Paragraphs.page(text, paragraph.charset(), lie);
      assertThat(decode(body, null).html()).as(paragraph.toString()).contains(text);
      byte[] utf8 = Paragraphs.page(text, "UTF-8", lie);
      assertThat(decode(utf8, null).html()).as(paragraph.toString()).contains(text);
    }
  }

  @Test
  void believesADeclaredCharsetThatOneCurlyQuoteCannotContradict() {
    byte[] body = page("windows-1252", "“Quoted”, she said", "windows-1252");
    assertThat(decode(body, "windows-1252").how()).isEqualTo("http");
    assertThat(decode(body, null).html()).contains("“Quoted”, she said");
    byte[] bare = "<p>It’s “fine” – really…".getBytes(Charset.forName("windows-1252"));
    assertThat(decode(bare, null).html()).isEqualTo("<p>It’s “fine” – really…");
  }

  @Test
  void recognisesUtf16WithoutAMark() {
    String text = "<html><body><p>größer, 日本語, Привет</p></body></html>";
    assertThat(decode(text.getBytes(UTF_16LE), null))
        .isEqualTo(new Decoded(text, "UTF-16LE", "detected"));
    assertThat(decode(text.getBytes(UTF_16BE), "utf-16le"))
        .isEqualTo(new Decoded(text, "UTF-16BE", "overruled"));
    assertThat(decode(text.getBytes(UTF_16BE), "utf-16be").how()).isEqualTo("http");
    assertThat(decode("<p>ASCII</p>".getBytes(UTF_8), "utf-16").html()).isEqualTo("<p>ASCII</p>");
  }

  @Test
  void readsIso2022JpWhateverItIsDeclaredAs() {
    byte[] body = "<p>これはテストです。①</p>".getBytes(Charset.forName("x-windows-iso2022jp"));
    assertThat(decode(body, "iso-2022-jp").how()).isEqualTo("http");
    for (String label : new String[] {null, "utf-8", "iso-2022-jp", "shift_jis"}) {
      assertThat(decode(body, label).html()).isEqualTo("<p>これはテストです。①</p>");
    }
    byte[] plain = "<p>plain</p>".getBytes(UTF_8);
    assertThat(decode(plain, "iso-2022-jp").html()).isEqualTo("<p>plain</p>");
  }

  @Test
  void readsHz() {
    Decoded decoded =
        decode("<meta charset=hz-gb-2312><p>~{<:Ky2;S{#,NpJ)~}".getBytes(UTF_8), null);
    assertThat(decoded.html()).endsWith("<p>己所不欲，勿施");
    assertThat(decoded.charset()).isEqualTo("GB18030");
  }

  @Test
  void repairsUtf8ThatWasEncodedTwiceOrThrice() {
    String once = "<p>Café – “naïve”</p>";
    String twice = new String(once.getBytes(UTF_8), ISO_8859_1);
    byte[] bytes = twice.getBytes(UTF_8);
    String thrice =
        SingleByteCharset.of("windows-1252").orElseThrow().decode(bytes, 0, bytes.length);
    for (String doubled : List.of(twice, thrice)) {
      assertThat(decode(doubled.getBytes(UTF_8), "utf-8"))
          .isEqualTo(new Decoded(once, "UTF-8", "repaired"));
    }
    String partly = "<p>größer: CafÃ©";
    assertThat(decode(partly.getBytes(UTF_8), "utf-8").html()).isEqualTo(partly);
  }

  @Test
  void takesNoiseForNothingInParticular() {
    byte[] noise = new byte[8 << 20];
    new Random(11).nextBytes(noise);
    assertThat(decode(noise, null).how()).isEqualTo("fallback");
    assertThat(decode(noise, "euc-kr").charset()).isEqualTo("x-windows-949");
    noise = new byte[1 << 20];
    for (int b : new int[] {0x80, 0xA4, 0xC3, 0xE3, 0xFF, 0x1B, '~', 0}) {
      Arrays.fill(noise, (byte) b);
      assertThat(decode(noise, "gbk").html()).doesNotContain("\0");
      assertThat(decode(noise, null).html().length()).isLessThanOrEqualTo(noise.length);
    }
  }

  @Test
  void answersForTinyPages() {
    assertThat(decode(new byte[0], null)).isEqualTo(new Decoded("", "UTF-8", "utf8"));
    for (int b = 0x80; b < 0x100; b++) {
      assertThat(decode(new byte[] {(byte) b}, null).html()).hasSize(1);
      assertThat(decode(new byte[] {'a', (byte) b}, "shift_jis").html()).startsWith("a");
    }
  }
}
