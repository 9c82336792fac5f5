// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.file;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.http;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static dev.gristmill.pipelines.io.WarcBytes.record;
import static dev.gristmill.pipelines.io.WarcBytes.url;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcDamageTest {

  @Test
  void goesOnBehindADamagedMember() throws IOException {
    byte[] damaged = gzip(page(1));
    damaged[damaged.length / 2] ^= 0x55;

    Found found = Found.inWarc(join(gzip(page(0)), damaged, gzip(page(2))));

    int offset = gzip(page(0)).length;
    assertThat(found.urls()).containsExactly(url(0), url(2));
    assertThat(found.bad).hasSize(1);
    BadUnit unit = found.bad.get(0);
    assertThat(unit.reason()).isEqualTo("warc_gzip_damaged");
    assertThat(unit.offset()).isEqualTo(offset);
    assertThat(unit.length()).isEqualTo(damaged.length);
    assertThat(unit.sha256()).isEqualTo(Sha256.of(damaged, 0, damaged.length));
  }

  @Test
  void doesNotTakeARecordOfAMemberWithAWrongChecksum() throws IOException {
    byte[] damaged = gzip(page(1));
    damaged[damaged.length - 8] ^= 1;

    Found found = Found.inWarc(join(damaged, gzip(page(2))));

    assertThat(found.urls()).containsExactly(url(2));
    assertThat(found.reasons()).containsExactly("warc_gzip_damaged");
    assertThat(found.bad.get(0).url()).isEqualTo(url(1));
  }

  @Test
  void stepsOverRandomBytesBetweenMembers() throws IOException {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);

    Found found = Found.inWarc(join(gzip(page(0)), noise, gzip(page(1))));

    assertThat(found.urls()).containsExactly(url(0), url(1));
    assertThat(found.bad.get(0).length()).isEqualTo(noise.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsWholeRecordsOfACutFile(boolean isGzip) throws IOException {
    byte[] bytes = file(10, isGzip);

    Found found = Found.inWarc(Arrays.copyOf(bytes, bytes.length - 20));

    assertThat(found.pages).hasSize(9);
    assertThat(found.reasons()).containsExactly("warc_truncated");
    assertThat(found.bad.get(0).url()).isEqualTo(url(9));
  }

  @Test
  void keepsWholeRecordsOfACutWholeFileGzip() throws IOException {
    byte[] bytes = gzip(file(10, false));

    Found found = Found.inWarc(Arrays.copyOf(bytes, bytes.length - bytes.length / 4));

    assertThat(found.pages.size()).isBetween(6, 8);
    assertThat(found.reasons()).containsExactly("warc_truncated");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void zerosAtTheEndArePadding(boolean isGzip) throws IOException {
    Found found = Found.inWarc(join(file(2, isGzip), new byte[600]));

    assertThat(found.pages).hasSize(2);
    assertThat(found.skips).containsExactly("padding");
    assertThat(found.bad).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "abc", "4611686018427387904", "99999999999999999999999", "", "7", "20000"})
  void findsTheRecordsBehindAWrongLength(String length) throws IOException {
    String wrong =
        new String(page(1), ISO_8859_1)
            .replaceFirst("\r\nContent-Length: \\d+", "\r\nContent-Length: " + length);

    Found found = Found.inWarc(join(page(0), ascii(wrong), page(2), page(3)));

    assertThat(found.urls()).containsExactly(url(0), url(2), url(3));
    assertThat(found.reasons()).containsExactly("warc_content_length");
    assertThat(found.bad.get(0).offset()).isEqualTo(page(0).length);
    assertThat(found.bad.get(0).length()).isEqualTo(wrong.length());
  }

  @Test
  void findsTheRecordsBehindAWrongLengthInsideAMember() throws IOException {
    String wrong =
        new String(page(1), ISO_8859_1)
            .replaceFirst("\r\nContent-Length: \\d+", "\r\nContent-Length: 30");

    Found found = Found.inWarc(gzip(join(page(0), ascii(wrong), page(2))));

    assertThat(found.urls()).containsExactly(url(0), url(2));
    assertThat(found.reasons()).containsExactly("warc_content_length");
  }

  @Test
  void refusesAHeaderPastTheCap() throws IOException {
    byte[] wide =
        record("response", "http://a.test/" + "x".repeat(70_000), "text/html", "", ascii("x"));

    Found found = Found.inWarc(join(page(0), wide, page(1)));

    assertThat(found.urls()).containsExactly(url(0), url(1));
    assertThat(found.reasons()).containsExactly("warc_header_too_long");
  }

  @Test
  void recordsPastTheCapAreBadPagesButOrdinarySkips() throws IOException {
    ReadLimits limits = new ReadLimits(4096, 2048, 1024, 1024);
    byte[] big = new byte[9000];
    Arrays.fill(big, (byte) 'x');
    byte[] html = http("u:1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", big);
    byte[] image = http("u:2", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", big);
    byte[] last = WarcBytes.response("u:3", "text/html", "<p>");

    for (byte[] bytes :
        new byte[][] {join(html, image, last), join(gzip(html), gzip(image), gzip(last))}) {
      Found found = Found.inWarc(bytes, limits);

      assertThat(found.reasons()).containsExactly("warc_record_too_large");
      assertThat(found.skips).containsExactly("not_text");
      assertThat(found.urls()).containsExactly("u:3");
    }
  }

  @Test
  void givesUpAMemberThatInflatesWithoutEnd() throws IOException {
    ReadLimits limits = new ReadLimits(4096, 2048, 1024, 1024);
    byte[] bomb =
        gzip(
            join(
                ascii("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50000000\r\n\r\n"),
                ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
                new byte[50_000_000]));
    byte[] noise = gzip(new byte[50_000_000]);
    byte[] last = gzip(WarcBytes.response("u:3", "text/html", "<p>"));

    for (byte[] file :
        new byte[][] {join(bomb, noise, last), join(bomb, last), join(noise, last)}) {
      Found found = Found.inWarc(file, limits);

      assertThat(found.reasons()).containsExactly("warc_record_too_large");
      assertThat(found.urls()).containsExactly("u:3");
    }
  }

  @Test
  void markedTruncationMakesAPageBadButNotAnImage() throws IOException {
    byte[] html = ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>");
    byte[] image = ascii("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<p>");
    String more = "WARC-Truncated: length\r\n";
    Found found =
        Found.inWarc(
            join(
                record("response", "u:1", "application/http", more, html),
                record("response", "u:2", "application/http", more, image),
                http(
                    "u:3",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n",
                    ascii("12345678")),
                http(
                    "u:4",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n",
                    ascii("12345678"))));

    assertThat(found.reasons()).containsExactly("warc_truncated", "warc_truncated");
    assertThat(found.skips).containsExactly("not_text");
    assertThat(found.urls()).containsExactly("u:4");
  }

  @Test
  void malformedHttpIsOneBadUnitEach() throws IOException {
    Found found =
        Found.inWarc(
            join(
                http("u:1", "not http", new byte[0]),
                http("u:2", "HTTP/1.1 \r\n\r\n", ascii("x")),
                http("u:3", "", new byte[0]),
                http(
                    "u:4",
                    "HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000) + "\r\n\r\n",
                    ascii("x"))));

    assertThat(found.reasons())
        .containsExactly(
            "http_malformed", "http_malformed", "http_malformed", "http_header_too_long");
  }

  @Test
  void unreadableCompressionIsOneBadUnit() throws IOException {
    Found found = Found.inWarc(new byte[] {0x04, 0x22, 0x4D, 0x18, 1, 2, 3});

    assertThat(found.reasons()).containsExactly("unsupported_compression");
    assertThat(found.bad.get(0).message()).contains("LZ4");
  }
}
