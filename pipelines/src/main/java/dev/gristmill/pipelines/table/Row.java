// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One reusable row: a cell per column of the table it was made for, in column order.
 *
 * <p>Cells are absent until set. Setting does not copy arrays; the writer reads them before it
 * returns. Not thread-safe.
 */
public final class Row {

  private final long[] numbers;
  private final double[] reals;
  private final Object[] objects;
  private final boolean[] present;

  /** A row of {@code columns} absent cells. */
  public Row(int columns) {
    numbers = new long[columns];
    reals = new double[columns];
    objects = new Object[columns];
    present = new boolean[columns];
  }

  /** Makes every cell absent. */
  public void clear() {
    Arrays.fill(present, false);
    Arrays.fill(objects, null);
  }

  /** Whether the cell is set. */
  public boolean has(int column) {
    return present[column];
  }

  /** Sets an INT or LONG cell. */
  public void set(int column, long value) {
    numbers[column] = value;
    present[column] = true;
  }

  /** Sets a DOUBLE cell. */
  public void set(int column, double value) {
    reals[column] = value;
    present[column] = true;
  }

  /** Sets a BYTES or STRING cell from UTF-8 bytes. */
  public void set(int column, byte[] value) {
    object(column, value);
  }

  /** Sets a STRING cell. */
  public void set(int column, String value) {
    object(column, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets an INT_LIST cell. */
  public void set(int column, int[] values) {
    object(column, values);
  }

  /** Sets a STRING_LIST cell. */
  public void set(int column, String[] values) {
    object(column, values);
  }

  /** The value of an INT or LONG cell; 0 if absent. */
  public long number(int column) {
    return present[column] ? numbers[column] : 0;
  }

  /** The value of a DOUBLE cell; NaN if absent. */
  public double real(int column) {
    return present[column] ? reals[column] : Double.NaN;
  }

  /** The value of a BYTES or STRING cell; empty if absent. */
  public byte[] bytes(int column) {
    return present[column] ? (byte[]) objects[column] : new byte[0];
  }

  /** The value of a STRING cell; "" if absent. */
  public String text(int column) {
    return new String(bytes(column), StandardCharsets.UTF_8);
  }

  /** The value of an INT_LIST cell. */
  public int[] ints(int column) {
    return (int[]) objects[column];
  }

  /** The value of a STRING_LIST cell. */
  public String[] texts(int column) {
    return (String[]) objects[column];
  }

  void object(int column, Object value) {
    objects[column] = value;
    present[column] = true;
  }
}
