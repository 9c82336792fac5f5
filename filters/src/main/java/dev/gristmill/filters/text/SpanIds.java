// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * Small integers for the distinct texts of some spans: equal texts have equal ids, and ids count up
 * in order of first appearance.
 *
 * <p>Equality is exact: hashes only propose, characters decide. Cost: expected linear.
 */
public final class SpanIds {
  private final LongIndex index = new LongIndex();
  private char[] chars = new char[0];
  private Spans spans = new Spans();
  private int[] ids = new int[256];
  private int[] firsts = new int[256];
  private int distinct;

  SpanIds() {}

  void fill(char[] newChars, Spans newSpans) {
    chars = newChars;
    spans = newSpans;
    int size = spans.size();
    if (ids.length < size) {
      ids = new int[Math.max(size, ids.length * 2)];
      firsts = new int[ids.length];
    }
    index.clear(size, size);
    distinct = 0;
    for (int i = 0; i < size; i++) {
      int start = spans.start(i);
      int end = spans.end(i);
      long hash = hash(chars, start, end);
      int slot = slot(hash, chars, start, end);
      int id = index.value(slot);
      if (id < 0) {
        id = distinct++;
        firsts[id] = i;
        index.set(slot, hash, id);
      }
      ids[i] = id;
    }
  }

  private int slot(long hash, char[] text, int start, int end) {
    int slot = index.find(hash);
    while (index.value(slot) >= 0) {
      int first = firsts[index.value(slot)];
      if (Arrays.equals(chars, spans.start(first), spans.end(first), text, start, end)) {
        return slot;
      }
      slot = index.findAfter(slot, hash);
    }
    return slot;
  }

  private static long hash(char[] text, int start, int end) {
    long hash = 0xcbf29ce484222325L ^ (end - start);
    for (int i = start; i < end; i++) {
      hash = (hash ^ text[i]) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 29);
  }

  /** The number of distinct texts. */
  public int distinct() {
    return distinct;
  }

  /** The id of span i, in [0, distinct). */
  public int id(int i) {
    return ids[i];
  }

  /** The index of the first span with this id. */
  public int first(int id) {
    return firsts[id];
  }

  /** True if span i is the first of its text. */
  public boolean isFirst(int i) {
    return firsts[ids[i]] == i;
  }

  /** True if some span has exactly this text. */
  public boolean contains(String text) {
    char[] wanted = text.toCharArray();
    long hash = hash(wanted, 0, wanted.length);
    return index.value(slot(hash, wanted, 0, wanted.length)) >= 0;
  }
}
