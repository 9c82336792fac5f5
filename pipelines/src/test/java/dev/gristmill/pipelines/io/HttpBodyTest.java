// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.http;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class HttpBodyTest {
  private static final byte[] HTML = ascii("<p>Some text, some text, some text.</p>");

  private static Found read(String fields, byte[] body) throws IOException {
    String header = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + "\r\n";
    return Found.inWarc(http("u:1", header, body));
  }

  private static byte[] deflate(byte[] bytes, boolean isBare) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(6, isBare))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }

  private static void isHtml(Found found) {
    assertThat(found.bad).isEmpty();
    assertThat(found.pages.get(0).body()).isEqualTo(HTML);
  }

  @Test
  void undoesEachContentCoding() throws IOException {
    isHtml(read("Content-Encoding: gzip\r\n", gzip(HTML)));
    isHtml(read("Content-Encoding: X-GZIP\r\n", gzip(HTML)));
    isHtml(read("Content-Encoding: deflate\r\n", deflate(HTML, false)));
    isHtml(read("Content-Encoding: deflate\r\n", deflate(HTML, true)));
    isHtml(read("Content-Encoding: zstd\r\n", Zstd.compress(HTML)));
    isHtml(read("Content-Encoding: deflate, gzip\r\n", gzip(deflate(HTML, false))));
    isHtml(read("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", gzip(gzip(HTML))));
    isHtml(read("Content-Encoding: identity\r\n", HTML));
    // By hand, RFC 7932 section 9.2: one uncompressed meta-block, then the empty last one.
    Found brotli =
        read("Content-Encoding: br\r\n", HexFormat.of().parseHex("500010" + "3c703e686921" + "03"));
    assertThat(brotli.bad).isEmpty();
    assertThat(brotli.bodies()).containsExactly("<p>hi!");
  }

  @Test
  void takesABodyThatIsNotEncodedAfterAll() throws IOException {
    for (String coding : new String[] {"gzip", "deflate", "br", "zstd", "utf-8"}) {
      Found found = read("Content-Encoding: " + coding + "\r\nContent-Length: 999\r\n", HTML);

      isHtml(found);
      assertThat(found.remarks).containsExactly("encoding_mismatch");
    }
  }

  @Test
  void refusesDamagedAndTooManyCodings() throws IOException {
    byte[] cut = Arrays.copyOf(gzip(HTML), 25);
    assertThat(read("Content-Encoding: gzip\r\n", cut).reasons())
        .containsExactly("content_encoding");
    assertThat(read("Content-Encoding: gzip\r\nContent-Length: 60\r\n", cut).reasons())
        .containsExactly("warc_truncated");
    assertThat(read("Content-Encoding: gzip, gzip, gzip\r\n", gzip(gzip(gzip(HTML)))).reasons())
        .containsExactly("content_encoding");
  }

  @Test
  void stopsBombsAtTheCap() throws IOException {
    byte[] zeros = new byte[(8 << 20) + 1];
    assertThat(read("Content-Encoding: gzip\r\n", gzip(zeros)).reasons())
        .containsExactly("body_too_large");
    assertThat(read("Content-Encoding: gzip, gzip\r\n", gzip(gzip(zeros))).reasons())
        .containsExactly("body_too_large");
    assertThat(read("Content-Encoding: zstd\r\n", Zstd.compress(zeros)).reasons())
        .containsExactly("body_too_large");
    assertThat(read("", zeros).reasons()).containsExactly("body_too_large");
    byte[] atTheCap = new byte[8 << 20];
    assertThat(read("Content-Encoding: gzip\r\n", gzip(atTheCap)).pages).hasSize(1);
  }

  @Test
  void undoesChunks() throws IOException {
    byte[] head = ascii("5;name=value\r\n");
    byte[] chunked =
        join(
            head,
            Arrays.copyOf(HTML, 5),
            ascii("\r\n22\n"),
            Arrays.copyOfRange(HTML, 5, 39),
            ascii("\n0\r\nTrailer: x\r\n\r\n"));

    isHtml(read("Transfer-Encoding: chunked\r\nContent-Length: 9999\r\n", chunked));
    Found zipped =
        read(
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            join(ascii(Integer.toHexString(gzip(HTML).length) + "\r\n"), gzip(HTML)));
    isHtml(zipped);
    assertThat(zipped.remarks).containsExactly("chunked_without_end");
  }

  @Test
  void toleratesBodiesThatAreNotChunkedAndRefusesWrongChunks() throws IOException {
    Found plain = read("Transfer-Encoding: chunked\r\n", HTML);
    isHtml(plain);
    assertThat(plain.remarks).containsExactly("not_chunked");

    assertThat(read("Transfer-Encoding: chunked\r\n", ascii("FFFFFFFFFFFFFFFF\r\nabc")).reasons())
        .containsExactly("http_chunked");
    assertThat(read("Transfer-Encoding: chunked\r\n", ascii("2\r\nab\r\nxyz\r\nabc")).reasons())
        .containsExactly("http_chunked");
    assertThat(read("Transfer-Encoding: chunked\r\n", ascii("20\r\nabc")).reasons())
        .containsExactly("warc_truncated");
  }
}
