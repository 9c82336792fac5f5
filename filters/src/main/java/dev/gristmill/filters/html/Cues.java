// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/**
 * Reads the {@link Cue}s off the attributes of elements.
 *
 * <p>Words are split at punctuation, digits and camel case, as class names are written.
 *
 * <p>Cost: one table lookup per distinct attribute value. Not thread-safe: one object per page.
 */
final class Cues {
  /** A longer attribute is machine-made; the beginning says enough. */
  private static final int MAX_CHARS = 256;

  private static final int[] READ = {
    AttributeNames.CLASS, AttributeNames.ID, AttributeNames.ROLE, AttributeNames.ITEMPROP
  };

  private final CueWords words = CueWords.shipped();
  private final Dom dom;
  private final HashedInts seen;
  private final StringBuilder token = new StringBuilder();
  private final StringBuilder joined = new StringBuilder();

  Cues(Dom dom) {
    this.dom = dom;
    seen = new HashedInts(dom.size());
  }

  /** The cues of an element, as bits. */
  int of(int element) {
    int cues = 0;
    if (dom.hasAttributes(element)) {
      for (int attribute : READ) {
        long range = dom.attributeRange(element, attribute);
        if (range >= 0) {
          cues |= of((int) (range >>> 32), (int) range);
        }
      }
    }
    if (dom.name(element) >= Names.KNOWN) {
      cues |= customName(dom.nameOf(element));
    }
    return cues;
  }

  /** A hash of the class of an element, equal for equal classes. */
  long classHash(int element) {
    long range = dom.attributeRange(element, AttributeNames.CLASS);
    return range < 0
        ? HashedInts.EMPTY
        : HashedInts.hash(dom.chars(), (int) (range >>> 32), (int) range);
  }

  private int customName(String name) {
    return name.indexOf('-') > 0 ? read(name) : 0;
  }

  private int of(int start, int end) {
    int to = Math.min(end, start + MAX_CHARS);
    long hash = HashedInts.hash(dom.chars(), start, to);
    int known = seen.get(hash);
    if (known == 0) {
      // 0 is "not seen", so what is remembered is the bits and one.
      known = 1 + read(new String(dom.chars(), start, to - start));
      seen.set(hash, known);
    }
    return known - 1;
  }

  private int read(String value) {
    int cues = 0;
    token.setLength(0);
    joined.setLength(0);
    boolean wasLower = false;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ' ';
      boolean isUpper = c >= 'A' && c <= 'Z';
      boolean isLower = c >= 'a' && c <= 'z';
      if (!isLower && !(isUpper && !wasLower)) {
        cues |= token.length() < 2 ? 0 : words.ofClassWord(token);
        token.setLength(0);
      }
      if (isUpper || isLower) {
        token.append((char) (c | 32));
        joined.append((char) (c | 32));
      } else if (c != '-' && c != '_') {
        joined.append(' ');
      }
      wasLower = isLower;
    }
    return cues | words.ofClassName(joined.toString());
  }
}
