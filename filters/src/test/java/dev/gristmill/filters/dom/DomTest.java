// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DomTest {
  private static final long STEPS = 1_000_000;

  private static Dom parse(String html) {
    return Dom.parse(html, 512, STEPS);
  }

  /** The first element of this name in tree order. */
  private static int first(Dom dom, String name) {
    int n = 0;
    while (n >= 0 && !dom.nameOf(n).equals(name)) {
      n = dom.following(n, 0);
    }
    return n;
  }

  @Test
  void linksNodesBothWays() {
    Dom dom = parse("<p>a<b>c</b>d");
    int p = first(dom, "p");
    int b = first(dom, "b");
    assertThat(dom.nameOf(dom.parent(p))).isEqualTo("body");
    assertThat(dom.text(dom.firstChild(p))).isEqualTo("a");
    assertThat(dom.nextSibling(dom.firstChild(p))).isEqualTo(b);
    assertThat(dom.previousSibling(b)).isEqualTo(dom.firstChild(p));
    assertThat(dom.text(dom.lastChild(p))).isEqualTo("d");
    assertThat(dom.nextSibling(dom.lastChild(p))).isEqualTo(-1);
    assertThat(dom.parent(dom.root())).isEqualTo(-1);
    assertThat(dom.nameOf(dom.root())).isEmpty();
    assertThat(dom.isElement(dom.root())).isFalse();
    assertThat(dom.isText(dom.root())).isFalse();
    assertThat(dom.wholeText(p)).isEqualTo("acd");
  }

  @Test
  void walksOnlyBelowTheTop() {
    Dom dom = parse("<div><p>a</p></div><p>b");
    int div = first(dom, "div");
    StringBuilder names = new StringBuilder();
    for (int n = div; n >= 0; n = dom.following(n, div)) {
      names.append(dom.nameOf(n)).append(dom.text(n)).append(' ');
    }
    assertThat(names).hasToString("div p a ");
  }

  @Test
  void readsAttributesByIdAndByName() {
    Dom dom = parse("<p CLASS='a&amp;b' class=c data-own=1 DATA-OWN=2 hidden title=\"\">");
    int p = first(dom, "p");
    assertThat(dom.attribute(p, AttributeNames.CLASS)).isEqualTo("a&b");
    assertThat(dom.attribute(p, "Class")).isEqualTo("a&b");
    assertThat(dom.attribute(p, "data-own")).isEqualTo("1");
    assertThat(dom.attribute(p, "Data-Own")).isEqualTo("1");
    assertThat(dom.attribute(p, "data-ow")).isEmpty();
    assertThat(dom.attribute(p, AttributeNames.ID)).isEmpty();
    assertThat(dom.has(p, AttributeNames.HIDDEN)).isTrue();
    assertThat(dom.has(p, AttributeNames.TITLE)).isTrue();
    assertThat(dom.has(p, AttributeNames.ID)).isFalse();
    assertThat(dom.attributeCount(p)).isEqualTo(4);
    assertThat(dom.hasAttributes(p)).isTrue();
    assertThat(dom.hasAttributes(first(dom, "body"))).isFalse();
    assertThat(dom.attributeName(p, 1)).isEqualTo("data-own");
    assertThat(dom.attributeValue(p, 1)).isEqualTo("1");
  }

  @Test
  void givesTheRangeOfARawValue() {
    Dom dom = parse("<p id=x class='a&amp;b'>t");
    int p = first(dom, "p");
    long range = dom.attributeRange(p, AttributeNames.CLASS);
    int start = (int) (range >>> 32);
    assertThat(new String(dom.chars(), start, (int) range - start)).isEqualTo("a&amp;b");
    assertThat(dom.attributeRange(p, AttributeNames.TITLE)).isEqualTo(-1);
    assertThat(dom.attributeRange(dom.firstChild(p), AttributeNames.ID)).isEqualTo(-1);
  }

  @Test
  void comparesValuesWithoutCase() {
    Dom dom = parse("<p aria-hidden=TRUE>");
    int p = first(dom, "p");
    assertThat(dom.attributeIs(p, AttributeNames.ARIA_HIDDEN, "true")).isTrue();
    assertThat(dom.attributeIs(p, AttributeNames.ARIA_HIDDEN, "tru")).isFalse();
    assertThat(dom.attributeIs(p, AttributeNames.ARIA_HIDDEN, "trux")).isFalse();
    assertThat(dom.attributeIs(p, AttributeNames.CLASS, "")).isFalse();
  }

  @Test
  void numbersUnknownNamesPerPage() {
    Dom dom = parse("<x-one><X-Two></x-two><x-one>");
    int one = first(dom, "x-one");
    int two = first(dom, "x-two");
    assertThat(dom.name(one)).isGreaterThanOrEqualTo(Names.KNOWN);
    assertThat(dom.name(two)).isGreaterThanOrEqualTo(Names.KNOWN).isNotEqualTo(dom.name(one));
    assertThat(dom.id("x-two")).isEqualTo(dom.name(two));
    assertThat(dom.id("x-three")).isEqualTo(-1);
    assertThat(dom.id("p")).isEqualTo(Names.P);
    assertThat(dom.name(dom.nextSibling(two))).isEqualTo(dom.name(one));
  }

  @Test
  void tellsForeignElements() {
    Dom dom = parse("<svg><title>a</title></svg><math><mi>x</math>");
    assertThat(dom.isForeign(first(dom, "svg"))).isTrue();
    assertThat(dom.isForeign(first(dom, "mi"))).isTrue();
    assertThat(dom.isForeign(first(dom, "body"))).isFalse();
    assertThat(dom.name(first(dom, "title"))).isEqualTo(Names.TITLE);
  }

  @Test
  void keepsScriptsAsTheyAre() {
    Dom dom = parse("<script type=math/tex>a &lt; \\frac</script>");
    assertThat(dom.wholeText(first(dom, "script"))).isEqualTo("a &lt; \\frac");
  }

  @Test
  void hasConstantsEqualToTheirIds() throws IllegalAccessException {
    for (Class<?> names : new Class<?>[] {Names.class, AttributeNames.class}) {
      int constants = 0;
      for (Field field : names.getDeclaredFields()) {
        if (field.getType() != int.class || field.getName().matches("NONE|KNOWN")) {
          continue;
        }
        constants++;
        int id = field.getInt(null);
        String name = names == Names.class ? Names.of(id) : AttributeNames.of(id);
        assertThat(name.replace('-', '_').replace(':', '_').toUpperCase(Locale.ROOT))
            .isEqualTo(field.getName());
        assertThat(names == Names.class ? Names.id(name) : AttributeNames.id(name)).isEqualTo(id);
      }
      assertThat(constants + 1)
          .isEqualTo(names == Names.class ? Names.KNOWN : AttributeNames.KNOWN);
    }
    assertThat(Names.id("x-y")).isEqualTo(-1);
    assertThatThrownBy(() -> Names.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Names.of(Names.KNOWN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endsWhereTheBudgetDoes() {
    String html = "<p>some text</p>".repeat(100);
    assertThat(Dom.parse(html, 512, html.length() - 1).isWhole()).isFalse();
    assertThat(Dom.parse(html, 512, html.length() - 1).size()).isEqualTo(1);
    assertThat(Dom.parse(html, 512, html.length() + 100).isWhole()).isFalse();
    assertThat(Dom.parse(html, 512, html.length() * 3L).isWhole()).isTrue();
  }

  @Test
  void rejectsALimitOfDepthOutOfRange() {
    assertThatThrownBy(() -> Dom.parse("", 15, STEPS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 15");
    assertThatThrownBy(() -> Dom.parse("", (1 << 20) + 1, STEPS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Dom.parse("", 16, STEPS).isWhole()).isTrue();
  }

  @Test
  void flattensWhatIsTooDeep() {
    for (int elements : new int[] {13, 14, 15, 40}) {
      Dom dom = Dom.parse("<div>".repeat(elements) + "x", 16, STEPS);
      int depth = 0;
      for (int n = 0; n >= 0; n = dom.following(n, 0)) {
        int above = 0;
        for (int up = n; dom.parent(up) > 0; up = dom.parent(up)) {
          above++;
        }
        depth = Math.max(depth, above + (dom.isText(n) ? 0 : 1));
      }
      // html and body are open too.
      assertThat(depth).isEqualTo(Math.min(elements + 2, 16));
      assertThat(TreeDump.of(dom))
          .isEqualTo(TreeDump.of(JsoupDom.parse("<div>".repeat(elements) + "x", 16)));
    }
  }
}
