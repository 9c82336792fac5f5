// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;

/**
 * Writes superscripts and subscripts that mean something else without their position: {@code 10^6}
 * and {@code x_1}, not {@code 106} and {@code x1}.
 *
 * <p>In running text only where that is all but certain. A caret goes before a number after a
 * number of up to three digits, a closing bracket, a single letter or a unit of two letters, and
 * before one of the usual letters for whole numbers after a single letter or number, and before the
 * charge of an ion; an underscore before up to three characters after a single small letter. So
 * {@code H2O}, {@code 1st}, {@code CO2} and a raised note mark after a word or a year stay as they
 * are. In an element of class {@code math} all are marked, as in TeX.
 */
final class RaisedText {
  private static final int MAX_CHARS = 80;
  private static final int MAX_NODES = 40;

  private final Dom dom;

  RaisedText(Dom dom) {
    this.dom = dom;
  }

  /** Mark and content of a sup or sub element, "" if it is to be read like any other. */
  String of(int node, boolean isMaths, PageText text) {
    boolean isSup = dom.name(node) == Names.SUP;
    String content = content(node);
    if ((!isSup && dom.name(node) != Names.SUB) || content.isEmpty()) {
      return "";
    }
    String mark = isSup ? "^" : "_";
    if (isMaths) {
      return mark
          + (content.codePointCount(0, content.length()) == 1 ? content : "{" + content + "}");
    }
    return !text.isSpaceDue()
            && isCertain(isSup, content, text.chars(), text.blockStart(), text.end())
        ? mark + content
        : "";
  }

  private String content(int node) {
    StringBuilder content = new StringBuilder();
    int visited = 0;
    for (int n = node; n >= 0; n = dom.following(n, node)) {
      int chars = dom.textEnd(n) - dom.textStart(n);
      if (++visited > MAX_NODES || content.length() + chars > MAX_CHARS) {
        return "";
      }
      content.append(dom.chars(), dom.textStart(n), chars);
    }
    return content.toString().strip();
  }

  private static boolean isCertain(boolean isSup, String content, char[] chars, int from, int to) {
    int start = to;
    while (start > from && to - start < 5 && Character.isLetterOrDigit(chars[start - 1])) {
      start--;
    }
    int length = to - start;
    char last = to > from ? chars[to - 1] : ' ';
    boolean isSingleLetter = length == 1 && Character.isLetter(last);
    if (!isSup) {
      return isSingleLetter
          && Character.isLowerCase(last)
          && content.length() <= 3
          && isWord(content);
    }
    boolean isNumber = length > 0 && length <= 3 && isDigits(chars, start, to);
    if (isCharge(content)) {
      return Character.isLetterOrDigit(last);
    }
    if (isExponent(content)) {
      boolean isUnit = length == 2 && Character.isLowerCase(chars[start]) && isSmallPower(content);
      return isNumber || isSingleLetter || isUnit || last == ')';
    }
    // Other letters are raised in ordinals and titles: 67e, No, Dr.
    boolean isLetter = content.length() == 1 && "nkmijxyNK".indexOf(content.charAt(0)) >= 0;
    return isLetter && (isNumber || isSingleLetter || last == ')');
  }

  /** Up to three digits, perhaps signed. */
  private static boolean isExponent(String content) {
    boolean isSigned = "+-\u2212".indexOf(content.charAt(0)) >= 0;
    int digits = content.length() - (isSigned ? 1 : 0);
    return digits >= 1
        && digits <= 3
        && isDigits(content.toCharArray(), isSigned ? 1 : 0, content.length());
  }

  /** Of an ion: a digit and a sign. */
  private static boolean isCharge(String content) {
    return content.length() == 2
        && Character.isDigit(content.charAt(0))
        && "+-\u2212\u2013".indexOf(content.charAt(1)) >= 0;
  }

  /** Square, cubic, per: a note after a unit of two letters would have another number. */
  private static boolean isSmallPower(String content) {
    return content.equals("2") || content.equals("3") || !Character.isDigit(content.charAt(0));
  }

  private static boolean isDigits(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isWord(String content) {
    for (int i = 0; i < content.length(); i++) {
      if (!Character.isLetterOrDigit(content.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
