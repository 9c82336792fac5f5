// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.file;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.http;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static dev.gristmill.pipelines.io.WarcBytes.record;
import static dev.gristmill.pipelines.io.WarcBytes.response;
import static dev.gristmill.pipelines.io.WarcBytes.url;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcPagesTest {

  @Test
  void readsAllFieldsOfAResponse() throws IOException {
    Page page =
        Found.inWarc(response("http://a.test/ä", "text/html; charset=\"koi8-r\"", "<p>x"))
            .pages
            .get(0);

    assertThat(page.url()).isEqualTo("http://a.test/ä");
    assertThat(page.recordId()).startsWith("urn:test:");
    assertThat(page.dateSeconds()).isEqualTo(1_582_979_696L);
    assertThat(page.kind()).isEqualTo(Page.Kind.HTML);
    assertThat(page.httpCharset()).isEqualTo("koi8-r");
    assertThat(new String(page.body(), UTF_8)).isEqualTo("<p>x");
    assertThat(page.metaJson()).isEmpty();
  }

  @Test
  void readsGzippedRecordsWholeGzipZstdAndPlainAlike() throws IOException {
    byte[] plain = file(30, false);

    List<String> bodies = Found.inWarc(plain).bodies();

    assertThat(bodies).hasSize(30);
    assertThat(Found.inWarc(file(30, true)).bodies()).isEqualTo(bodies);
    assertThat(Found.inWarc(Zstd.compress(plain)).bodies()).isEqualTo(bodies);
    Found whole = Found.inWarc(gzip(plain));
    assertThat(whole.bodies()).isEqualTo(bodies);
    assertThat(whole.remarks).containsExactly("shared_member");
    assertThat(whole.offsets).containsOnly(0L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096})
  void doesNotDependOnHowManyBytesAChannelGives(int maxRead) throws IOException {
    byte[] bytes = file(5, true);
    Found found = new Found();

    WarcPages.read(new BytesChannel(bytes, maxRead), 0, bytes.length, ReadLimits.defaults(), found);

    assertThat(found.trace).isEqualTo(Found.inWarc(bytes).trace);
  }

  @Test
  void readsRecordsThatGoOnInTheNextMember() throws IOException {
    byte[] plain = file(3, false);
    byte[] blocks = new byte[0];
    for (int at = 0; at < plain.length; at += 500) {
      int to = Math.min(plain.length, at + 500);
      blocks = join(blocks, gzip(Arrays.copyOfRange(plain, at, to)));
    }

    Found found = Found.inWarc(blocks);

    assertThat(found.urls()).containsExactly(url(0), url(1), url(2));
    assertThat(found.bad).isEmpty();
  }

  @Test
  void countsWhatIsNoPageByItsKind() throws IOException {
    byte[] text = ascii("k: v");
    Found found =
        Found.inWarc(
            join(
                record("warcinfo", "u:1", "application/warc-fields", "", text),
                record("request", "u:2", "application/http", "", ascii("GET / HTTP/1.1\r\n\r\n")),
                record("revisit", "u:3", "application/http", "", ascii("HTTP/1.1 200 OK\r\n\r\n")),
                record("metadata", "u:4", "application/warc-fields", "", text),
                record("continuation", "u:5", "text/plain", "", text),
                record("something", "u:6", "text/plain", "", text),
                record("response", "dns:a.test", "text/dns", "", text),
                record("resource", "u:7", "image/png", "", text),
                record("conversion", "u:8", "application/pdf", "", text),
                http("u:9", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", text),
                http("u:10", "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n\r\n", text),
                http("u:11", "HTTP/1.1 200 OK\r\n\r\n", text)));

    assertThat(found.skips)
        .containsExactly(
            "warcinfo",
            "request",
            "revisit",
            "metadata",
            "continuation",
            "unknown_type",
            "not_http",
            "not_text",
            "not_text",
            "status_404",
            "not_text",
            "not_text");
    assertThat(found.pages).isEmpty();
    assertThat(found.bad).isEmpty();
  }

  @Test
  void takesHtmlWithoutATypeAndResourcesAndWetText() throws IOException {
    Found found =
        Found.inWarc(
            join(
                http("u:1", "HTTP/1.0 200\nServer: x\n\n", ascii("  <!DOCTYPE html><p>sniffed")),
                record("resource", "u:2", "text/html", "", ascii("<p>resource")),
                record(
                    "conversion",
                    "u:3",
                    "text/plain",
                    "WARC-Identified-Content-Language: zho,eng\r\n",
                    "wet ü\n".getBytes(UTF_8)),
                record(
                    "response",
                    "u:4",
                    "application/http",
                    "",
                    ascii(
                        "HTTP/1.1 200 OK\r\ncontent-type: application/xhtml+xml\r\n\r\n<html/>"))));

    assertThat(found.bodies())
        .containsExactly("  <!DOCTYPE html><p>sniffed", "<p>resource", "wet ü\n", "<html/>");
    assertThat(found.pages.stream().map(Page::kind))
        .containsExactly(Page.Kind.HTML, Page.Kind.HTML, Page.Kind.TEXT, Page.Kind.HTML);
    assertThat(found.pages.get(2).languageHint()).isEqualTo("zho,eng");
  }

  @Test
  void decodesPlainTextToUtf8() throws IOException {
    String header = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=";
    Found found =
        Found.inWarc(
            join(
                http("u:1", header + "windows-1251\r\n\r\n", new byte[] {(byte) 0xCF, (byte) 0xF0}),
                http(
                    "u:2",
                    header + "utf-8\r\n\r\n",
                    new byte[] {'a', (byte) 0xE2, (byte) 0x82, 'b'}),
                http("u:3", header + "no-such-charset\r\n\r\n", "ß".getBytes(UTF_8))));

    assertThat(found.bodies().get(0)).isEqualTo("Пр");
    assertThat(found.bodies().get(1)).startsWith("a").endsWith("b");
    assertThat(
            WellFormedText.decode(found.pages.get(1).body(), 0, found.pages.get(1).body().length))
        .isPresent();
    assertThat(found.bodies().get(2)).isEqualTo("ß");
  }

  @Test
  void readsArcWithSpacesInUrls() throws IOException {
    String first = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
    String body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>arc";
    byte[] head =
        ascii(
            "filedesc://t.arc 0.0.0.0 20140301000000 text/plain "
                + first.length()
                + "\n"
                + first
                + "\n");
    byte[] one =
        ascii(
            "http://a.test/x y z 1.2.3.4 20140301123456 text/html "
                + body.length()
                + "\n"
                + body
                + "\n");

    Found plain = Found.inWarc(join(head, one, one));
    Found zipped = Found.inWarc(join(gzip(head), gzip(one), gzip(one)));

    assertThat(plain.urls()).containsExactly("http://a.test/x y z", "http://a.test/x y z");
    assertThat(plain.pages.get(0).dateSeconds()).isEqualTo(1_393_677_296L);
    assertThat(plain.skips).containsExactly("warcinfo");
    assertThat(zipped.bodies()).isEqualTo(plain.bodies());
    assertThat(plain.bad).isEmpty();
  }

  @Test
  void remarksOnDigests() throws IOException {
    byte[] block = ascii("GET / HTTP/1.1\r\n\r\n");
    Found found =
        Found.inWarc(
            join(
                record(
                    "request",
                    "u:1",
                    "application/http",
                    "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n",
                    block),
                record(
                    "request", "u:2", "application/http", "WARC-Block-Digest: crc7:00\r\n", block),
                record(
                    "request",
                    "u:3",
                    "application/http",
                    "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"
                        + "WARC-Block-Digest: sha256:"
                        + Sha256.of(block, 0, block.length)
                        + "\r\n",
                    block)));

    assertThat(found.remarks).containsExactly("digest_mismatch", "digest_unknown");
    assertThat(found.skips).hasSize(3);
  }

  @Test
  void anEmptyFileHasNothing() throws IOException {
    Found found = Found.inWarc(new byte[0]);

    assertThat(found.trace).isEmpty();
    assertThat(found.remarks).containsExactly("empty_file");
  }

  @Test
  void refusesARangeOutOfOrder() {
    assertThatThrownBy(
            () ->
                WarcPages.read(new BytesChannel(page(1)), 5, 4, ReadLimits.defaults(), new Found()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[5, 4)");
  }
}
