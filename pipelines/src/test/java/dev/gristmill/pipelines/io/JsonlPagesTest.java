// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonlPagesTest {

  private static Found read(String lines) throws IOException {
    return Found.inJsonl(lines.getBytes(UTF_8));
  }

  @Test
  void readsAllFields() throws IOException {
    Page page =
        read("{\"id\":\"a\",\"text\":\"Grüße\",\"url\":\"http://a.test\",\"date\":"
                + "\"1970-01-02T00:00:00Z\",\"language\":\"deu\",\"title\":\"T\"}")
            .pages
            .get(0);

    assertThat(page.userId()).isEqualTo("a");
    assertThat(page.kind()).isEqualTo(Page.Kind.TEXT);
    assertThat(new String(page.body(), UTF_8)).isEqualTo("Grüße");
    assertThat(page.url()).isEqualTo("http://a.test");
    assertThat(page.dateSeconds()).isEqualTo(86_400);
    assertThat(page.languageHint()).isEqualTo("deu");
    assertThat(page.title()).isEqualTo("T");
    assertThat(page.metaJson()).isEmpty();
  }

  @Test
  void carriesOtherFieldsAlongInOrderWithAllDigits() throws IOException {
    Page page =
        read("{\"z\": 1e999, \"html\": \"<p>\", \"text\":\"t\", \"a\":[1, {\"b\":null}],"
                + "\"n\":12345678901234567890.10, \"url\":null,\"date\":\"then\",\"é\":\"\\u00e9\\n\"}")
            .pages
            .get(0);

    assertThat(page.metaJson())
        .isEqualTo(
            "{\"z\":1e999,\"html\":\"<p>\",\"a\":[1,{\"b\":null}],"
                + "\"n\":12345678901234567890.10,\"url\":null,\"date\":\"then\",\"é\":\"é\\n\"}");
  }

  @Test
  void takesHtmlWhereThereIsNoTextAndNumbersAsIds() throws IOException {
    Page page = read("{\"html\":\"<p>ü\",\"id\":12.50}").pages.get(0);

    assertThat(page.kind()).isEqualTo(Page.Kind.HTML);
    assertThat(page.httpCharset()).isEqualTo("utf-8");
    assertThat(page.body()).isEqualTo("<p>ü".getBytes(UTF_8));
    assertThat(page.userId()).isEqualTo("12.50");
    assertThat(page.dateSeconds()).isEqualTo(Page.UNKNOWN_DATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"text\":\"a\"|json_malformed",
        "{\"text\":\"a\"} {\"text\":\"b\"}|json_malformed",
        "{\"text\":\"a\",}|json_malformed",
        "{\"text\":\"a\",\"n\":NaN}|json_malformed",
        "{'text':'a'}|json_malformed",
        "{\"text\":\"a\"} // x|json_malformed",
        "{\"text\":\"a\",\"text\":\"b\"}|json_duplicate_key",
        "{\"text\":\"a\",\"m\":{\"k\":1,\"k\":2}}|json_duplicate_key",
        "[1]|json_not_object",
        "null|json_not_object",
        "\"text\"|json_not_object",
        "{\"id\":1}|json_missing_text",
        "{\"text\":null}|json_text_not_string",
        "{\"text\":5}|json_text_not_string",
        "{\"html\":[]}|json_text_not_string",
      })
  void refusesALineAndReadsOn(String line, String reason) throws IOException {
    Found found = read(line + "\n{\"text\":\"next\"}\n");

    assertThat(found.reasons()).containsExactly(reason);
    assertThat(found.bodies()).containsExactly("next");
    BadUnit unit = found.bad.get(0);
    assertThat(unit.length()).isEqualTo(line.length());
    assertThat(unit.sha256()).isEqualTo(Sha256.of(ascii(line), 0, line.length()));
  }

  @Test
  void aLoneSurrogateBecomesAReplacementCharacter() throws IOException {
    Page page = read("{\"text\":\"a\\ud800b\\ud83d\\ude00\",\"k\":\"\\udc00\"}").pages.get(0);

    assertThat(new String(page.body(), UTF_8)).isEqualTo("a\uFFFDb\uD83D\uDE00");
    assertThat(page.metaJson()).isEqualTo("{\"k\":\"\uFFFD\"}");
  }

  @Test
  void refusesMalformedUtf8() throws IOException {
    byte[] bytes =
        join(
            ascii("{\"text\":\""),
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            ascii("\"}\n{\"text\":\"x\"}"));

    Found found = Found.inJsonl(bytes);

    assertThat(found.reasons()).containsExactly("invalid_utf8");
    assertThat(found.bodies()).containsExactly("x");
  }

  @Test
  void passesOverBlankLinesAndAByteOrderMark() throws IOException {
    Found found = read("\uFEFF{\"text\":\"a\u2028b\"}\r\n\n \t\r\n{\"text\":\"c\"}");

    assertThat(found.bodies()).containsExactly("a\u2028b", "c");
    assertThat(found.remarks).containsExactly("blank_line", "blank_line");
    assertThat(found.bad).isEmpty();
  }

  @Test
  void aUtf16FileIsOneBadUnit() throws IOException {
    String text = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
    assertThat(Found.inJsonl(text.getBytes(UTF_16)).reasons()).containsExactly("json_utf16");
    assertThat(Found.inJsonl(text.getBytes(UTF_16LE)).reasons()).containsExactly("json_utf16");
    assertThat(Found.inJsonl(gzip(text.getBytes(UTF_16))).reasons()).containsExactly("json_utf16");
  }

  @Test
  void linesAtTheCapAreReadAndOneByteMoreIsBad() throws IOException {
    ReadLimits limits = new ReadLimits(4096, 2048, 1024, 1000);
    String atCap = "{\"text\":\"" + "x".repeat(1000 - 11) + "\"}";
    String over = "{\"text\":\"" + "x".repeat(1000 - 10) + "\"}";

    Found found = Found.inJsonl(ascii(over + "\n" + atCap + "\n" + over), limits);

    assertThat(found.pages).hasSize(1);
    assertThat(found.reasons()).containsExactly("json_line_too_long", "json_line_too_long");
    assertThat(found.bad.get(0).length()).isEqualTo(1001);
    assertThat(found.bad.get(1).offset()).isEqualTo(2003);
  }

  @Test
  void aBodyPastTheCapIsBad() throws IOException {
    ReadLimits limits = new ReadLimits(4096, 256, 1024, 4096);

    Found found =
        Found.inJsonl(
            ascii("{\"text\":\"" + "x".repeat(257) + "\"}\n{\"text\":\"" + "x".repeat(256) + "\"}"),
            limits);

    assertThat(found.reasons()).containsExactly("body_too_large");
    assertThat(found.pages).hasSize(1);
  }

  @Test
  void deepNestingIsBadAndNotAnOverflow() throws IOException {
    Found found =
        read(
            "{\"text\":\"a\",\"m\":"
                + "[".repeat(200_000)
                + "}\n"
                + "[".repeat(200_000)
                + "\n{\"text\":\"x\",\"m\":"
                + "[".repeat(900)
                + "]".repeat(900)
                + "}");

    assertThat(found.reasons()).containsExactly("json_malformed", "json_malformed");
    assertThat(found.bodies()).containsExactly("x");
  }

  @Test
  void readsGzipMembersAndZstd() throws IOException {
    byte[] one = ascii("{\"text\":\"a\"}\n{\"te");
    byte[] two = ascii("xt\":\"b\"}\n");

    assertThat(Found.inJsonl(join(gzip(one), gzip(two), new byte[9])).bodies())
        .containsExactly("a", "b");
    Found zstd = Found.inJsonl(join(Zstd.compress(one), Zstd.compress(two)));
    assertThat(zstd.bodies()).containsExactly("a", "b");
    assertThat(zstd.offsets).containsExactly(0L, 13L);
  }

  @Test
  void keepsTheLinesBeforeDamage() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      lines.append("{\"text\":\"").append(Integer.toHexString(i * 0x9E3779B9)).append("\"}\n");
    }
    byte[] zipped = gzip(ascii(lines.toString()));
    byte[] zstd = Zstd.compress(ascii(lines.toString()));

    Found cut = Found.inJsonl(Arrays.copyOf(zipped, zipped.length / 2));
    Found cutZstd = Found.inJsonl(Arrays.copyOf(zstd, zstd.length - 9));

    assertThat(cut.pages.size()).isBetween(2000, 3000);
    assertThat(cut.reasons()).containsExactly("gzip_damaged");
    assertThat(cutZstd.reasons()).containsExactly("zstd_damaged");
    assertThat(Found.inJsonl(join(gzip(ascii("{\"text\":\"a\"}\n")), ascii("junk"))).reasons())
        .containsExactly("gzip_damaged");
  }

  @Test
  void oneLineDoesNotChangeTheFateOfAnother() throws IOException {
    StringBuilder names = new StringBuilder("{\"text\":\"a\"");
    for (int i = 0; i < 50_000; i++) {
      names.append(",\"k").append(i).append("\":0");
    }
    String line = names.append("}\n").toString();

    assertThat(read(line + line + "{\"text\":\"b\"}\n").pages).hasSize(3);
  }
}
