// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * Stretches [start, end) of a text in reading order, in UTF-16 units.
 *
 * <p>Owned and refilled by a {@link TextView}; read it before the view's next {@code reset}.
 */
public final class Spans {
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int size;

  Spans() {}

  /** The number of spans, at least 0. */
  public int size() {
    return size;
  }

  /** Where span i begins. */
  public int start(int i) {
    return starts[i];
  }

  /** Where span i ends, exclusive. */
  public int end(int i) {
    return ends[i];
  }

  void clear() {
    size = 0;
  }

  void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
  }
}
