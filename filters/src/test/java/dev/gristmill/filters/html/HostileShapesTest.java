// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page here is meant to take well under two seconds; the limit only catches the quadratic.
 */
class HostileShapesTest {
  private static final String PROSE =
      "<p>The wheel turned slowly in the autumn rain, and nobody came to look at it for a week.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>a, b.",
        "<ul><li>a, b.",
        "<li>a, b.",
        "<table><tr><td>a",
        "<td>a",
        "<tr><td rowspan=9999 colspan=200>a<td>b",
        "<b>a ",
        "<b>a</b> ",
        "<a href=x>a</a>. ",
        "<img alt=a src=b>",
        "x<img alt=a>",
        "<span class=katex>a ",
        "<math><mi>x</mi></math>a ",
        "<math><mrow>",
        "<msup><mi>x</mi>",
        "<div class=gutter>1 ",
        "<span class=lineno>1</span>a<br>",
        "<sup>2",
        "a<sup>2</sup>",
        "<a class=anchor href=#x>a",
        "\\(",
        "$ $a",
        "*_",
        "<code>`a",
        "<span class=MathJax>a</span><script type=math/tex>x</script>",
        "<table class=ltx_eqn_table>a ",
        "<img src='?\\frac12&a&b'>",
        "<div class=math>x ",
        "<pre><div>\n"
      })
  @Timeout(value = 40, unit = TimeUnit.SECONDS)
  void writesAMegabyteOfOneThingInBothFormats(String piece) {
    String html = PROSE + piece.repeat(1_000_000 / piece.length()) + PROSE;
    for (TextFormat format : TextFormat.values()) {
      Extracted extracted =
          MainText.defaults().withFormat(format).withImageAlt(true).extract(html, "");
      // Nesting is written to eight levels: a short line may have that many marks before it.
      assertThat((long) extracted.text().length()).isLessThan(20L * html.length());
    }
  }
}
