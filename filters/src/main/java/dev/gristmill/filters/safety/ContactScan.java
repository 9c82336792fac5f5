// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

/**
 * One pass over one text: counts telephone numbers, names on messengers, web and mail addresses and
 * prices in rows. Whatever was read as one is not read again, so the cost is linear.
 *
 * <p>A messenger's name counts with an identifier behind it ({@code QQ: 12345678}, {@code WeChat
 * abc123}); three prices within {@value #PRICE_DISTANCE} units of each other count as one contact.
 */
final class ContactScan {
  /** Prices of one row are at most this far apart. */
  static final int PRICE_DISTANCE = 60;

  private static final int PRICES_IN_ROW = 3;
  private static final int MIN_IDENTIFIER = 5;
  private static final int MAX_GAP = 6; // between a messenger and the identifier
  private static final int SHORT_NAME = 4; // the name of a messenger that is a word or a sign too
  private static final int MAX_RUN = 256; // bounds what is read again when it is no address

  /** Ends of host names that spam likes; none of them is a word that follows a missing space. */
  private static final String[] DOMAINS = {
    "com", "net", "org", "info", "biz", "cn", "ru", "su", "ua", "tw", "hk", "jp", "kr", "vn", "pl",
    "br", "de", "fr", "top", "xyz", "vip", "cc", "club", "shop", "online", "site", "store", "icu",
    "live", "bet", "casino", "pro", "link", "asia", "io", "co", "tv"
  };

  private static final String[] MESSENGERS = {
    "qq",
    "wechat",
    "weixin",
    "whatsapp",
    "viber",
    "telegram",
    "kakaotalk",
    "kakao",
    "skype",
    "zalo",
    "icq",
    "line",
    "vx",
    "tg",
    "wa"
  };

  private static final String CURRENCIES = "$€£¥￥₽₹₩₺₴₫฿元円원";

  private static final byte[] KINDS = kinds();

  private final char[] chars;
  private final int length;
  private int contacts;
  private int priceAt = -PRICE_DISTANCE - 1;
  private int prices;

  private ContactScan(char[] chars, int length) {
    this.chars = chars;
    this.length = length;
  }

  /** The contacts in the first {@code length} units of a text. */
  static int count(char[] chars, int length) {
    ContactScan scan = new ContactScan(chars, length);
    scan.read();
    return scan.contacts;
  }

