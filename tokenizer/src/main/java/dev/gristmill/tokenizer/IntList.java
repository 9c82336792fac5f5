// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.util.Arrays;
import java.util.Objects;

/**
 * A growable sequence of ints over one array, for token ids: what an encoder writes to.
 *
 * <p>Cost: {@link #add} is amortized constant time. Not thread-safe.
 */
public final class IntList {
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private int[] elements;
  private int size;

  /** An empty list. */
  public IntList() {
    this(64);
  }

  /**
   * An empty list with room for {@code capacity} ints.
   *
   * @throws IllegalArgumentException if capacity is negative
   */
  public IntList(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be in [0, 2^31), was " + capacity);
    }
    this.elements = new int[capacity];
  }

  /**
   * Appends one int.
   *
   * @throws OutOfMemoryError if the list would pass 2^31 - 9 elements
   */
  public void add(int element) {
    if (size == elements.length) {
      grow(1);
    }
    elements[size++] = element;
  }

  /**
   * Appends {@code source[from..to)}.
   *
   * @throws IndexOutOfBoundsException if the range is not within source
   */
  public void addAll(int[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int count = to - from;
    if (count > elements.length - size) {
      grow(count);
    }
    System.arraycopy(source, from, elements, size, count);
    size += count;
  }

  /** The number of ints held. */
  public int size() {
    return size;
  }

  /**
   * The int at {@code index}.
   *
   * @throws IndexOutOfBoundsException if index is not in [0, size)
   */
  public int get(int index) {
    return elements[Objects.checkIndex(index, size)];
  }

  /** The backing array, not a copy: only [0, size) means anything, and only until the next add. */
  public int[] array() {
    return elements;
  }

  /** A copy of the ints held. */
  public int[] toArray() {
    return Arrays.copyOf(elements, size);
  }

  /** Forgets the ints held and keeps the array. */
  public void clear() {
    size = 0;
  }

  private void grow(int room) {
    long needed = (long) size + room;
    if (needed > MAX_CAPACITY) {
      throw new OutOfMemoryError("an IntList holds at most " + MAX_CAPACITY + " ints");
    }
    long doubled = Math.max(16, 2L * elements.length);
    elements = Arrays.copyOf(elements, (int) Math.min(MAX_CAPACITY, Math.max(needed, doubled)));
  }
}
