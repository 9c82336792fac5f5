// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Reads the inside of a tag: its name and its attributes.
 *
 * <p>Source: HTML Standard, "Tag name state" to "Self-closing start tag state". A name given twice
 * in one tag is kept once, unknown names only among the first 64 unknown ones; so that the cost is
 * linear.
 */
final class TagScan {
  private static final int MAX_COMPARED = 64;

  private final String html;
  private final char[] chars;
  private final int end;
  private final Attributes attributes;
  private int nameEnd;
  private boolean isSelfClosing;

  /** One bit for each known attribute name of this tag. */
  private final long[] seen = new long[(AttributeNames.KNOWN + 63) / 64];

  TagScan(String html, char[] chars, Attributes attributes) {
    this.html = html;
    this.chars = chars;
    this.end = html.length();
    this.attributes = attributes;
  }

  int attributesSize() {
    return attributes.size;
  }

  void dropAttributes(int from) {
    attributes.size = from;
  }

  int nameEnd() {
    return nameEnd;
  }

  boolean isSelfClosing() {
    return isSelfClosing;
  }

  /** Reads a tag's name, up to white space, slash or greater-than; its hash. */
  int name(int from) {
    int p = from;
    int hash = 0;
    while (true) {
      char c = chars[p];
      if (c >= 'a') {
        hash = 31 * hash + c;
      } else if (isSpace(c) || c == '/' || c == '>' || (c == 0 && p >= end)) {
        nameEnd = p;
        return hash;
      } else {
        hash = 31 * hash + nameCharacter(p);
      }
      p++;
    }
  }

  private char nameCharacter(int p) {
    if (chars[p] == 0) {
      chars[p] = '\uFFFD';
    }
    return KnownNames.lower(chars[p]);
  }

  /**
   * Reads attributes up to the end of the tag; where the next token starts, -1 if the page ends.
   */
  int attributes(int from) {
    isSelfClosing = false;
    if (chars[from] == '>') {
      return from + 1;
    }
    int first = attributes.size;
    for (int i = 0; i < seen.length; i++) {
      seen[i] = 0;
    }
    int p = from;
    while (true) {
      char c = chars[p];
      if (isSpace(c)) {
        p++;
      } else if (c == '>') {
        return p + 1;
      } else if (c == '/') {
        p++;
        if (chars[p] == '>') {
          isSelfClosing = true;
          return p + 1;
        }
      } else {
        p = attribute(p, first);
        if (p < 0) {
          return -1;
        }
      }
    }
  }

  /** Reads an attribute; where it ends, -1 if the page does. */
  private int attribute(int from, int first) {
    int hash = nameCharacter(from);
    int p = from + 1;
    while (true) {
      char c = chars[p];
      if (c >= 'a') {
        hash = 31 * hash + c;
      } else if (c == '=' || c == '>' || c == '/' || isSpace(c)) {
        break;
      } else if (p >= end) {
        return -1;
      } else {
        hash = 31 * hash + nameCharacter(p);
      }
      p++;
    }
    int to = p;
    while (isSpace(chars[p])) {
      p++;
    }
    if (chars[p] != '=') {
      add(from, to, hash, to, to, first);
      return p >= end ? -1 : p;
    }
    do {
      p++;
    } while (isSpace(chars[p]));
    char quote = chars[p];
    if (quote == '"' || quote == '\'') {
      int close = html.indexOf(quote, p + 1);
      if (close < 0) {
        return -1;
      }
      add(from, to, hash, p + 1, close, first);
      return close + 1;
    }
    int start = p;
    while (chars[p] != '>' && !isSpace(chars[p])) {
      if (chars[p] == 0 && p >= end) {
        return -1;
      }
      p++;
    }
    add(from, to, hash, start, p, first);
    return p;
  }

  private void add(int from, int to, int hash, int start, int close, int first) {
    int id = AttributeNames.table().id(chars, from, to, hash);
    if (id > 0) {
      long bit = 1L << id;
      if ((seen[id >> 6] & bit) != 0) {
        return;
      }
      seen[id >> 6] |= bit;
    } else if (attributes.hasUnknown(first, from, to, chars, MAX_COMPARED)) {
      return;
    }
    attributes.add(id > 0 ? id : ~from, start, close);
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
  }
}
