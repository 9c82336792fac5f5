// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.Page;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads the {@code date} of a document line. */
final class Dates {

  private static final int MAX_UNITS = 40;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4)
          .optionalStart()
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .optionalStart()
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .appendPattern("['T'][ ]")
          .optionalStart()
          .appendValue(ChronoField.HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .optionalStart()
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalEnd()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .optionalEnd()
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT);

  private Dates() {}

  /**
   * Seconds since 1970-01-01T00:00:00Z at the start of the period that an ISO 8601 date names (a
   * year, a month, a day, a minute or a second; UTC unless it has an offset), or {@link
   * Page#UNKNOWN_DATE}.
   */
  static long epochSeconds(String text) {
    if (text.isEmpty() || text.length() > MAX_UNITS) {
      return Page.UNKNOWN_DATE;
    }
    try {
      TemporalAccessor parsed = ISO.parse(text);
      int offset =
          parsed.isSupported(ChronoField.OFFSET_SECONDS)
              ? parsed.get(ChronoField.OFFSET_SECONDS)
              : 0;
      return LocalDateTime.from(parsed).toEpochSecond(ZoneOffset.ofTotalSeconds(offset));
    } catch (DateTimeException notADate) {
      return Page.UNKNOWN_DATE;
    }
  }
}
