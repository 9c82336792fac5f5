// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page here takes well under a second; the limits of time only catch the quadratic. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostilePagesTest {
  private static final int MAX_DEPTH = 512;
  private static final long MAX_STEPS = 64_000_000;

  /** Parses on a small stack: nothing may recurse. */
  private static Dom parse(String html) {
    Dom[] result = new Dom[1];
    Thread thread =
        new Thread(
            null, () -> result[0] = Dom.parse(html, MAX_DEPTH, MAX_STEPS), "parser", 128 * 1024);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(result[0]).as("the parser ended without error").isNotNull();
    return result[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<a>",
        "<font>",
        "<table>",
        "<table><tr><td>",
        "<table><b>",
        "<b><table><i>",
        "<a><div>",
        "<b><p><i><div>",
        "<svg><desc>",
        "<math><mi>",
        "<svg>",
        "<template>",
        "<template><tr>",
        "<ul><li>",
        "<dl><dd>",
        "<ruby><rt>",
        "<noscript><div>",
        "<form><div></form>",
        "<select><option>",
        "<object><p>",
        "<x-y>",
        "<button><p>",
        "<nobr><div>",
        "<frameset>",
        "<table><caption><b>",
        "<table><colgroup><template>"
      })
  void readsTwoHundredThousandNestedTags(String tags) {
    Dom dom = parse(tags.repeat(200_000 / tags.split("<", -1).length) + "end");
    assertThat(dom.size()).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        "&amp;",
        "&#x26;",
        "&CounterClockwiseContourIntegral",
        "</",
        "<!",
        "<!-",
        "<!--",
        "<!-->",
        "<!-- --!>",
        "<a ",
        "a=",
        "\0",
        "\r",
        " ",
        "\uFFFD",
        "x",
        "<p>x",
        "<b>x</b>",
        "<a>x</a> ",
        "<a href=x>",
        "<td>x",
        "<li>x",
        "<br>",
        "</p>",
        "</br>",
        "</x>",
        "<b><p></b>",
        "<a><p></a>x",
        "<b a><p>",
        "<body a>",
        "<html a>",
        "<![CDATA[",
        "<svg><![CDATA[x]]>",
        "<script>",
        "<script><!--",
        "<script><!--<script>",
        "<title>",
        "<!doctype html>",
        "<table>x",
        "<table><tr>x<td>",
        "<p><b><i><u><s><em>"
      })
  void readsAMegabyteOfOneThingRepeated(String piece) {
    for (String around : new String[] {"", "<p>", "<table>", "<svg>", "<script>", "<a title='"}) {
      Dom dom = parse(around + piece.repeat(1_000_000 / piece.length()) + "-->");
      assertThat(dom.size()).isGreaterThan(1);
    }
  }

  @Test
  void readsAHundredThousandAttributesOfOneTag() {
    StringBuilder html = new StringBuilder("<p");
    for (int i = 0; i < 100_000; i++) {
      html.append(" data-x").append(i).append("=\"").append(i).append('"');
    }
    Dom dom = parse(html + " class=a>x");
    int p = dom.lastChild(dom.lastChild(1));
    assertThat(dom.attribute(p, AttributeNames.CLASS)).isEqualTo("a");
    assertThat(dom.attribute(p, "data-x99999")).isEqualTo("99999");
    assertThat(dom.attributeCount(p)).isEqualTo(100_001);
  }

  @Test
  void readsNamesWhoseHashesAreEqual() {
    StringBuilder attributes = new StringBuilder("<p");
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 4096; i++) {
      StringBuilder name = new StringBuilder("x-");
      for (int bit = 0; bit < 12; bit++) {
        // These two have one hash.
        name.append((i >> bit & 1) == 0 ? "b[" : "az");
      }
      attributes.append(' ').append(name).append("=").append(i);
      elements.append(i < 1024 ? "<" + name + ">" : "");
    }
    Dom dom = parse(attributes + ">x");
    assertThat(dom.attributeCount(dom.lastChild(dom.lastChild(1)))).isEqualTo(4096);
    assertThat(parse(elements.toString()).isWhole()).isTrue();
  }

  @Test
  void cutsManyMoreNamesWhoseHashesAreEqual() {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 1 << 15; i++) {
      StringBuilder name = new StringBuilder("x-");
      for (int bit = 0; bit < 15; bit++) {
        name.append((i >> bit & 1) == 0 ? "b[" : "az");
      }
      elements.append('<').append(name).append('>');
    }
    assertThat(parse(elements.toString()).isWhole()).isFalse();
  }

  @Test
  void readsAnAttributeOfTwoMegabytes() {
    Dom dom = parse("<p title='" + "&amp;".repeat(400_000) + "'>x");
    assertThat(dom.attribute(dom.lastChild(dom.lastChild(1)), AttributeNames.TITLE))
        .hasSize(400_000);
  }

  @Test
  void readsAMillionReferences() {
    assertThat(parse("&lt;".repeat(1_000_000)).wholeText(0)).hasSize(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!--", "<script>", "<style>", "<title>", "<p title='", "<p ", "<!doctype "})
  void readsWhatIsNeverClosed(String start) {
    assertThat(parse(start + "x <b> y ".repeat(200_000)).isWhole()).isTrue();
  }

  /** Each paragraph would copy all open formatting elements. */
  @Test
  void cutsFormattingElementsThatMultiply() {
    StringBuilder html = new StringBuilder();
    html.append("<p>");
    for (int i = 0; i < 400; i++) {
      html.append("<b a").append(i).append('>');
    }
    html.append("</p><p>x".repeat(100_000));
    Dom dom = parse(html.toString());
    assertThat(dom.size()).isLessThan(html.length() + 8192);
    assertThat(dom.isWhole()).isFalse();
  }

  @Test
  void boundsTheWorkOfScopesByTheBudget() {
    String html = "<p><table><td>" + "<i>".repeat(400) + "<div></div>".repeat(50_000);
    assertThat(Dom.parse(html, MAX_DEPTH, html.length() * 2L).isWhole()).isFalse();
    assertThat(parse(html).isWhole()).isTrue();
  }

  @Test
  void comparesLongAttributesWithinTheBudget() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      html.append("<b title='").append("x".repeat(10_000)).append(i).append("'>");
    }
    assertThat(Dom.parse(html.toString(), MAX_DEPTH, html.length() * 3L).isWhole()).isFalse();
    assertThat(Dom.parse(html.toString(), MAX_DEPTH, 1_000_000_000).isWhole()).isTrue();
  }
}
