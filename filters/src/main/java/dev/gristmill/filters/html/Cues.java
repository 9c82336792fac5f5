// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the class and id of an element say about its role.
 *
 * <p>Source: the idea and part of the words are those of the regular expressions in
 * mozilla/readability, Readability.js; here they are matched on whole tokens, split at punctuation,
 * digits and camel case. The words are general terms of web design, never names of sites.
 *
 * <p>Cost: one table lookup per distinct attribute value. Not thread-safe: one object per page.
 */
final class Cues {
  /** Boilerplate, unless it holds most of the page's text. */
  static final int STRONG = 1;

  /** Boilerplate if it does not read like prose. */
  static final int WEAK = 2;

  /** A line about the text (date, author, caption), if short. */
  static final int SHORT = 4;

  /** What readers wrote below the text. */
  static final int COMMENT = 8;

  /** The main text. */
  static final int CONTENT = 16;

  /** Source code or the declaration of something in it. */
  static final int CODE = 32;

  /** A longer attribute is machine-made; the beginning says enough. */
  private static final int MAX_CHARS = 256;

  private static final Set<String> STRONG_WORDS =
      Set.of(
          ("sidebar sidebars breadcrumb breadcrumbs cookie cookies consent gdpr share shares sharing"
                  + " sharer social socials newsletter subscribe subscription related recommended"
                  + " recommendation recommendations promo promotion promotions promoted sponsor"
                  + " sponsored sponsors advert adverts advertisement advertising advertorial ads ad"
                  + " adv banner banners popup modal lightbox nav navbar navi navigation menu menus"
                  + " submenu dropdown footer pagination pager paging tagcloud tags toolbar skip login"
                  + " signup signin register print printonly colophon masthead offcanvas topbar"
                  + " copyright widgets sitemap jumplinks follow followus donate donation upsell"
                  + " crosslinks hidden invisible noprint screenreader sr bookmarks trackback")
              .split(" "));

  private static final Set<String> WEAK_WORDS =
      Set.of(
          ("widget teaser teasers more readmore also next prev previous popular trending latest most"
                  + " recent archive archives categories category keywords topics rating ratings vote"
                  + " votes poll buttons button tools actions action options header head legal"
                  + " disclaimer metadata links carousel slider slideshow gallery form search toc box"
                  + " boxes card cards shop buy price product products overlay notice alert aside"
                  + " secondary tertiary complementary rail column marginal margin marginalia extra"
                  + " extras additional supplement")
              .split(" "));

  private static final Set<String> SHORT_WORDS =
      Set.of(
          ("byline author authors bio date dateline datetime time timestamp meta postmeta credit"
                  + " credits caption captions copyright source readtime published posted updated"
                  + " permalink label labels tag kicker overline eyebrow badge counter count views"
                  + " avatar vcard photographer")
              .split(" "));

  private static final Set<String> COMMENT_WORDS =
      Set.of(
          "comment comments commentlist commentform respond disqus replies reply guestbook discussion"
              .split(" "));

  private static final Set<String> CONTENT_WORDS =
      Set.of(
          ("article articles body content contents entry hentry main maincontent page post story text"
                  + " blog prose markdown editorial articlebody richtext wysiwyg copy document")
              .split(" "));

  private static final Set<String> CODE_WORDS =
      Set.of("code codeblock synopsis signature highlight highlighter sourcecode".split(" "));

  /** Long enough to mean the same inside a longer word, as in "articlefooter". */
  private static final String[] STRONG_STEMS = {
    "sidebar", "breadcrumb", "newsletter", "cookie", "recommend", "related", "sharebar",
    "sharebutton", "socialmedia", "pagination", "advert", "navigation", "footer", "sponsor",
    "paywall"
  };

  private final Map<String, Integer> seen = new HashMap<>();

  /** The cues in one attribute value, as a set of bits. */
  int of(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    Integer known = seen.get(value);
    if (known == null) {
      known = read(value);
      seen.put(value, known);
    }
    return known;
  }

  private static int read(String value) {
    int cues = 0;
    int length = Math.min(value.length(), MAX_CHARS);
    StringBuilder token = new StringBuilder();
    boolean wasLower = false;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? value.charAt(i) : ' ';
      boolean isUpper = c >= 'A' && c <= 'Z';
      boolean isLower = c >= 'a' && c <= 'z';
      if (!isLower && !(isUpper && !wasLower)) {
        cues |= word(token);
        token.setLength(0);
      }
      if (isUpper || isLower) {
        token.append((char) (c | 32));
      }
      wasLower = isLower;
    }
    return cues;
  }

  private static int word(StringBuilder token) {
    if (token.length() < 2) {
      return 0;
    }
    String word = token.toString();
    int cues = STRONG_WORDS.contains(word) ? STRONG : 0;
    cues |= WEAK_WORDS.contains(word) ? WEAK : 0;
    cues |= SHORT_WORDS.contains(word) ? SHORT : 0;
    cues |= COMMENT_WORDS.contains(word) ? COMMENT : 0;
    cues |= CONTENT_WORDS.contains(word) ? CONTENT : 0;
    cues |= CODE_WORDS.contains(word) ? CODE : 0;
    for (int i = 0; cues == 0 && i < STRONG_STEMS.length; i++) {
      cues |= word.contains(STRONG_STEMS[i]) ? STRONG : 0;
    }
    if (cues == 0 && word.contains("comment")) {
      cues = COMMENT;
    }
    return cues;
  }
}
