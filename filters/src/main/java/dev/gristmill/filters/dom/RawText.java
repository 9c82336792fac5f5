// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * Finds where the text of a title, style, script and the like ends.
 *
 * <p>Source: HTML Standard, the RCDATA, RAWTEXT and script data states with the escaped ones. The
 * search for less-than signs is the JDK's, which is vectorised. Linear.
 */
final class RawText {
  private static final String SCRIPT = "script";

  private final String html;
  private final char[] chars;
  private final int end;

  RawText(String html, char[] chars) {
    this.html = html;
    this.chars = chars;
    this.end = html.length();
  }

  /** Where the end tag of this name starts, the end of the page if there is none. */
  int end(int from, int name) {
    String word = Names.of(name);
    int p = html.indexOf('<', from);
    while (p >= 0) {
      if (chars[p + 1] == '/' && isWord(p + 2, word)) {
        return p;
      }
      p = html.indexOf('<', p + 1);
    }
    return end;
  }

  /** Where the end tag of a script, or of what is read as one, starts; else the page's end. */
  int scriptEnd(int from, int name) {
    String endName = Names.of(name);
    int p = html.indexOf('<', from);
    while (p >= 0) {
      if (chars[p + 1] == '/') {
        if (isWord(p + 2, endName)) {
          return p;
        }
      } else if (chars[p + 1] == '!' && chars[p + 2] == '-' && chars[p + 3] == '-') {
        p = escaped(p + 4, endName);
        if (p < 0) {
          return ~p;
        }
        p--;
      }
      p = html.indexOf('<', p + 1);
    }
    return end;
  }

  /**
   * The script data escaped states, from after {@code <!--}: where script data goes on, or the
   * complement of where the script ends.
   */
  private int escaped(int from, String endName) {
    boolean isDouble = false;
    int dashes = 2;
    int p = from;
    while (p < end) {
      char c = chars[p];
      if (c == '>' && dashes >= 2) {
        return p + 1;
      }
      dashes = c == '-' ? dashes + 1 : 0;
      if (c == '<') {
        boolean isEnd = chars[p + 1] == '/';
        if (isEnd && !isDouble) {
          if (isWord(p + 2, endName)) {
            return ~p;
          }
        } else if (isEnd == isDouble && isWord(isEnd ? p + 2 : p + 1, SCRIPT)) {
          isDouble = !isDouble;
          p += SCRIPT.length() + (isEnd ? 2 : 1);
        }
      }
      p++;
    }
    return ~end;
  }

  /**
   * Whether a word in any ASCII case stands here, with white space, slash or greater-than after.
   */
  private boolean isWord(int at, String lower) {
    int after = at + lower.length();
    if (after >= end) {
      return false;
    }
    for (int k = 0; k < lower.length(); k++) {
      if (KnownNames.lower(chars[at + k]) != lower.charAt(k)) {
        return false;
      }
    }
    char c = chars[after];
    return c == '>' || c == '/' || TagScan.isSpace(c);
  }
}
