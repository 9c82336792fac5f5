// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.http;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static dev.gristmill.pipelines.io.WarcBytes.record;
import static dev.gristmill.pipelines.io.WarcBytes.url;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What writers of real crawls do with the formats. */
class WarcQuirksTest {
  private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x";

  private static byte[] warc(String version, String end, String block) {
    return ascii(
        String.join(
                end,
                version,
                "warc-TYPE: Response",
                "WARC-RECORD-ID: <urn:u>",
                "WARC-Target-URI :",
                "\t<http://a.test/long",
                " path>",
                "no field at all",
                "Content-Length:" + block.length(),
                "",
                "")
            + block);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1", "WARC/2.0"})
  void takesEachVersionWithEitherLineEndAndFoldedFieldsInAnyCase(String version)
      throws IOException {
    for (String end : new String[] {"\r\n", "\n"}) {
      byte[] one = warc(version, end, HTML);
      byte[] between = ascii(end + end);
      for (byte[] file :
          new byte[][] {join(one, between, one, between), gzip(join(one, between))}) {
        Found found = Found.inWarc(file);

        assertThat(found.bad).isEmpty();
        assertThat(found.urls()).containsOnly("http://a.test/long path").isNotEmpty();
        assertThat(found.bodies()).containsOnly("<p>x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n", "\r\n\r\n\r\n", "\r\n\r\n\0\0\0"})
  void takesAnyLineEndsOrZerosBetweenRecords(String between) throws IOException {
    byte[] one = warc("WARC/1.0", "\r\n", HTML);

    Found found = Found.inWarc(join(one, ascii(between), one, ascii(between), page(1)));

    assertThat(found.bodies()).hasSize(3);
    assertThat(found.bad).isEmpty();
  }

  @Test
  void countsStrayBytesBehindARecordAndKeepsIt() throws IOException {
    Found found = Found.inWarc(join(page(0), ascii("stray bytes\r\n\r\n"), page(1)));

    assertThat(found.urls()).containsExactly(url(0), url(1));
    assertThat(found.reasons()).containsExactly("warc_header_malformed");
    assertThat(found.bad.get(0).length()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/2 200, ''",
    "HTTP/2.0 200 OK, ''",
    "http/1.1  200  fine, ''",
    "HTTP/1.1 206 Partial Content, status_206",
    "HTTP/1.1 304 Not Modified, status_304",
    "HTTP/3 999, status_999",
  })
  void readsStatusLines(String line, String skip) throws IOException {
    byte[] body = ascii("<p>x");
    Found found = Found.inWarc(http("u:1", line + "\r\nContent-Type: text/html\r\n\r\n", body));

    assertThat(String.join(" ", found.skips)).isEqualTo(skip);
    assertThat(found.pages).hasSize(skip.isEmpty() ? 1 : 0);
    assertThat(found.bad).isEmpty();
  }

  @Test
  void passesOverInterimResponses() throws IOException {
    String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

    assertThat(Found.inWarc(http("u:1", interim + HTML, new byte[0])).bodies())
        .containsExactly("<p>x");
    assertThat(Found.inWarc(http("u:1", "HTTP/1.1 100 Continue\r\n\r\n", ascii("x"))).skips)
        .containsExactly("status_100");
    assertThat(Found.inWarc(http("u:1", "HTTP/1.1 101 Switch\r\n\r\n" + HTML, ascii(""))).skips)
        .containsExactly("status_101");
  }

  @Test
  void takesTheFirstOfTwoTypesThatWereJoined() throws IOException {
    String header = "HTTP/1.1 200 OK\r\nContent-Type: text/html, text/html; charset=koi8-r\r\n\r\n";
    Page page = Found.inWarc(http("u:1", header, ascii("<p>x"))).pages.get(0);

    assertThat(page.kind()).isEqualTo(Page.Kind.HTML);
    assertThat(page.httpCharset()).isEqualTo("koi8-r");
  }

  @Test
  void takesUtf16ThatIsNotGzipAfterAll() throws IOException {
    byte[] body = "\uFEFF<p>x".getBytes(UTF_16LE);
    String header = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";

    Found found = Found.inWarc(http("u:1", header, body));

    assertThat(found.pages.get(0).body()).isEqualTo(body);
    assertThat(found.remarks).containsExactly("encoding_mismatch");
  }

  @Test
  void readsArcThatBeginsInTheMiddle() throws IOException {
    byte[] one =
        ascii("http://a.test/x 1.2.3.4 20140301123456 text/html " + HTML.length() + "\n" + HTML);

    assertThat(Found.inWarc(join(one, ascii("\n"), one)).bodies()).containsExactly("<p>x", "<p>x");
    assertThat(Found.inWarc(join(gzip(one), gzip(one))).bodies()).containsExactly("<p>x", "<p>x");
  }

  private static String remarks(String field, String claim, byte[] body) throws IOException {
    String header =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
    byte[] block = join(ascii(header), body);
    String more = field + ": " + claim + "\r\n";
    Found found = Found.inWarc(record("response", "u:1", "application/http", more, block));
    return String.join(" ", found.remarks) + found.reasons();
  }

  @ParameterizedTest
  @CsvSource({"md5,MD5", "sha1,SHA-1", "SHA-1,SHA-1", "sha256,SHA-256", "sha-512,SHA-512"})
  void checksDigestsInEachAlphabet(String label, String algorithm)
      throws IOException, GeneralSecurityException {
    byte[] body = ascii("4\r\n<p>x\r\n0\r\n\r\n");
    byte[] digest = MessageDigest.getInstance(algorithm).digest(body);
    String hex = HexFormat.of().formatHex(digest);
    String base64 = Base64.getEncoder().encodeToString(digest);

    for (String value :
        new String[] {
          hex,
          hex.toUpperCase(Locale.ROOT),
          base64,
          Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
        }) {
      assertThat(remarks("WARC-Payload-Digest", label + ":" + value, body)).isEqualTo("[]");
      char first = value.charAt(0) == '0' ? '1' : '0';
      String wrong = label + ":" + first + value.substring(1);
      assertThat(remarks("WARC-Payload-Digest", wrong, body)).isEqualTo("digest_mismatch[]");
    }
  }

  /** The values are those that the coreutils' md5sum, sha1sum and base32 make of the body. */
  @Test
  void checksBase32InEitherCase() throws IOException {
    byte[] body = ascii("4\r\n<p>x\r\n0\r\n\r\n");
    for (String claim :
        new String[] {
          "sha1:BNH673BKERCLQUZKVGU4ZAT3T7UPGSIU", "md5:TEUZ752XS6LOU43DOOMKGSAL4A======"
        }) {
      assertThat(remarks("WARC-Payload-Digest", claim, body)).isEqualTo("[]");
      assertThat(remarks("WARC-Payload-Digest", claim.toLowerCase(Locale.ROOT), body))
          .isEqualTo("[]");
      assertThat(remarks("WARC-Payload-Digest", claim.replaceAll("=", "").replace("A", "B"), body))
          .isEqualTo("digest_mismatch[]");
    }
  }

  @Test
  void takesADigestOfThePayloadWithoutItsChunks() throws IOException {
    byte[] body = ascii("4\r\n<p>x\r\n0\r\n\r\n");
    byte[] html = ascii("<p>x");
    String claim = "sha256:" + Sha256.of(html, 0, html.length);

    assertThat(remarks("WARC-Payload-Digest", claim, body)).isEqualTo("[]");
    assertThat(remarks("WARC-Payload-Digest", claim, ascii("4\r\n<p>y\r\n0\r\n\r\n")))
        .isEqualTo("digest_mismatch[]");
    assertThat(remarks("WARC-Block-Digest", claim, body)).isEqualTo("digest_mismatch[]");
  }

  @Test
  void countsAWrongDigestOfABadRecordToo() throws IOException {
    byte[] cut = ascii("20\r\n<p>x");
    String claim = "md5:00000000000000000000000000000000";

    assertThat(remarks("WARC-Block-Digest", claim, cut))
        .isEqualTo("digest_mismatch[warc_truncated]");
  }
}
