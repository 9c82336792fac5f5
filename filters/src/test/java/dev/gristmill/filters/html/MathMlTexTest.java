// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathMlTexTest {
  private static String tex(String mathMl) {
    Dom dom = Dom.parse("<math>" + mathMl + "</math>", 512, 1L << 40);
    int math = dom.root();
    while (dom.name(math) != Names.MATH) {
      math = dom.following(math, dom.root());
    }
    return new MathMlTex(dom).of(math);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "<mi>x</mi> @ x",
        "<mi>xy</mi> @ \\mathrm{xy}",
        "<mi>sin</mi><mi>x</mi> @ \\sin x",
        "<mn>3.14</mn> @ 3.14",
        "<mi>α</mi><mi>x</mi> @ \\alpha x",
        "<mi>α</mi><mn>2</mn> @ \\alpha2",
        "<mo>-</mo><mn>1</mn> @ -1",
        "<mi>a</mi><mo>−</mo><mi>b</mi> @ a - b",
        "<mi>a</mi><mo>&#x2062;</mo><mi>b</mi> @ ab",
        "<msup><mi>x</mi><mn>2</mn></msup> @ x^2",
        "<msup><mi>x</mi><mn>10</mn></msup> @ x^{10}",
        "<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub> @ x_{i+1}",
        "<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup> @ {ab}^2",
        "<msup><mi>f</mi><mo>′</mo></msup> @ f'",
        "<mfrac><mn>1</mn><mn>2</mn></mfrac> @ \\frac{1}{2}",
        "<mover><mi>n</mi><mo>~</mo></mover> @ \\tilde{n}",
        "<munder><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>⏟</mo></munder> @ \\underbrace{a + b}",
        "<munder><mo>→</mo><mi>n</mi></munder> @ \\underset{n}{\\to}",
        "<mo>|</mo><mtable><mtr><mtd>1</mtd></mtr><mtr><mtd>2</mtd></mtr></mtable><mo>|</mo> @"
            + " \\begin{vmatrix} 1 \\\\ 2 \\end{vmatrix}",
        "<mtext>a b</mtext> @ \\text{a b}",
        "<mi>x</mi><mo>&lt;</mo><mi>y</mi> @ x < y",
        "<semantics><mi>x</mi><annotation-xml><mi>y</mi></annotation-xml></semantics> @ x",
        "<maction><mi>x</mi><mi>y</mi></maction> @ x",
        "<mi>𝔸</mi><mi>ℏ</mi><mi>ℎ</mi> @ \\mathbb{A}\\hbar h",
        "<mstyle><mpadded><mi>x</mi></mpadded></mstyle> @ x",
        "<msup></msup><mi>x</mi> @ x",
        "<msup><mi>x</mi></msup> @ x"
      })
  void writesMathMlAsTex(String mathMl, String tex) {
    assertThat(tex(mathMl)).isEqualTo(tex);
  }

  @Test
  void writesNothingForNothing() {
    assertThat(tex("")).isEmpty();
    assertThat(tex("<mspace width='1em'></mspace><mphantom><mi>x</mi></mphantom>")).isEmpty();
  }

  @Test
  void leavesOutWhatComesAfterTwentyThousandNodes() {
    String tex = tex("<mi>x</mi>".repeat(30_000));
    assertThat(tex.length()).isBetween(6_000, 20_000).isNotEqualTo(30_000);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void closesWhatIsNestedDeeply() {
    assertThat(tex("<msup><mi>x</mi>".repeat(400) + "<mn>2</mn>")).startsWith("x^{x^{x^");
    assertThat(tex("<mrow>".repeat(100_000) + "<mi>x</mi>")).hasSizeLessThan(2);
  }
}
