// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dom.Dom;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlockFeaturesTest {
  private static final String PAGE =
      "<title>A mill | News</title><body><div class='main-nav'><a href=/>Home page</a></div>"
          + "<article><h1>A mill</h1><div class='entry-content'><p>The mill, which stood idle, was"
          + " sold again last week. \"Two years,\" <b>she</b> said.</p><p>It has 3 wheels.</p>"
          + "<img src=a.png><p class=caption>Photo: Getty</p></div></article>"
          + "<p>Share: 5 | 7 @ home \u00A9";

  private final Page page = read(PAGE);
  private final BlockFeatures features = new BlockFeatures(page, "A mill | News");

  private static Page read(String html) {
    PageReader reader = new PageReader(Dom.parse(html, 512, 1 << 20), 1 << 20);
    assertThat(reader.read()).isTrue();
    return reader.page();
  }

  private float feature(String startOfBlock, String name) {
    for (int b = 0; b < page.blocks(); b++) {
      if (page.text(b).startsWith(startOfBlock)) {
        return features.of(b)[BlockFeatures.NAMES.indexOf(name)];
      }
    }
    throw new AssertionError("no block starts with " + startOfBlock);
  }

  @Test
  void namesEveryFeatureOnce() {
    Set<String> distinct = new TreeSet<>(BlockFeatures.NAMES);
    assertThat(distinct).hasSameSizeAs(BlockFeatures.NAMES).doesNotContain("");
    assertThat(features.of(0)).hasSize(BlockFeatures.NAMES.size());
  }

  @Test
  void measuresTheTextOfABlock() {
    assertThat(feature("The mill", "sentences")).isEqualTo(2);
    assertThat(feature("The mill", "words")).isEqualTo(14);
    assertThat(feature("The mill", "quotes")).isEqualTo(2);
    assertThat(feature("The mill", "endStop")).isEqualTo(1);
    assertThat(feature("The mill", "startKind")).isEqualTo(1);
    assertThat(feature("The mill", "strong")).isBetween(0.03f, 0.07f);
    assertThat(feature("Home", "linkShare")).isEqualTo(1);
    assertThat(feature("It has", "digitShare")).isBetween(0.05f, 0.1f);
    assertThat(feature("A mill", "inTitle")).isEqualTo(1);
    assertThat(feature("A mill", "heading")).isEqualTo(1);
    assertThat(feature("Photo", "captionWords")).isEqualTo(2);
    assertThat(feature("Photo", "images")).isEqualTo(1);
    assertThat(feature("Share", "boilerWords")).isEqualTo(2);
    assertThat(feature("Share", "separators")).isEqualTo(1);
    assertThat(feature("Share", "at")).isEqualTo(0 + 1);
    assertThat(feature("Share", "copyright")).isEqualTo(1);
  }

  @Test
  void findsTheNearestCueAndTagAbove() {
    assertThat(feature("The mill", "upBody")).isEqualTo(1);
    assertThat(feature("The mill", "upArticle")).isEqualTo(2);
    assertThat(feature("Home", "upNavigation")).isZero();
    assertThat(feature("Home", "upArticle")).isEqualTo(20);
    assertThat(feature("Photo", "upMedia")).isZero();
  }

  @Test
  void comparesABlockWithItsNeighbours() {
    assertThat(feature("The mill", "afterHeadline")).isEqualTo(1);
    assertThat(feature("Home", "afterHeadline")).isEqualTo(-1);
    assertThat(feature("It has", "beforeAlike")).isEqualTo(1);
    assertThat(feature("It has", "siblings")).isEqualTo(2);
    assertThat(feature("Home", "beforeWeight")).isEqualTo(-1);
    assertThat(feature("Share", "afterWeight")).isEqualTo(-1);
    assertThat(feature("Share", "place")).isEqualTo(5 / 6f);
  }
}
