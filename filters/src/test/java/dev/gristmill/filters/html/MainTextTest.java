// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MainTextTest {
  private static final String ONE =
      "The mill on the river had stood idle for eleven years before the new owner turned up.";
  private static final String TWO =
      "She had the stones dressed again, replaced two of the sluice gates, and hired a miller.";
  private static final String THREE =
      "By October the first sacks of rye flour went out to bakeries in three nearby towns.";

  private static final String ARTICLE =
      "<h1>The mill turns again</h1><p>" + ONE + "</p><p>" + TWO + "</p><p>" + THREE + "</p>";

  private static String text(String html) {
    return MainText.defaults().extract(html, "https://example.org/").text();
  }

  private static String page(String before, String main, String after) {
    return "<!doctype html><html><head><title>The mill turns again | Valley News</title></head><body>"
        + before
        + "<div class='wrap'><div class='entry'>"
        + main
        + "</div></div>"
        + after
        + "</body></html>";
  }

  @Test
  void keepsTheArticleAndNothingAroundIt() {
    String before =
        "<header><a href=/>Valley News</a></header>"
            + "<nav><ul><li><a href=/a>Home</a><li><a href=/b>Sports</a></ul></nav>"
            + "<div id='cookie-banner'><p>We use cookies to give you the best experience here. "
            + "By going on you agree to that.</p></div>"
            + "<div class='breadcrumbs'><a href=/>Start</a> &gt; <a href=/x>Regional</a></div>";
    String after =
        "<div class='sidebar'><p>Subscribe to our weekly letter and never miss a story again.</p>"
            + "</div><div class='share-buttons'><a href=x>Tweet</a> <a href=y>Mail</a></div>"
            + "<section class='related-posts'><h2>Related</h2><p>Another story about the harbour "
            + "and the fishermen who left it.</p></section>"
            + "<div id='comments'><p>What a lovely story, thank you for sharing it with us!</p>"
            + "</div><footer><p>Copyright Valley News. All rights reserved by us.</p></footer>";
    Extracted extracted =
        MainText.defaults().extract(page(before, ARTICLE, after), "https://example.org/");
    assertThat(extracted)
        .isEqualTo(
            new Extracted(
                "The mill turns again | Valley News",
                ONE + "\n\n" + TWO + "\n\n" + THREE,
                Extracted.Status.OK));
  }

  @Test
  void keepsAnArticleInsideAFormThatWrapsThePage() {
    String html = "<form action=x><ul><li><a href=a>Home</a></ul>" + ARTICLE + "</form>";
    assertThat(text(html)).contains(ONE, TWO, THREE).doesNotContain("Home");
  }

  @Test
  void keepsTheStandfirstBetweenHeadlineAndBody() {
    String lead =
        "After a decade of silence, flour is being ground in the valley once more. The new owner,"
            + " a baker, says that it is only the beginning, and that oats will be next.";
    String html =
        "<article><header><h1>The mill turns again</h1><p class=lead>"
            + lead
            + "</p></header>"
            + "<span>5 min</span><div class='body'><p>"
            + ONE
            + "</p><p>"
            + TWO
            + "</p><p>"
            + THREE
            + "</p></div></article>";
    assertThat(text(html)).isEqualTo(lead + "\n\n" + ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void keepsCodeVerbatim() {
    String code = "int  grind(int sacks) {\n\tif (sacks &lt; 1)\n    return 0;\n\n  return 1;\n}";
    String html =
        page("", ARTICLE + "<pre><code>\n" + code + "\n</code></pre><p>" + ONE + "</p>", "");
    assertThat(text(html)).contains("\n\n" + code.replace("&lt;", "<") + "\n\n" + ONE);
  }

  @Test
  void keepsLinesOfCodeThatAreBlocks() {
    String html = page("", ARTICLE + "<pre><div>a = 1</div><div>  b = 2</div></pre>", "");
    assertThat(text(html)).endsWith("a = 1\n  b = 2");
  }

  @Test
  void rendersTableRowsAsLinesOfCells() {
    String table =
        "<table><tr><th>Grain<th>Sacks</tr><tr><td>Rye<td>12</tr><tr><td>Spelt<td>7</tr></table>";
    assertThat(text(page("", ARTICLE + table + "<p>" + ONE + "</p>", "")))
        .contains("\n\nGrain | Sacks\nRye | 12\nSpelt | 7\n\n");
  }

  @Test
  void readsAPageThatIsLaidOutAsATable() {
    String html =
        "<table><tr><td><a href=a>Home</a><br><a href=b>Links</a><td><p>"
            + ONE
            + "<p>"
            + TWO
            + "<p>"
            + THREE
            + "</table>";
    assertThat(text(html)).isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void putsListItemsOnLinesOfTheirOwn() {
    String list = "<p>" + ONE + "<ul><li>clean the stones<li>oil the axle<li>open the gate</ul>";
    assertThat(text(page("", ARTICLE + list + "<p>" + TWO, "")))
        .contains(ONE + "\n\nclean the stones\noil the axle\nopen the gate\n\n" + TWO);
  }

  @Test
  void dropsListsOfLinksInsideTheArticle() {
    String links = "<ul><li><a href=a>Ten mills to see</a><li><a href=b>A baker talks</a></ul>";
    assertThat(text(page("", ARTICLE + "<h3>More stories</h3>" + links, "")))
        .doesNotContain("Ten mills", "baker talks", "More stories")
        .contains(THREE);
  }

  @Test
  void keepsHeadingsThatTextFollows() {
    String html =
        page("", ARTICLE + "<h2>What came next</h2><p>" + ONE + "</p><h2>The end</h2>", "");
    assertThat(text(html)).contains("\n\nWhat came next\n\n" + ONE).doesNotContain("The end");
  }

  @Test
  void breaksLinesAndParagraphsAtBr() {
    String html = "<div>" + ONE + "<br>" + TWO + "<br><br>" + THREE + "</div>";
    assertThat(text(html)).isEqualTo(ONE + "\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void readsChineseWithoutSpaces() {
    String one = "磨坊在河边闲置了十一年，直到新主人来到这里。";
    String two = "她重新修整了磨盘，更换了两道闸门，还请来了一位磨坊师傅。";
    String html =
        "<div class=top><a href=a>首页</a><a href=b>体育</a><a href=c>财经</a></div><div><h1>磨坊</h1><p>"
            + one
            + "</p><p>"
            + two
            + "</p></div><div><a href=d>联系我们</a> <a href=e>网站地图</a></div>";
    assertThat(text(html)).isEqualTo(one + "\n\n" + two);
  }

  @Test
  void readsThaiWithoutSpacesOrFullStops() {
    String one =
        "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิต่างมีเหตุผลและมโนธรรมและควรปฏิบัติต่อกัน";
    String html =
        "<ul><li><a href=a>หน้าแรก</a></ul><div><p>" + one + "</p><p>" + one + "</p></div>";
    assertThat(text(html)).isEqualTo(one + "\n\n" + one);
  }

  @Test
  void keepsThePostsOfAForum() {
    String html =
        "<div class=menu><a href=a>Board</a> <a href=b>Members</a></div><div class=thread>"
            + "<div class=post><div class=author>anna</div><p>"
            + ONE
            + "</p></div>"
            + "<div class=post><div class=author>ben</div><p>"
            + TWO
            + "</p></div>"
            + "<div class=post><div class=author>carl</div><p>"
            + THREE
            + "</p></div></div>";
    assertThat(text(html)).containsSubsequence(ONE, TWO, THREE).doesNotContain("Members");
  }

  @Test
  void keepsCommentsWhenTheyAreThePage() {
    String posts = "";
    for (String post : new String[] {ONE, TWO, THREE, ONE}) {
      posts += "<div class=comment><p>" + post + "</p></div>";
    }
    assertThat(text("<div id=comments>" + posts + "</div>")).contains(ONE, TWO, THREE);
  }

  @Test
  void dropsWhatIsHidden() {
    String hidden =
        "<p style='color:red; DISPLAY : none'>Hidden by style, you should not be reading this.</p>"
            + "<div hidden><p>Hidden by attribute, you should not be reading this.</p></div>"
            + "<p>"
            + ONE
            + "<span aria-hidden=true> Hidden from screen readers.</span></p>"
            + "<template><p>Hidden in a template, you should not be reading this.</p></template>"
            + "<script>var hidden = 'Hidden in a script.';</script>";
    assertThat(text(page("", ARTICLE + hidden, ""))).doesNotContain("Hidden").contains(THREE);
  }

  @Test
  void resolvesEntitiesAndFoldsSpaces() {
    String html =
        "<p>Fish&nbsp;&amp;\n\t chips &lt;cost&gt; 5&thinsp;&euro; in Brigh&shy;ton&#8203;, "
            + "they&#x2019;re good &#0;&#xD800;.</p>";
    assertThat(text(html))
        .isEqualTo("Fish & chips <cost> 5 € in Brighton, they’re good \uFFFD\uFFFD.");
  }

  @Test
  void writesFormulaeAsTex() {
    String html =
        "<p>"
            + ONE
            + " Energy is <math><semantics><mi>E</mi><annotation encoding='application/x-tex'>"
            + "E = mc^2</annotation></semantics></math>, area is <img class='mwe-math-fallback-image'"
            + " alt='\\pi r^2' src=x>, sum is <script type='math/tex'>a+b</script>.</p>";
    assertThat(text(html)).endsWith("Energy is E = mc^2, area is \\pi r^2, sum is a+b.");
  }

  @Test
  void survivesUnclosedTagsAndComments() {
    assertThat(text("<div><p>" + ONE + "<p><b>" + TWO + "<div><i>" + THREE))
        .contains(ONE, TWO, THREE);
    assertThat(text("<p>" + ONE + "</p><p>" + TWO + "</p><!-- never closed <p>" + THREE))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void reportsWhyThereIsNoText() {
    MainText mainText = MainText.defaults();
    assertThat(mainText.extract("", "").status()).isEqualTo(Extracted.Status.EMPTY);
    assertThat(mainText.extract("<script>x</script>", "").status().id()).isEqualTo("html_empty");
    assertThat(mainText.extract("<div>".repeat(1000), "").status().id()).isEqualTo("html_too_deep");
    assertThat(mainText.withMaxSteps(100).extract(page("", ARTICLE, ""), "").status().id())
        .isEqualTo("html_over_budget");
    assertThatThrownBy(() -> mainText.withMaxSteps(0)).hasMessageContaining("maxSteps");
  }

  @Test
  void takesTheTitleFromTheNextBestPlace() {
    MainText mainText = MainText.defaults();
    String openGraph = "<meta property='og:title' content='From &amp; graph'><h1>Heading</h1>";
    assertThat(mainText.extract("<title> Two\n lines </title>" + openGraph, "").title())
        .isEqualTo("Two lines");
    assertThat(mainText.extract(openGraph, "").title()).isEqualTo("From & graph");
    assertThat(mainText.extract("<h1>Only a <i>heading</i></h1>", "").title())
        .isEqualTo("Only a heading");
  }
}
