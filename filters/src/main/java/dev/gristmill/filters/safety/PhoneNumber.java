// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

/**
 * A row of digit groups that may be a telephone number. Digits of any script; groups are set apart
 * by one or two of space, hyphen, full stop, parenthesis and slash.
 *
 * <p>Likely are: a plus sign and 8 to 15 digits; a leading zero and 9 to 14; the mobile and service
 * numbers of China, North America and Russia by their groups; and any 7 to 13 digits behind a word
 * for telephone. Dates, decimal fractions and book numbers are not. Source: ours, after the
 * national conventions of ITU-T E.123.
 */
final class PhoneNumber {
  private static final int MAX_GROUPS = 8;
  private static final int MAX_DIGITS = 15;
  private static final int LOOK_BACK = 12;

  private static final String[] WORDS = {
    "tel", "phone", "fon", "call", "hotline", "тел", "电话", "電話", "热线", "熱線", "手机", "전화", "هاتف",
    "تلفن", "फोन", "โทร", "☎", "📞"
  };

  private final char[] chars;
  private final int start;
  private final int[] groups = new int[MAX_GROUPS];
  private int groupCount;
  private int digits;
  private int first = -1;
  private int second = -1;
  private boolean plus;
  private boolean fraction;
  private int end;

  private PhoneNumber(char[] chars, int start) {
    this.chars = chars;
    this.start = start;
  }

  /** True where a number may begin: at a digit, or at a plus sign or parenthesis before one. */
  static boolean begins(char[] chars, int i, int length) {
    char c = chars[i];
    if (isDigit(c)) {
      return true;
    }
    return (c == '+' || c == '(' || c == '＋')
        && i + 1 < length
        && (isDigit(chars[i + 1]) || (chars[i + 1] == '+' && c == '('));
  }

  /** Reads the groups from here on, to the end of the last one. */
  static PhoneNumber read(char[] chars, int start, int length) {
    PhoneNumber number = new PhoneNumber(chars, start);
    int i = start;
    while (i < length && !isDigit(chars[i])) {
      number.plus |= chars[i] == '+' || chars[i] == '＋';
      i++;
    }
    while (i < length && isDigit(chars[i])) {
      int group = i;
      while (i < length && isDigit(chars[i])) {
        i++;
      }
      number.add(group, i);
      number.end = i;
      int next = i;
      while (next < length && next - i < 2 && isSeparator(chars[next])) {
        next++;
      }
      if (next == i || next == length || !isDigit(chars[next]) || number.digits > MAX_DIGITS) {
        break;
      }
      number.fraction |= number.groupCount == 1 && chars[i] == '.' && number.groups[0] == 1;
      i = next;
    }
    return number;
  }

  private void add(int from, int to) {
    if (groupCount == 0) {
      first = Character.digit(chars[from], 10);
      second = to - from > 1 ? Character.digit(chars[from + 1], 10) : -1;
    }
    if (groupCount < MAX_GROUPS) {
      groups[groupCount] = to - from;
    }
    groupCount++;
    digits += to - from;
  }

  /** Past the last digit. */
  int end() {
    return end;
  }

  /** True for what is likely to be dialled. */
  boolean isLikely() {
    if (digits < 7 || digits > MAX_DIGITS || groupCount > MAX_GROUPS || fraction || isDate()) {
      return false;
    }
    if (groupCount > 1 && groups[groupCount - 1] < 2) {
      return false; // the check digit of a book number
    }
    return (plus && digits >= 8)
        || (first == 0 && digits >= 9 && digits <= 14)
        || isMobileOfChina()
        || isGrouped()
        || (digits <= 13 && behindWord());
  }

  /** 2-2-4 and 4-2-2, times behind them or not, and one or two digits for two. */
  private boolean isDate() {
    if (plus || groupCount < 3) {
      return false;
    }
    boolean dayFirst = groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4;
    boolean yearFirst = groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2;
    return (dayFirst && groupCount <= 5 && digits <= 12) || yearFirst;
  }

  private boolean isMobileOfChina() {
    return digits == 11
        && first == 1
        && second >= 3
        && (groupCount == 1 || (groups[0] == 3 && groups[1] == 4 && groupCount == 3));
  }

  /** 800-555-0199, 1-800-555-0199, 8 800 555-01-99, 89161234567, 4008001234, 98765 43210. */
  private boolean isGrouped() {
    boolean local = digits == 10 && groupCount == 3 && groups[0] == 3 && groups[1] == 3;
    boolean trunk =
        digits == 11
            && groupCount >= 4
            && groups[0] == 1
            && groups[1] == 3
            && groups[2] == 3
            && (first == 1 || first == 7 || first == 8);
    boolean russian = digits == 11 && groupCount == 1 && first == 8 && second == 9;
    boolean service = digits == 10 && (first == 4 || first == 8) && second == 0 && groupCount != 2;
    boolean halves = digits == 10 && groupCount == 2 && groups[0] == 5 && first >= 6;
    return local || trunk || russian || service || halves;
  }

  private boolean behindWord() {
    int from = Math.max(0, start - LOOK_BACK);
    for (int i = from; i < start; i++) {
      for (String word : WORDS) {
        if (i + word.length() <= start && matches(word, i)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean matches(String word, int at) {
    for (int i = 0; i < word.length(); i++) {
      if (ScriptKind.fold(chars[at + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '('
        || c == ')'
        || c == '/'
        || c == '\u00a0'
        || c == '\u2010'
        || c == '\u2011'
        || c == '\u2013';
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 0x660 && Character.isDigit(c));
  }
}
