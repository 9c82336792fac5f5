// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.io.Serializable;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * One column of a table.
 *
 * @param name the column's name in the file
 * @param kind what a cell holds
 * @param optional whether a cell may be absent; lists are never absent, only empty
 */
public record Column(String name, Kind kind, boolean optional) implements Serializable {

  /** What a cell holds, and the Parquet type it is written as. */
  public enum Kind {
    /** 32-bit signed integer. */
    INT,
    /** 64-bit signed integer. */
    LONG,
    /** IEEE 754 double. */
    DOUBLE,
    /** Bytes without a logical type. */
    BYTES,
    /** UTF-8 text. */
    STRING,
    /** {@code list<int32>}, elements never null. */
    INT_LIST,
    /** {@code list<string>}, elements never null. */
    STRING_LIST
  }

  /** A column that is present in every row. */
  public static Column of(String name, Kind kind) {
    return new Column(name, kind, false);
  }

  /** A column whose cells may be absent. */
  public static Column optional(String name, Kind kind) {
    return new Column(name, kind, true);
  }

  /**
   * Where the column of that name stands among others.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static int indexOf(List<Column> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name);
  }

  /** The Parquet field, three-level lists as in the format's LogicalTypes document. */
  Type field() {
    return switch (kind) {
      case INT -> primitive(PrimitiveTypeName.INT32).named(name);
      case LONG -> primitive(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> primitive(PrimitiveTypeName.DOUBLE).named(name);
      case BYTES -> primitive(PrimitiveTypeName.BINARY).named(name);
      case STRING ->
          primitive(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
      case INT_LIST -> Types.requiredList().requiredElement(PrimitiveTypeName.INT32).named(name);
      case STRING_LIST ->
          Types.requiredList()
              .requiredElement(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    };
  }

  private Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> primitive(
      PrimitiveTypeName type) {
    return optional ? Types.optional(type) : Types.required(type);
  }
}
