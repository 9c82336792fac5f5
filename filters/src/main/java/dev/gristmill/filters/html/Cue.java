// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Locale;

/**
 * What the class, id or role of an element can say about its part in the page.
 *
 * <p>The words for each stand in {@code words.txt}; they overlap, since a tree can weigh "promoted
 * to the front" and "promotion" differently only if it is told both.
 */
enum Cue {
  /** Boilerplate, by most authors' use of the word. */
  STRONG,
  /** Boilerplate as often as not. */
  WEAK,
  /** A line about the text: date, author, caption. */
  SHORT,
  /** What readers wrote below the text. */
  COMMENT,
  /** The main text, by most authors' use of the word. */
  CONTENT,
  /** Source code or the declaration of something in it. */
  CODE,
  /** The body of an article and nothing else. */
  BODY,
  MEDIA,
  RELATED,
  SHARE,
  NAVIGATION,
  ADVERT,
  META,
  SIGNUP,
  ASIDE,
  LEAD,
  EMBED,
  LEGAL,
  HIDDEN;

  /** How many there are. */
  static final int COUNT = values().length;

  /** Its place among the cues, by which features and models know it. */
  @SuppressWarnings("EnumOrdinal") // The order is the model's: a new cue needs a new model.
  int place() {
    return ordinal();
  }

  int bit() {
    return 1 << place();
  }

  static Cue of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
