// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterReferencesTest {

  private static List<String> names() throws IOException {
    try (InputStream in =
        CharacterReferences.class.getResourceAsStream("character-references.txt")) {
      List<String> names = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .forEach(line -> names.add(line.substring(0, line.indexOf(' '))));
      return names;
    }
  }

  private static String text(String source) {
    char[] chars = source.toCharArray();
    return new String(chars, 0, Decoding.text(chars, 0, chars.length));
  }

  private static String attribute(String source) {
    return Decoding.attribute(source.toCharArray(), 0, source.length());
  }

  @Test
  void hasAllNamesOfTheStandard() throws IOException {
    List<String> names = names();
    assertThat(names).hasSize(2231).doesNotHaveDuplicates();
    assertThat(names.stream().filter(name -> !name.endsWith(";"))).hasSize(106);
  }

  @Test
  void decodesEveryNameAsJsoupDoes() throws IOException {
    for (String name : names()) {
      String expected = Parser.unescapeEntities("&" + name, false);
      assertThat(text("&" + name)).as(name).isEqualTo(expected).isNotEqualTo("&" + name);
      assertThat(attribute("&" + name)).as(name).isEqualTo(expected);
      assertThat(text("x&" + name + " y")).as(name).isEqualTo("x" + expected + " y");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "&notit;, ¬it;",
    "&notin;, ∉",
    "&amp, &",
    "&ampx, &x",
    "&amp=, &=",
    "&am, &am",
    "&, &",
    "&&amp;, &&",
    "&#38;, &",
    "&#x26, &",
    "&#X26;x, &x",
    "&#, &#",
    "&#x, &#x",
    "&#;, &#;",
    "&#0;, \uFFFD",
    "&#128;, €",
    "&#x9f;, Ÿ",
    "&#159;, Ÿ",
    "&#160;, \u00a0",
    "&#x10FFFF;, \uDBFF\uDFFF",
    "&#x110000;, \uFFFD",
    "&#xD800;, \uFFFD",
    "&#99999999999999999999;, \uFFFD",
    "&ngE;, \u2267\u0338",
    "&unknown;, &unknown;",
    "&#x1F600;&#x1f600, \uD83D\uDE00\uD83D\uDE00"
  })
  void decodesTexts(String source, String expected) {
    assertThat(text(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&copy=2, a=1&copy=2",
    "a=1&copy2, a=1&copy2",
    "a=1&copyx, a=1&copyx",
    "a=1&copy;=2, a=1©=2",
    "a=1&copy, a=1©",
    "a=1&copy&b, a=1©&b",
    "&notit;, &notit;",
    "a\0b, a\uFFFDb"
  })
  void leavesQueriesInAttributesAlone(String source, String expected) {
    assertThat(attribute(source)).isEqualTo(expected);
  }
}
