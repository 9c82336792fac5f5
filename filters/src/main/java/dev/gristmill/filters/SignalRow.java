// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The signals of one document in a fixed order of columns; reused from document to document.
 *
 * <p>Not thread-safe. Cost: one hash look-up a signal.
 */
public final class SignalRow implements SignalSink {
  private final List<String> names;
  private final Map<String, Integer> columns = new HashMap<>();
  private final double[] values;

  /**
   * A row with these columns, all of them absent.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public SignalRow(List<String> names) {
    this.names = List.copyOf(names);
    this.values = new double[this.names.size()];
    for (String name : this.names) {
      if (columns.putIfAbsent(name, columns.size()) != null) {
        throw new IllegalArgumentException("signal names must be unique, " + name + " is not");
      }
    }
    clear();
  }

  /** Makes all columns absent. */
  public void clear() {
    Arrays.fill(values, Double.NaN);
  }

  /** The column names, in order. */
  public List<String> names() {
    return names;
  }

  /**
   * Sets a column.
   *
   * @throws IllegalArgumentException if there is no such column, or the value is NaN
   */
  @Override
  public void put(String signal, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(signal + " must be a number, was NaN");
    }
    values[column(signal)] = value;
  }

  /**
   * The value of a column.
   *
   * @throws IllegalArgumentException if there is no such column
   * @throws IllegalStateException if nothing was put there since the last {@link #clear}
   */
  public double value(String signal) {
    double value = values[column(signal)];
    if (Double.isNaN(value)) {
      throw new IllegalStateException("signal " + signal + " was not measured");
    }
    return value;
  }

  private int column(String signal) {
    Integer column = columns.get(signal);
    if (column == null) {
      throw new IllegalArgumentException(
          "unknown signal \"" + signal + "\"" + NearestName.hint(signal, names));
    }
    return column;
  }
}
