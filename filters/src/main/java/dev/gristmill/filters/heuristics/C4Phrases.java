// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

/**
 * Which of C4's phrases a line has, as bits; case does not count.
 *
 * <p>Source: huggingface/datatrove 0.10.1, c4_filters.py, which looks in {@code line.lower()}. Of
 * the characters outside ASCII only U+212A (Kelvin) becomes a letter of a phrase there; U+0130
 * becomes two characters, which match none.
 */
final class C4Phrases {
  static final int LOREM_IPSUM = 1;
  static final int JAVASCRIPT = 2;
  static final int CURLY_BRACKET = 4;
  static final int POLICY = 8;

  private static final char[] LOREM = "lorem ipsum".toCharArray();
  private static final char[] SCRIPT = "javascript".toCharArray();
  private static final char[] TERMS = "terms of use".toCharArray();
  private static final char[] PRIVACY = "privacy policy".toCharArray();
  private static final char[] COOKIE = "cookie policy".toCharArray();
  private static final char[] USES = "uses cookies".toCharArray();
  private static final char[] USE_OF = "use of cookies".toCharArray();
  private static final char[] USE = "use cookies".toCharArray();
  private static final char KELVIN = '\u212a';

  private C4Phrases() {}

  /** The bits of [from, to). Cost: one pass, at most 40 more steps at a letter. */
  static int in(char[] chars, int from, int to) {
    int found = 0;
    for (int i = from; i < to; i++) {
      switch (fold(chars[i])) {
        case '{' -> found |= CURLY_BRACKET;
        case 'l' -> found |= at(LOREM, chars, i, to) ? LOREM_IPSUM : 0;
        case 'j' -> found |= at(SCRIPT, chars, i, to) ? JAVASCRIPT : 0;
        case 't' -> found |= at(TERMS, chars, i, to) ? POLICY : 0;
        case 'p' -> found |= at(PRIVACY, chars, i, to) ? POLICY : 0;
        case 'c' -> found |= at(COOKIE, chars, i, to) ? POLICY : 0;
        case 'u' ->
            found |=
                at(USES, chars, i, to) || at(USE_OF, chars, i, to) || at(USE, chars, i, to)
                    ? POLICY
                    : 0;
        default -> {
          // no phrase begins here
        }
      }
    }
    return found;
  }

  private static boolean at(char[] phrase, char[] chars, int from, int to) {
    if (to - from < phrase.length) {
      return false;
    }
    for (int i = 0; i < phrase.length; i++) {
      if (fold(chars[from + i]) != phrase[i]) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c + ('a' - 'A'));
    }
    return c == KELVIN ? 'k' : c;
  }
}
