// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.ascii;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPagesTest {
  private static final byte[] HTML = ascii("<html><p>A page.</p></html>");

  private static Found read(byte[] file) throws IOException {
    Found found = new Found();
    HtmlPages.read(new BytesChannel(file, 7), new ReadLimits(256, 70_000, 256, 256), found);
    return found;
  }

  @Test
  void aFileIsOnePagePlainOrCompressed() throws IOException {
    for (byte[] file :
        List.of(
            HTML,
            gzip(HTML),
            Zstd.compress(HTML),
            join(gzip(Arrays.copyOf(HTML, 9)), gzip(Arrays.copyOfRange(HTML, 9, HTML.length))))) {
      Found found = read(file);

      assertThat(found.trace).hasSize(1);
      Page page = found.pages.get(0);
      assertThat(page.body()).isEqualTo(HTML);
      assertThat(page.kind()).isEqualTo(Page.Kind.HTML);
      assertThat(page.dateSeconds()).isEqualTo(Page.UNKNOWN_DATE);
      assertThat(page.recordId() + page.userId() + page.url() + page.title() + page.httpCharset())
          .isEmpty();
      assertThat(found.offsets).containsExactly(0L);
    }
  }

  @Test
  void refusesAPageOverTheLimitForBodies() throws IOException {
    byte[] most = new byte[70_000];
    byte[] over = new byte[70_001];
    Arrays.fill(most, (byte) 'x');
    Arrays.fill(over, (byte) 'x');

    assertThat(read(most).pages.get(0).body()).isEqualTo(most);
    assertThat(read(gzip(most)).pages.get(0).body()).isEqualTo(most);
    for (byte[] file : List.of(over, gzip(over), Zstd.compress(over))) {
      Found found = read(file);
      assertThat(found.pages).isEmpty();
      assertThat(found.reasons()).containsExactly("body_too_large");
      assertThat(found.bad.get(0).length()).isEqualTo(file.length);
    }
  }

  @Test
  void notesAFileThatHoldsNothing() throws IOException {
    for (byte[] file : List.of(new byte[0], gzip(new byte[0]), Zstd.compress(new byte[0]))) {
      Found found = read(file);
      assertThat(found.remarks).containsExactly("empty_file");
      assertThat(found.trace).isEmpty();
    }
  }

  @Test
  void reportsDamageAndWhatItCannotDecompress() throws IOException {
    byte[] cut = gzip(HTML);
    byte[] zstd = Zstd.compress(HTML);

    assertThat(read(Arrays.copyOf(cut, cut.length - 9)).reasons()).containsExactly("gzip_damaged");
    assertThat(read(Arrays.copyOf(zstd, zstd.length - 3)).reasons())
        .containsExactly("zstd_damaged");
    assertThat(read(ascii("BZh91AY")).reasons()).containsExactly("unsupported_compression");
  }
}
