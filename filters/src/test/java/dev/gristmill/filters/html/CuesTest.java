// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTest {

  private static int cues(String element) {
    Dom dom = Dom.parse("<body>" + element, 512, 1 << 20);
    int node = dom.root();
    while (dom.name(node) != Names.BODY) {
      node = dom.following(node, dom.root());
    }
    return new Cues(dom).of(dom.firstChild(node));
  }

  private static boolean has(String element, Cue cue) {
    return (cues(element) & cue.bit()) != 0;
  }

  @ParameterizedTest
  @CsvSource({
    "sidebar, STRONG",
    "left-sidebar, STRONG",
    "leftSidebar, STRONG",
    "articlefooter, STRONG",
    "post_comments, COMMENT",
    "livefyrecomments, COMMENT",
    "entry-content, BODY",
    "entryContent, BODY",
    "article__body, BODY",
    "byline2, META",
    "wp-caption-text, MEDIA",
    "tweet, EMBED"
  })
  void splitsAClassNameIntoWords(String name, Cue cue) {
    assertThat(has("<div class='x9 " + name + "'>", cue)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"grade, ADVERT", "loaded, ADVERT", "e, SHARE", "mainland, CONTENT"})
  void takesNoPartOfAWordForTheWord(String name, Cue cue) {
    assertThat(has("<div class='" + name + "'>", cue)).isFalse();
  }

  @Test
  void readsIdRoleItemPropertyAndTheNamesOfCustomElements() {
    assertThat(has("<div id=comments>", Cue.COMMENT)).isTrue();
    assertThat(has("<div role=navigation>", Cue.NAVIGATION)).isTrue();
    assertThat(has("<div itemprop=articleBody>", Cue.BODY)).isTrue();
    assertThat(has("<share-buttons class=x>", Cue.SHARE)).isTrue();
    assertThat(cues("<div title=sidebar>")).isZero();
  }

  @Test
  void remembersValuesPerPage() {
    Dom dom = Dom.parse("<body><p class=nav><p class=text><p class=nav>", 512, 1 << 20);
    Cues cues = new Cues(dom);
    int seen = 0;
    for (int node = dom.root(); node >= 0; node = dom.following(node, dom.root())) {
      if (dom.name(node) == Names.P) {
        boolean isNavigation = (cues.of(node) & Cue.NAVIGATION.bit()) != 0;
        assertThat(isNavigation).isEqualTo(seen != 1);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(3);
  }
}
