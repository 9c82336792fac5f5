// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded random pages against jsoup. */
class TokenSoupTest {
  private static final int PAGES = 20_000;

  /** No svg with scripts, no form in a template's table: see {@link TreeConstructionTest}. */
  private static final String[] NAMES =
      ("a b i p div span table tr td th tbody thead tfoot caption colgroup col ul li ol dl dt dd h1 "
              + "h2 button nobr font em strong pre textarea title style head body html br hr img "
              + "input object applet section article ruby rb rt rp rtc image x-y address iframe "
              + "noembed xmp code u s small select option optgroup noscript link meta svg math mi "
              + "desc foreignobject form")
          .split(" ", -1);

  private static final String[] ATTRIBUTES = {
    "", "", "", " class=a", " id=\"x y\"", " t='&amp;&lt'", " a=&notit; b", " A=1 a=2", " /", "/"
  };

  private static final String[] TEXTS = {
    "x",
    "hi there ",
    "&amp;",
    "&nbsp;",
    "&notit;",
    "&#128;",
    "a&b",
    "<",
    "</",
    "<!-- c -->",
    "<!-->",
    "</3>",
    "\u00e9\uD83D\uDE00",
    "&lt;b>",
    "\t\n  ",
    "<!doctype html>",
    "&am"
  };

  private static String page(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 2 + random.nextInt(10); i > 0; i--) {
      names.add(NAMES[random.nextInt(NAMES.length)]);
    }
    StringBuilder html = new StringBuilder(random.nextBoolean() ? "<!doctype html>" : "");
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      int kind = random.nextInt(20);
      String name = names.get(random.nextInt(names.size()));
      if (kind < 9) {
        html.append('<').append(name);
        html.append(ATTRIBUTES[random.nextInt(ATTRIBUTES.length)]).append('>');
      } else if (kind < 15) {
        html.append("</").append(name).append('>');
      } else {
        html.append(TEXTS[random.nextInt(TEXTS.length)]);
      }
    }
    return html.toString();
  }

  @Test
  void buildsTheTreesOfJsoup() {
    Random random = new Random(20_260_101);
    int different = 0;
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      String html = page(random);
      String ours = TreeDump.stripped(Dom.parse(html, 512, 1_000_000));
      if (!ours.equals(TreeDump.stripped(JsoupDom.parse(html, 512)))) {
        different++;
        examples.add(html);
      }
    }
    // White space behind the body goes into the body, end tags do not cross HTML in SVG.
    assertThat(different).as(() -> String.join("\n", examples)).isLessThanOrEqualTo(PAGES / 500);
  }

  @Test
  void buildsTheSameTreeTwice() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String html = page(random);
      assertThat(TreeDump.of(Dom.parse(html, 512, 1_000_000)))
          .isEqualTo(TreeDump.of(Dom.parse(html, 512, 1_000_000)));
    }
  }

  @Test
  void leavesNoNodeWithBrokenLinks() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      String html = page(random);
      Dom dom = Dom.parse(html, 16, 1_000_000);
      for (int n = 0; n >= 0; n = dom.following(n, 0)) {
        int previous = -1;
        for (int child = dom.firstChild(n); child >= 0; child = dom.nextSibling(child)) {
          assertThat(dom.parent(child)).as(html).isEqualTo(n);
          assertThat(dom.previousSibling(child)).as(html).isEqualTo(previous);
          previous = child;
        }
        assertThat(dom.lastChild(n)).as(html).isEqualTo(previous);
      }
    }
  }
}
