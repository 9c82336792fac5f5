// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.html.Marks.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the marks of a page to one block after another.
 *
 * <p>Blocks must be asked for in their order. Cost: linear in marks, and for marks over several
 * blocks in those. Not thread-safe.
 */
final class BlockSpans {
  /** The part of a mark that lies in a block, without white space at its ends. */
  record Span(Kind kind, int mark, int start, int end) {}

  private final Page page;
  private final Marks marks;

  /** The first mark that starts behind all blocks so far. */
  private int next;

  /** Marks that started in blocks before and go on. */
  private List<Integer> open = new ArrayList<>();

  private int readBlock = -1;
  private List<Span> spans = List.of();

  BlockSpans(Page page, Marks marks) {
    this.page = page;
    this.marks = marks;
  }

  /** The spans of a block in the order of their starts, outer ones first. */
  List<Span> of(int b) {
    if (b != readBlock) {
      readBlock = b;
      spans = read(b);
    }
    return spans;
  }

  private List<Span> read(int b) {
    List<Span> list = new ArrayList<>();
    List<Integer> goOn = new ArrayList<>();
    for (int mark : open) {
      add(list, goOn, mark, b);
    }
    while (next < marks.size() && marks.start(next) < page.end(b)) {
      add(list, goOn, next++, b);
    }
    open = goOn;
    return list;
  }

  private void add(List<Span> list, List<Integer> goOn, int mark, int b) {
    if (marks.end(mark) > page.end(b)) {
      goOn.add(mark);
    }
    int start = Math.max(marks.start(mark), page.start(b));
    int end = Math.min(marks.end(mark), page.end(b));
    if (marks.isPoint(mark)) {
      // At the start it is a block of its own.
      if (marks.start(mark) > page.start(b)) {
        list.add(new Span(marks.kind(mark), mark, start, start));
      }
      return;
    }
    while (start < end && page.chars()[start] <= ' ') {
      start++;
    }
    while (start < end && page.chars()[end - 1] <= ' ') {
      end--;
    }
    if (start < end) {
      list.add(new Span(marks.kind(mark), mark, start, end));
    }
  }
}
