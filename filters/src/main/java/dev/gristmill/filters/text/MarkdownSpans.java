// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;
import java.util.Set;

/**
 * Removes the marks inside a paragraph of markdown: code, links, images, autolinks, escapes, hard
 * breaks; {@link MarkdownEmphasis} those of emphasis. Cost: linear.
 */
final class MarkdownSpans {
  /** Characters whose escapes are undone; a backslash before others is more often TeX or a path. */
  private static final String ESCAPED = "`*_[]#+-.!|<>~=\"'";

  private static final int MAX_ADDRESS = 1000;
  private static final int MAX_TITLE = 300;
  private static final int MAX_LABEL = 200;

  /** Runs of more backquotes are not looked for. */
  private static final int MAX_QUOTES = 16;

  private final String text;
  private final int length;
  private final Set<String> references;
  private final TexSpans formulae;
  private final boolean[] isGone;
  private final MarkdownEmphasis emphasis;

  /** Positions of open brackets. */
  private final int[] brackets;

  private int openBrackets;

  /** Per length of a run of backquotes, from where on there is none. */
  private final int[] noQuotesFrom = new int[MAX_QUOTES + 1];

  private MarkdownSpans(String text, Set<String> references) {
    this.text = text;
    this.references = references;
    length = text.length();
    formulae = new TexSpans(text);
    isGone = new boolean[length];
    emphasis = new MarkdownEmphasis(text, isGone);
    brackets = new int[length];
    Arrays.fill(noQuotesFrom, Integer.MAX_VALUE);
  }

  static String remove(String text, Set<String> references) {
    MarkdownSpans spans = new MarkdownSpans(text, references);
    spans.read();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!spans.isGone[i]) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private void read() {
    int i = 0;
    while (i < length) {
      i =
          switch (text.charAt(i)) {
            case '\\' -> escape(i);
            case '$' -> Math.max(i + 1, formulae.end(i));
            case '`' -> code(i);
            case '<' -> angle(i);
            case '[' -> {
              brackets[openBrackets++] = i;
              yield i + 1;
            }
            case ']' -> bracket(i);
            case '*', '_', '~' -> emphasis.run(i);
            case '\n' -> lineEnd(i);
            case 'h' -> address(i);
            default -> i + 1;
          };
    }
  }

  private char at(int i) {
    return i >= 0 && i < length ? text.charAt(i) : ' ';
  }

  private void drop(int from, int to) {
    Arrays.fill(isGone, from, to, true);
  }

  private int escape(int i) {
    int end = formulae.end(i);
    if (end > 0) {
      return end;
    }
    char next = at(i + 1);
    if (next == '\n' && i + 2 < length) {
      isGone[i] = true;
      return i + 1;
    }
    char third = at(i + 2);
    boolean isDouble = next == '\\' && (third == '\\' || ESCAPED.indexOf(third) >= 0);
    if (i + 1 < length && (isDouble || ESCAPED.indexOf(next) >= 0)) {
      isGone[i] = true;
      return i + 2;
    }
    return i + 1;
  }

  /** Two spaces or more before a line break say that it counts. */
  private int lineEnd(int i) {
    int from = i;
    while (from > 0 && text.charAt(from - 1) == ' ') {
      from--;
    }
    if (i + 1 < length && i - from >= 2) {
      drop(from, i);
    }
    return i + 1;
  }

  private int code(int i) {
    int run = i;
    while (at(run) == '`' && run < length) {
      run++;
    }
    int quotes = run - i;
    if (quotes > MAX_QUOTES || run >= noQuotesFrom[quotes]) {
      return run;
    }
    int close = run;
    while (close < length) {
      int end = close;
      while (end < length && text.charAt(end) == '`') {
        end++;
      }
      if (end - close == quotes) {
        int pad = isPadded(run, close) ? 1 : 0;
        drop(i, run + pad);
        drop(close - pad, end);
        return end;
      }
      close = end == close ? close + 1 : end;
    }
    noQuotesFrom[quotes] = run;
    return run;
  }

  private boolean isPadded(int from, int to) {
    return to - from > 2
        && text.charAt(from) == ' '
        && text.charAt(to - 1) == ' '
        && !text.substring(from, to).isBlank();
  }

