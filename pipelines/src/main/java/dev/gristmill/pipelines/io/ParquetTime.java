// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/**
 * Points in time as Parquet stores them.
 *
 * <p>Source: parquet-format, LogicalTypes.md, DATE and TIMESTAMP; INT96 as Impala and Spark write
 * it, nanoseconds of the day and a Julian day. A local timestamp counts as UTC.
 */
final class ParquetTime {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
  private static final int INT96_BYTES = 12;

  /** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the range of {@link IsoDates}. */
  private static final long MIN_SECONDS = -62_135_596_800L;

  private static final long MAX_SECONDS = 253_402_300_799L;

  private ParquetTime() {}

  /** The start of a day that is counted from 1970-01-01. */
  static Instant ofDay(long day) {
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY);
  }

  /** The point in time that is so many units behind 1970-01-01T00:00:00Z. */
  static Instant ofUnits(long units, TimeUnit unit) {
    long perSecond =
        switch (unit) {
          case MILLIS -> 1_000;
          case MICROS -> 1_000_000;
          case NANOS -> 1_000_000_000;
        };
    long nanos = Math.floorMod(units, perSecond) * (1_000_000_000 / perSecond);
    return Instant.ofEpochSecond(Math.floorDiv(units, perSecond), nanos);
  }

  /**
   * The point in time of an INT96.
   *
   * @throws IllegalArgumentException unless it has 12 bytes
   */
  static Instant ofInt96(Binary value) {
    if (value.length() != INT96_BYTES) {
      throw new IllegalArgumentException("INT96 has 12 bytes, was " + value.length());
    }
    ByteBuffer bytes = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = bytes.getInt() - JULIAN_DAY_OF_EPOCH;
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY, nanos);
  }

  /** Its second, or {@link Page#UNKNOWN_DATE} outside the years 1 to 9999. */
  static long epochSeconds(Instant time) {
    long seconds = time.getEpochSecond();
    return seconds < MIN_SECONDS || seconds > MAX_SECONDS ? Page.UNKNOWN_DATE : seconds;
  }

  /** ISO 8601: a day for DATE, no zone for a local timestamp, else UTC. */
  static String iso(Instant time, LogicalTypeAnnotation type) {
    String text = time.toString();
    if (type instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return text.substring(0, text.indexOf('T'));
    }
    boolean isLocal =
        type instanceof TimestampLogicalTypeAnnotation timestamp && !timestamp.isAdjustedToUTC();
    return isLocal ? text.substring(0, text.length() - 1) : text;
  }
}
