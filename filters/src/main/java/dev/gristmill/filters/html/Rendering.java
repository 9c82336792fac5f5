// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

/**
 * Writes the kept blocks of a page, in the form of a {@link BlockForm}.
 *
 * <p>An image or a rule between blocks is in the text where blocks close before and after it are.
 * Cost: linear in blocks, marks and characters.
 */
final class Rendering {
  /** Blocks on either side among which a kept one must be for an image to be in the text. */
  private static final int NEAR = 2;

  private static final String APART = "\n\n";

  private final Page page;
  private final Marks marks;
  private final BlockForm form;

  /** As plain text without images. */
  Rendering(Page page) {
    this(page, new Marks(false), new PlainForm(page, new Marks(false), image -> ""));
  }

  Rendering(Page page, Marks marks, BlockForm form) {
    this.page = page;
    this.marks = marks;
    this.form = form;
  }

  String text(boolean[] keep) {
    StringBuilder out = new StringBuilder();
    int previous = -1;
    int mark = 0;
    for (int b = 0; b < page.blocks(); b++) {
      for (; mark < marks.size() && marks.start(mark) <= page.start(b); mark++) {
        if (marks.isPoint(mark) && isNear(keep, b) && writePoint(out, mark)) {
          previous = -1;
        }
      }
      if (!keep[b]) {
        continue;
      }
      int before = out.length();
      out.append(previous >= 0 ? form.separator(previous, b) : before > 0 ? APART : "");
      int from = out.length();
      int last = form.write(out, b);
      trimEnd(out, from);
      if (out.length() == from) {
        out.setLength(before);
      } else {
        previous = last;
      }
      b = last;
      while (mark < marks.size() && marks.start(mark) < page.end(last)) {
        mark++;
      }
    }
    return out.toString();
  }

  private static boolean isNear(boolean[] keep, int b) {
    boolean isBefore = false;
    boolean isAfter = false;
    for (int k = 0; k < NEAR; k++) {
      isBefore |= b - 1 - k >= 0 && keep[b - 1 - k];
      isAfter |= b + k < keep.length && keep[b + k];
    }
    return isBefore && isAfter;
  }

  private boolean writePoint(StringBuilder out, int mark) {
    String point = form.point(mark);
    if (!point.isEmpty()) {
      out.append(out.length() > 0 ? APART : "").append(point);
    }
    return !point.isEmpty();
  }

  private static void trimEnd(StringBuilder out, int from) {
    int end = out.length();
    while (end > from && out.charAt(end - 1) <= ' ') {
      end--;
    }
    out.setLength(end);
  }
}
