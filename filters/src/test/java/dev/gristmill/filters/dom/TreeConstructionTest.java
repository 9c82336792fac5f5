// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeConstructionTest {

  static List<String> pages() throws IOException {
    try (InputStream in = TreeConstructionTest.class.getResourceAsStream("tree-construction.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replace("\\n", "\n"))
          .toList();
    }
  }

  private static Dom parse(String html) {
    return Dom.parse(html, 512, 1_000_000);
  }

  /** The tree on one line, a bar for each line feed. */
  private static String tree(String html) {
    return TreeDump.of(parse(html)).replace('\n', '|');
  }

  /** What is below the body, less its indentation. */
  private static String body(String html) {
    String start = "<html>|  <head>|  <body>|";
    String tree = tree(html);
    assertThat(tree).startsWith(start);
    return tree.substring(start.length()).replace("|    ", "|").replaceFirst("^ {4}", "");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void buildsTheTreeOfJsoup(String html) {
    assertThat(TreeDump.of(parse(html))).isEqualTo(TreeDump.of(JsoupDom.parse(html, 512)));
  }

  /** Line ends are normalised, as in the standard; jsoup keeps carriage returns. */
  @Test
  void readsAllLineEndsAsLineFeeds() {
    assertThat(body("<pre>\r\na\rb\r\r\nc</pre>")).isEqualTo("<pre>|  \"a|b||c\"|");
    assertThat(body("<p title='a\r\nb'>")).isEqualTo("<p title=\"a|b\">|");
  }

  /** As in the standard; jsoup puts white space behind the body into html or the document. */
  @Test
  void putsWhiteSpaceBehindTheBodyIntoTheBody() {
    assertThat(body("<body>a</body> </html>\n")).isEqualTo("\"a |\"|");
  }

  /** As in the standard: only an HTML script is script data; jsoup takes the first for one too. */
  @Test
  void readsMarkupInSvgScripts() {
    assertThat(body("<svg><script>a<g>b</script>"))
        .isEqualTo("<foreign svg>|  <foreign script>|    \"a\"|    <foreign g>|      \"b\"|");
  }

  /** As in the standard; jsoup inserts the form. */
  @Test
  void dropsFormsBetweenRowsOfATemplate() {
    assertThat(tree("<template><tr><form><td>a</template>"))
        .isEqualTo(
            "<html>|  <head>|    <template>|      <tr>|        <td>|          \"a\"|  <body>|");
  }

  /** As in the standard; jsoup keeps image in SVG's HTML. */
  @Test
  void readsImageAsImg() {
    assertThat(body("<svg><desc><image>")).isEqualTo("<foreign svg>|  <foreign desc>|    <img>|");
  }

  /** As in the standard; jsoup knows fewer document types of quirks mode. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!doctype>",
        "<!doctype xhtml>",
        "<!doctype html public \"-//IETF//DTD HTML//EN\">",
        "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
        "<!doctype html public \"-//W3C//DTD HTML 4.0 Transitional//EN\" \"x\">",
        "<!DOCTYPE HTML PUBLIC 'html'>",
        "<!doctype html public>",
        "<!doctype html system \"http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd\">",
        "<!doctype html bogus>"
      })
  void keepsATableInAParagraphInQuirksMode(String doctype) {
    assertThat(body(doctype + "<p>a<table>")).isEqualTo("<p>|  \"a\"|  <table>|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html>",
        "<!DOCTYPE HTML>",
        "<!doctype html system 'about:legacy-compat'>",
        "<!doctype html public \"-//W3C//DTD HTML 4.01//EN\">",
        "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"x\">",
        "<!doctype html public \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x\" junk>"
      })
  void endsAParagraphBeforeATableElsewhere(String doctype) {
    assertThat(body(doctype + "<p>a<table>")).isEqualTo("<p>|  \"a\"|<table>|");
  }

  @Test
  void dropsNulsFromHtmlAndReplacesThemElsewhere() {
    assertThat(body("a\0b<svg>c\0d</svg><textarea>e\0f</textarea><p title='g\0h'><x\0y>"))
        .isEqualTo(
            "\"ab\"|<foreign svg>|  \"c\uFFFDd\"|<textarea>|  \"e\uFFFDf\"|<p title=\"g\uFFFDh\">|  <x\uFFFDy>|");
    assertThat(body("\0<title>a</title>")).isEqualTo("<title>|  \"a\"|");
    assertThat(body("<table><col>x\0<dd>")).isEqualTo("\"x\"|<dd>|<table>|  <colgroup>|    <col>|");
    assertThat(body("&am\0p;")).isEqualTo("\"&amp;\"|");
  }

  @Test
  void decodesLoneSurrogatesAsReplacement() {
    assertThat(body("&#xD800;")).isEqualTo("\"\uFFFD\"|");
  }

  /** The standard opens the body at the picture; see {@link NoscriptIsland}. */
  @Test
  void keepsNoscriptApart() {
    assertThat(tree("<head><noscript><img></p></noscript><meta>"))
        .isEqualTo("<html>|  <head>|    <noscript>|      <img>|    <meta>|  <body>|");
  }

  /** The standard has no such limit; see {@link ActiveFormatting}. */
  @Test
  void opensAtMostSixtyFourFormattingElementsAgain() {
    for (int elements : new int[] {63, 64, 65}) {
      StringBuilder html = new StringBuilder("<p>");
      for (int i = 0; i < elements; i++) {
        html.append("<b id=").append(i).append('>');
      }
      String second = body(html + "</p><p>x").split("<p>", -1)[2];
      assertThat(second.split("<b ", -1)).hasSize(Math.min(elements, 64) + 1);
      assertThat(second.contains("id=\"0\"")).isEqualTo(elements <= 64);
    }
  }

  /** Source: html5lib-tests, tree-construction, adoption01. */
  @Test
  void adoptsAsTheStandardSays() {
    assertThat(body("<a>1<button>2</a>3</button>"))
        .isEqualTo("<a>|  \"1\"|<button>|  <a>|    \"2\"|  \"3\"|");
    assertThat(body("<b><b><a><p></a>")).isEqualTo("<b>|  <b>|    <a>|    <p>|      <a>|");
  }

  @Test
  void joinsTextsAroundMarkupThatLeavesNoTrace() {
    Dom dom = Dom.parse("<p>a</x>b<!-- c -->&lt;</3>d", 512, 1000);
    assertThat(dom.text(dom.size() - 1)).isEqualTo("ab<d");
    Dom kept = Dom.parse("<p>a<body title=x>b", 512, 1000);
    assertThat(kept.wholeText(0)).isEqualTo("ab");
    assertThat(kept.attribute(3, AttributeNames.TITLE)).isEqualTo("x");
  }
}
