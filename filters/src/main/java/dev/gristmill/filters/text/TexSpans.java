// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

/**
 * Finds the formulae that stand in a text between TeX's own marks: {@code \( \)}, {@code \[ \]},
 * {@code $ $} and {@code $$ $$}.
 *
 * <p>Source: pandoc's {@code tex_math_dollars}: after the opening dollar and before the closing one
 * stands no white space, and no digit follows the closing one, so that prices are none. Besides, no
 * letter or digit stands before the opening one. No formula reaches over an empty line.
 *
 * <p>Cost: all calls together are linear in the text if they go from left to right. Not
 * thread-safe.
 */
public final class TexSpans {
  private static final String[] CLOSERS = {"\\)", "\\]", "$$", "$"};

  private final CharSequence text;

  /** Per closer, where the next one is, and how far that was looked for. */
  private final int[] found = {-1, -1, -1, -1};

  private final int[] lookedTo = {-1, -1, -1, -1};

  /** Looks into {@code text}, which must not change. */
  public TexSpans(CharSequence text) {
    this.text = text;
  }

  /** Where the formula that starts at {@code i} ends, exclusive; -1 if none starts there. */
  public int end(int i) {
    char c = text.charAt(i);
    if (c == '\\' && i + 1 < text.length()) {
      char next = text.charAt(i + 1);
      return next == '(' ? end(0, i + 2) : next == '[' ? end(1, i + 2) : -1;
    }
    if (c != '$') {
      return -1;
    }
    if (at(i + 1) == '$') {
      return end(2, i + 2);
    }
    boolean isOpening = !isSpace(at(i + 1)) && (i == 0 || !Character.isLetterOrDigit(at(i - 1)));
    return isOpening ? end(3, i + 1) : -1;
  }

  private int end(int closer, int from) {
    if (found[closer] <= from && lookedTo[closer] <= from) {
      look(closer, from + 1);
    }
    return found[closer] > from ? found[closer] + CLOSERS[closer].length() : -1;
  }

  private void look(int closer, int from) {
    found[closer] = -1;
    int i = from;
    while (i < text.length() && !(text.charAt(i) == '\n' && at(i + 1) == '\n')) {
      if (isCloser(closer, i)) {
        found[closer] = i;
        break;
      }
      i++;
    }
    lookedTo[closer] = i;
  }

  private boolean isCloser(int closer, int i) {
    return switch (closer) {
      case 0 -> at(i) == '\\' && at(i + 1) == ')';
      case 1 -> at(i) == '\\' && at(i + 1) == ']';
      case 2 -> at(i) == '$' && at(i + 1) == '$';
      default -> {
        char before = at(i - 1);
        yield at(i) == '$' && before != '\\' && !isSpace(before) && !isDigit(at(i + 1));
      }
    };
  }

  private char at(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static boolean isSpace(char c) {
    return c <= ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