  /** {@link ScriptKind#of} by table. */
  static byte kind(char c) {
    return KINDS[c];
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << 16];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = ScriptKind.of(ScriptKind.fold((char) c));
    }
    return kinds;
  }

  private void read() {
    int i = 0;
    while (i < length) {
      char c = chars[i];
      int end = i;
      if (isAsciiLetter(c)) {
        end = address(i);
      } else if (PhoneNumber.begins(chars, i, length)) {
        end = number(i);
      } else if (c == '微' || c == '薇' || c == '카') {
        end = messengerByName(i);
      }
      price(i, Math.max(i + 1, end));
      i = Math.max(i + 1, end);
    }
  }

  private int number(int start) {
    int web = digitAddress(start);
    if (web > start) {
      contacts++;
      return web;
    }
    PhoneNumber number = PhoneNumber.read(chars, start, length);
    if (number.isLikely()) {
      contacts++;
    }
    return number.end();
  }

  /** A host that begins with digits, or -1. */
  private int digitAddress(int start) {
    int end = runEnd(start);
    return end > start && isHost(start, end) ? end : -1;
  }

  /** Reads a word that may be an address or a messenger's name; returns its end. */
  private int address(int start) {
    int end = runEnd(start);
    if (startsWith(start, end, "http://")
        || startsWith(start, end, "https://")
        || startsWith(start, end, "www.")
        || isHost(start, end)) {
      contacts++;
      return end;
    }
    int letters = start;
    while (letters < end && isAsciiLetter(chars[letters])) {
      letters++;
    }
    if (isOneOf(MESSENGERS, start, letters)
        && identifierBehind(letters, letters - start <= SHORT_NAME && (chars[start] | 32) != 'q')) {
      contacts++;
      return identifierEnd(letters);
    }
    return wordEnd(letters, end);
  }

  /** Past the letters and digits of a word. */
  private int wordEnd(int from, int end) {
    int i = from;
    while (i < end && (isAsciiLetter(chars[i]) || isAsciiDigit(chars[i]))) {
      i++;
    }
    return i;
  }

  private int messengerByName(int start) {
    if (start + 1 >= length) {
      return start;
    }
    char next = chars[start + 1];
    boolean name = chars[start] == '카' ? next == '톡' : next == '信' || next == '訊';
    if (name && identifierBehind(start + 2, false)) {
      contacts++;
      return identifierEnd(start + 2);
    }
    return start;
  }

  /**
   * True for an identifier of at least five letters and digits with a digit in it soon after.
   *
   * @param marked true if a colon or an at sign must stand between, as the name is a word too
   */
  private boolean identifierBehind(int from, boolean marked) {
    boolean mark = false;
    int start = identifierStart(from);
    for (int i = from; i < start; i++) {
      mark |= chars[i] == ':' || chars[i] == '：' || chars[i] == '@';
    }
    int end = identifierRun(start);
    boolean digit = false;
    for (int i = start; i < end; i++) {
      digit |= isAsciiDigit(chars[i]);
    }
    return end - start >= MIN_IDENTIFIER && (mark || !marked) && digit;
  }

  private int identifierEnd(int from) {
    return identifierRun(identifierStart(from));
  }

  /** Past punctuation, "ID" and the Chinese word for number. */
  private int identifierStart(int from) {
    int stop = gapEnd(from);
    if (startsWith(stop, length, "id") && gapEnd(stop + 2) > stop + 2) {
      return gapEnd(stop + 2);
    }
    return stop;
  }

  private int gapEnd(int from) {
    int i = from;
    int stop = Math.min(length, from + MAX_GAP);
    while (i < stop
        && chars[i] != '\n'
        && (KINDS[chars[i]] == ScriptKind.SEPARATOR || chars[i] == '号' || chars[i] == '號')) {
      i++;
    }
    return i;
  }

  private int identifierRun(int from) {
    int i = from;
    while (i < length && (isAsciiLetter(chars[i]) || isAsciiDigit(chars[i]) || chars[i] == '_')) {
      i++;
    }
    return i;
  }

  /** The end of the characters that addresses are made of, less closing punctuation. */
  private int runEnd(int start) {
    int end = start;
    int stop = Math.min(length, start + MAX_RUN);
    while (end < stop && isAddressCharacter(chars[end])) {
      end++;
    }
    while (end > start && !isAsciiLetter(chars[end - 1]) && !isAsciiDigit(chars[end - 1])) {
      end--;
    }
    return end;
  }

  /** True for {@code name.domain}, {@code user@name.domain}, with or without a path. */
  private boolean isHost(int start, int end) {
    int stop = start;
    int dot = -1;
    while (stop < end && chars[stop] != '/' && chars[stop] != ':' && chars[stop] != '?') {
      if (chars[stop] == '.') {
        dot = stop;
      }
      stop++;
    }
    return dot > start && isOneOf(DOMAINS, dot + 1, stop);
  }

  /** Counts a currency sign beside a digit, in [from, to). */
  private void price(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] < 0x80 && chars[i] != '$') {
        continue;
      }
      if (CURRENCIES.indexOf(chars[i]) >= 0 && besideDigit(i)) {
        prices = i - priceAt <= PRICE_DISTANCE ? prices + 1 : 1;
        priceAt = i;
        contacts += prices % PRICES_IN_ROW == 0 ? 1 : 0;
      }
    }
  }

  private boolean besideDigit(int i) {
    int before = i > 0 && chars[i - 1] == ' ' ? i - 2 : i - 1;
    int after = i + 1 < length && chars[i + 1] == ' ' ? i + 2 : i + 1;
    return (before >= 0 && Character.isDigit(chars[before]))
        || (after < length && Character.isDigit(chars[after]));
  }

  private boolean startsWith(int start, int end, String prefix) {
    if (end - start <= prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (ScriptKind.fold(chars[start + i]) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOneOf(String[] names, int start, int end) {
    for (String name : names) {
      if (name.length() == end - start && startsWith(start, end + 1, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddressCharacter(char c) {
    return isAsciiLetter(c) || isAsciiDigit(c) || (c < 0x80 && ".-_@:/?=&%#~+".indexOf(c) >= 0);
  }

  private static boolean isAsciiLetter(char c) {
    int lower = c | 0x20;
    return c < 0x80 && lower >= 'a' && lower <= 'z';
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
