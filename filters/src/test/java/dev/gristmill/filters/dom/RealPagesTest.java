// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The reference pages, all under one roof, against jsoup. */
class RealPagesTest {

  @Test
  void buildsTheTreesOfJsoup() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(SharedFolder.require("data/extraction"))) {
      pages = files.filter(path -> path.toString().endsWith(".html.gz")).sorted().toList();
    }
    List<String> different = new ArrayList<>();
    for (Path page : pages) {
      byte[] bytes;
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(page))) {
        bytes = in.readAllBytes();
      }
      // jsoup keeps carriage returns.
      String html =
          new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
      Dom dom = Dom.parse(html, 512, 64_000_000);
      assertThat(dom.isWhole()).as("%s", page).isTrue();
      if (!TreeDump.stripped(dom).equals(TreeDump.stripped(JsoupDom.parse(html, 512)))) {
        different.add(page.toString());
      }
    }
    assertThat(pages).hasSizeGreaterThan(700);
    assertThat(different.size()).as("%s", different).isLessThanOrEqualTo(pages.size() / 100);
  }
}
