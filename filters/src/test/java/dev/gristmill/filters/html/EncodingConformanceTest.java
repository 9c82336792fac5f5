// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.SharedFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The encoding tests of html5lib, and hostile pages of the project. */
@Tag("shared")
class EncodingConformanceTest {
  private static final int PRESCAN_BYTES = 1024;

  private static Decoded decode(byte[] body) {
    return Charsets.decode(body, 0, body.length, Optional.empty());
  }

  private static Decoded decode(String file) throws IOException {
    return decode(Files.readAllBytes(SharedFolder.require("bad/" + file)));
  }

  @Test
  void findsTheEncodingsOfHtml5lib() throws IOException {
    byte[] all = Files.readAllBytes(SharedFolder.require("bad/html/html5lib-encoding-tests1.dat"));
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String test : new String(all, ISO_8859_1).split("(?m)^#data\\n", -1)) {
      int end = test.indexOf("\n#encoding\n");
      if (end < 0) {
        continue;
      }
      cases++;
      String page = test.substring(0, end);
      String label = test.substring(end + "\n#encoding\n".length()).strip();
      Charset expected = CharsetLabels.of(label).orElseThrow();
      Optional<Charset> declared =
          MetaPrescan.of(page.getBytes(ISO_8859_1), 0, page.length(), PRESCAN_BYTES);
      boolean isMarked = page.startsWith("\u00EF\u00BB\u00BF");
      // windows-1252 is html5lib's word for "nothing declared"; a late declaration is another step.
      boolean isLate = declared.isEmpty() && page.length() > PRESCAN_BYTES;
      Charset found = declared.orElse(Charset.forName("windows-1252"));
      if (isLate || isMarked) {
        String prose = isMarked ? "" : "\nwyjaśniam żółć";
        byte[] body = (page + prose).getBytes(isMarked ? ISO_8859_1 : expected);
        found = Charset.forName(decode(body).charset());
      }
      boolean isRight = found.equals(expected);
      if (!isRight) {
        wrong.add(page);
      }
    }
    assertThat(cases).isEqualTo(59);
    assertThat(wrong).isEmpty();
  }

  @Test
  void detectsBig5WithoutADeclaration() throws IOException {
    Decoded decoded = decode("html/html5lib-test_big5.txt");
    assertThat(decoded.charset()).isEqualTo("x-MS950-HKSCS");
    assertThat(decoded.html()).startsWith("老子《道德經》 第一~四十章").doesNotContain("\uFFFD");
  }

  @Test
  void holdsWhatTheIndexOfBadFilesSays() throws IOException {
    Decoded japanese = decode("generated/html/gen-sjis-declared-latin1.html");
    assertThat(japanese.charset()).isEqualTo("windows-31j");
    assertThat(japanese.how()).isEqualTo("overruled");
    assertThat(decode("generated/html/gen-utf16le-bom.html").charset()).isEqualTo("UTF-16LE");
    assertThat(decode("generated/html/gen-meta-conflict.html").html()).contains("+ADw-script+AD4-");
    assertThat(decode("generated/html/gen-nul.html").html()).doesNotContain("\0");
  }
}
