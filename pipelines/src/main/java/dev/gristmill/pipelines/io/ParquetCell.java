// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The value that one flat column has in the current row.
 *
 * <p>Source: parquet-format, LogicalTypes.md. Not thread-safe.
 */
final class ParquetCell {
  private static final int NUMBER_BYTES = 8;
  private static final int UUID_BYTES = 16;

  /** Longer decimals (76 digits and more) are carried as bytes: printing is not linear in them. */
  private static final int MAX_DECIMAL_BYTES = 32;

  private final PrimitiveType type;
  private final LogicalTypeAnnotation logical;
  private final int maxDefinitionLevel;
  private ColumnReader reader;
  private boolean isFirst;

  ParquetCell(PrimitiveType type) {
    this.type = type;
    this.logical = type.getLogicalTypeAnnotation();
    this.maxDefinitionLevel = type.isRepetition(PrimitiveType.Repetition.OPTIONAL) ? 1 : 0;
  }

  String name() {
    return type.getName();
  }

  /** Whether the column says that it holds UTF-8. */
  boolean isDeclaredText() {
    return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && (logical instanceof StringLogicalTypeAnnotation
            || logical instanceof EnumLogicalTypeAnnotation
            || logical instanceof JsonLogicalTypeAnnotation);
  }

  /** Whether the column may hold text: old writers leave strings without a logical type. */
  boolean isText() {
    return isDeclaredText()
        || (type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY && logical == null);
  }

  /** Whether the column holds integers that mean nothing but their value. */
  boolean isInteger() {
    return (type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
            || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64)
        && (logical == null || logical instanceof IntLogicalTypeAnnotation);
  }

  boolean isTime() {
    return logical instanceof DateLogicalTypeAnnotation
        || logical instanceof TimestampLogicalTypeAnnotation
        || type.getPrimitiveTypeName() == PrimitiveTypeName.INT96;
  }

  /** Goes to the first row of a row group, or to none. */
  void open(ColumnReader reader) {
    this.reader = reader;
    this.isFirst = true;
  }

  /** Goes to the next row; the first call stays at the first one. */
  void next() {
    if (!isFirst) {
      if (isPresent()) {
        reader.skip(); // nothing if the value was read; else the next row would have this one's
      }
      reader.consume();
    }
    isFirst = false;
  }

  boolean isPresent() {
    return reader.getCurrentDefinitionLevel() == maxDefinitionLevel;
  }

  /** How large the value is; costs no copy. */
  int bytes() {
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> reader.getBinary().length();
      case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> NUMBER_BYTES;
    };
  }

  /** A copy of the bytes. */
  byte[] raw() {
    return reader.getBinary().getBytes();
  }

  /** Well-formed text, U+FFFD where the bytes are not UTF-8, or an integer's digits. */
  String text() {
    return isInteger() ? integer() : new String(raw(), StandardCharsets.UTF_8);
  }

  /** Of text or a time; {@link Page#UNKNOWN_DATE} if it cannot be understood. */
  long epochSeconds() {
    return isTime() ? ParquetTime.epochSeconds(time()) : IsoDates.epochSeconds(text());
  }

  /** Writes the value; bytes that are not text in base64. */
  void write(JsonGenerator json) throws IOException {
    if (isTime()) {
      json.writeString(ParquetTime.iso(time(), logical));
      return;
    }
    switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> json.writeBoolean(reader.getBoolean());
      case FLOAT -> json.writeNumber(reader.getFloat());
      case DOUBLE -> json.writeNumber(reader.getDouble());
      case INT32, INT64 -> json.writeNumber(integer());
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> writeBytes(json, raw());
    }
  }

  private void writeBytes(JsonGenerator json, byte[] bytes) throws IOException {
    if (isDeclaredText()) {
      json.writeString(text());
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal
        && bytes.length > 0
        && bytes.length <= MAX_DECIMAL_BYTES) {
      json.writeNumber(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toString());
    } else if (logical instanceof UUIDLogicalTypeAnnotation && bytes.length == UUID_BYTES) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      json.writeString(new UUID(halves.getLong(), halves.getLong()).toString());
    } else {
      Optional<String> text =
          isText() ? WellFormedText.decode(bytes, 0, bytes.length) : Optional.empty();
      if (text.isPresent()) {
        json.writeString(text.get());
      } else {
        json.writeBinary(bytes);
      }
    }
  }

  /** Decimal digits of an INT32 or INT64. */
  private String integer() {
    boolean isWide = type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    long value = isWide ? reader.getLong() : reader.getInteger();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).toString();
    }
    if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return isWide ? Long.toUnsignedString(value) : Integer.toUnsignedString((int) value);
    }
    return Long.toString(value);
  }

  private Instant time() {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return ParquetTime.ofDay(reader.getInteger());
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return ParquetTime.ofUnits(reader.getLong(), timestamp.getUnit());
    }
    return ParquetTime.ofInt96(reader.getBinary());
  }
}
