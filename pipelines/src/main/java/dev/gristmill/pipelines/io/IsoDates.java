// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads dates of captures.
 *
 * <p>Source: ISO 28500:2017, section 5.4 (WARC-Date, after the W3C profile of ISO 8601, so a year,
 * a month, a day or a minute alone will do) and the 14-digit dates of ARC. Differs: a blank may
 * stand for {@code T}, an offset may lack its colon, and a time without zone counts as UTC.
 */
public final class IsoDates {
  private static final int SECONDS_PER_DAY = 86_400;

  private final String text;
  private int at;

  private IsoDates(String text) {
    this.text = text;
  }

  /**
   * Seconds since 1970-01-01T00:00:00Z at the start of the named period, or {@link
   * Page#UNKNOWN_DATE} if the text is no date of the years 1 to 9999. Fractions are cut off.
   */
  public static long epochSeconds(String text) {
    try {
      return new IsoDates(text.strip()).parse();
    } catch (DateTimeException | IndexOutOfBoundsException notADate) {
      return Page.UNKNOWN_DATE;
    }
  }

  private long parse() {
    if (text.length() >= 8 && isDigits(0, 8)) {
      return compact();
    }
    int year = number(4);
    int month = take('-') ? number(2) : 1;
    int day = take('-') ? number(2) : 1;
    long seconds = LocalDate.of(check(year, 1, 9999), month, day).toEpochDay() * SECONDS_PER_DAY;
    if (at == text.length()) {
      return seconds;
    }
    if (!take('T') && !take('t') && !take(' ')) {
      throw new DateTimeException(text);
    }
    seconds += check(number(2), 0, 23) * 3600L;
    seconds += take(':') ? check(number(2), 0, 59) * 60L : 0;
    seconds += take(':') ? check(number(2), 0, 60) : 0;
    if (take('.') || take(',')) {
      while (at < text.length() && isDigits(at, at + 1)) {
        at++;
      }
    }
    seconds -= zoneSeconds();
    if (at != text.length()) {
      throw new DateTimeException(text);
    }
    return seconds;
  }

  private long compact() {
    long day = LocalDate.of(check(number(4), 1, 9999), number(2), number(2)).toEpochDay();
    long seconds = day * SECONDS_PER_DAY;
    if (text.length() >= 14 && isDigits(8, 14)) {
      seconds +=
          check(number(2), 0, 23) * 3600L + check(number(2), 0, 59) * 60L + check(number(2), 0, 60);
    }
    return seconds;
  }

  private int zoneSeconds() {
    if (at == text.length() || take('Z') || take('z')) {
      return 0;
    }
    boolean isEast = take('+');
    if (!isEast && !take('-')) {
      throw new DateTimeException(text);
    }
    int seconds = check(number(2), 0, 18) * 3600;
    take(':');
    if (at < text.length()) {
      seconds += check(number(2), 0, 59) * 60;
    }
    return isEast ? seconds : -seconds;
  }

  private int number(int digits) {
    if (!isDigits(at, at + digits)) {
      throw new DateTimeException(text);
    }
    int number = Integer.parseInt(text, at, at + digits, 10);
    at += digits;
    return number;
  }

  private boolean isDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private boolean take(char c) {
    boolean isNext = at < text.length() && text.charAt(at) == c;
    at += isNext ? 1 : 0;
    return isNext;
  }

  private int check(int number, int min, int max) {
    if (number < min || number > max) {
      throw new DateTimeException(text);
    }
    return number;
  }
}
