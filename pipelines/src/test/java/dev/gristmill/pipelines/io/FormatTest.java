// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static dev.gristmill.pipelines.io.WarcBytes.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @Test
  void believesTheBytesBeforeTheName() {
    assertThat(Format.detect("a.jsonl", page(1))).isEqualTo(Format.WARC);
    assertThat(Format.detect("a", gzip(page(1)))).isEqualTo(Format.WARC);
    assertThat(Format.detect("a", join(gzip(new byte[0]), gzip(page(1))))).isEqualTo(Format.WARC);
    assertThat(Format.detect("a", Zstd.compress(page(1)))).isEqualTo(Format.WARC);
    assertThat(Format.detect("a", ascii("filedesc://x 0.0.0.0 "))).isEqualTo(Format.WARC);
    assertThat(Format.detect("a.warc", ascii(" {\"text\":"))).isEqualTo(Format.JSONL);
    assertThat(Format.detect("a", gzip(ascii("{}")))).isEqualTo(Format.JSONL);
    assertThat(Format.detect("a.jsonl", ascii("PAR1"))).isEqualTo(Format.PARQUET);
    assertThat(Format.detect("a.html", ascii("{}"))).isEqualTo(Format.JSONL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>",
        " \n<HTML lang=en>",
        "<head>",
        "<body>",
        "<!-- a page -->",
        "<?xml version='1.0'?>\n<html xmlns=''>",
        "\u00EF\u00BB\u00BF<html>",
      })
  void knowsMarkupByItsStart(String start) {
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Format.detect("page", bytes)).isEqualTo(Format.HTML);
    assertThat(Format.detect("page.gz", gzip(bytes))).isEqualTo(Format.HTML);
  }

  @Test
  void believesANameOfAnotherFormatBeforeMarkup() {
    assertThat(Format.detect("a.jsonl", ascii("<html>"))).isEqualTo(Format.JSONL);
    assertThat(Format.detect("a.warc.gz", ascii("<!-- error -->"))).isEqualTo(Format.WARC);
    assertThatThrownBy(() -> Format.detect("feed.xml", ascii("<?xml version='1.0'?><rss>")))
        .hasMessageContaining("nor HTML");
  }

  @ParameterizedTest
  @CsvSource({
    "a.WARC.GZ,WARC",
    "a.warc.wet.gz,WARC",
    "a.arc,WARC",
    "b.jsonl.zst,JSONL",
    "b.ndjson,JSONL",
    "b.json,JSONL",
    "c.parquet,PARQUET",
    "d.html,HTML",
    "d.HTM.gz,HTML",
    "d.xhtml.zst,HTML",
  })
  void asksTheNameWhereTheBytesSayNothing(String name, Format format) {
    assertThat(Format.detect(name, new byte[0])).isEqualTo(format);
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    assertThatThrownBy(() -> Format.detect("a.warc.lz4", new byte[] {4, 0x22, 0x4D, 0x18, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.warc.lz4: LZ4 compression is not supported; recompress with gzip or zstd");
    assertThatThrownBy(() -> Format.detect("a.wacz", ascii("PK\3\4rest")))
        .hasMessageContaining("ZIP");
    assertThatThrownBy(() -> Format.detect("a.parquet.gz", gzip(ascii("PAR1"))))
        .hasMessage("a.parquet.gz: a Parquet file inside gzip; decompress it first");
    assertThatThrownBy(() -> Format.detect("notes.txt", ascii("hello")))
        .hasMessageContaining("notes.txt")
        .hasMessageContaining(".jsonl");
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new ReadLimits(1000, 1000, 255, 1000))
        .hasMessage("maxHeaderBytes must be in [256, 1073741824], was 255");
    assertThat(ReadLimits.defaults().maxBodyBytes()).isEqualTo(8 << 20);
  }

  @Test
  void messagesOfBadUnitsAreCutWithoutSplittingAPair() {
    BadUnit unit = new BadUnit(0, 0, "", "", "r", "x".repeat(499) + "\uD83D\uDE00", "");

    assertThat(unit.message()).isEqualTo("x".repeat(499));
  }
}