  /** An autolink loses its brackets; a tag stays with all its attributes. */
  private int angle(int i) {
    char first = at(i + 1);
    if (!isAsciiLetter(first) && first != '/') {
      return i + 1;
    }
    int to = i + 1;
    boolean hasSpace = false;
    while (to < length && to - i < MAX_ADDRESS && at(to) != '>' && at(to) != '<') {
      hasSpace |= at(to) <= ' ';
      to++;
    }
    if (at(to) != '>') {
      return i + 1;
    }
    int colon = text.indexOf(':', i);
    boolean isAddress = colon > i + 2 && colon < to && isScheme(i + 1, colon);
    int sign = text.indexOf('@', i);
    if (!hasSpace && first != '/' && (isAddress || (sign > i && sign < to))) {
      isGone[i] = true;
      isGone[to] = true;
    }
    return to + 1;
  }

  private boolean isScheme(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isAsciiLetter(text.charAt(i)) && "+-.".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Underscores and asterisks of a bare address are its own. */
  private int address(int i) {
    if (!text.startsWith("http://", i) && !text.startsWith("https://", i)) {
      return i + 1;
    }
    int to = i;
    while (to < length && at(to) > ' ' && ")]>*\"".indexOf(at(to)) < 0) {
      to++;
    }
    return to;
  }

  private int bracket(int i) {
    if (openBrackets == 0) {
      return i + 1;
    }
    int open = brackets[--openBrackets];
    boolean isImage = at(open - 1) == '!' && open > 0 && !isGone[open - 1];
    if (at(open + 1) == '^' && i - open > 2 && i - open < MAX_LABEL && at(i + 1) != '(') {
      boolean isWord = text.substring(open, i).indexOf(' ') < 0;
      drop(open, isWord ? i + 1 : open);
      return i + 1;
    }
    int end = at(i + 1) == '(' ? destinationEnd(i + 1, isCode(open)) : referenceEnd(open, i);
    if (end > 0) {
      drop(isImage ? open - 1 : open, open + 1);
      drop(i, end);
      return end;
    }
    return i + 1;
  }

  /** Whether a bracket is right behind a name, as in {@code f[i](x)}. */
  private boolean isCode(int open) {
    char before = at(open - 1);
    return (before < 128 && Character.isLetterOrDigit(before)) || before == '_' || before == ']';
  }

  /** Behind the closing parenthesis of a link, -1 if this is none. */
  private int destinationEnd(int open, boolean isStrict) {
    int i = open + 1;
    int nested = 0;
    boolean isAddress = at(i) == '<';
    int limit = Math.min(length, open + MAX_ADDRESS);
    while (at(open + 1) == '<' && i < limit && at(i) != '>' && at(i) != '\n') {
      i++;
    }
    while (i < limit && at(i) > ' ' && !(at(i) == ')' && nested == 0)) {
      nested += at(i) == '(' ? 1 : at(i) == ')' ? -1 : 0;
      isAddress |= at(i) == '/' || at(i) == '.' || at(i) == '#' || at(i) == ':';
      i++;
    }
    if (isStrict && !isAddress) {
      return -1;
    }
    if (at(i) == ')' && i < limit) {
      return i + 1;
    }
    while (i < length && at(i) == ' ') {
      i++;
    }
    char quote = at(i);
    if (quote != '"' && quote != '\'') {
      return at(i) == ')' && i < length ? i + 1 : -1;
    }
    int close = i + 1;
    while (close < length && close - i < MAX_TITLE && at(close) != quote) {
      close++;
    }
    return at(close) == quote && at(close + 1) == ')' ? close + 2 : -1;
  }

  /** Behind a link by reference, -1 if none of that label is defined. */
  private int referenceEnd(int open, int close) {
    if (references.isEmpty() || close - open > MAX_LABEL) {
      return -1;
    }
    if (at(close + 1) == '[') {
      int end = close + 2;
      while (end < length && end - close < MAX_LABEL && at(end) != ']') {
        end++;
      }
      String label = MarkdownLine.label(text.substring(close + 2, Math.min(end, length)));
      if (at(end) == ']' && !label.isEmpty()) {
        return references.contains(label) ? end + 1 : -1;
      }
    }
    boolean isCollapsed = at(close + 1) == '[' && at(close + 2) == ']';
    boolean isKnown = references.contains(MarkdownLine.label(text.substring(open + 1, close)));
    return !isKnown ? -1 : isCollapsed ? close + 3 : close + 1;
  }
}
