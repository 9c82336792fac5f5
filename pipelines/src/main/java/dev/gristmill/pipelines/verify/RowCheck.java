// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

/**
 * Checks the packed rows of one shard one by one, in order.
 *
 * <p>The end of text ends every document and is nowhere else but in padding, so it, not the id of
 * the document, says where one ends: the same document may follow itself.
 */
final class RowCheck {

  private final int length;
  private final int vocabularySize;
  private final int endOfText;
  private int padding;
  private int begun;

  /** The document that the row before ended within; "" if it ended with a document. */
  private String unfinished = "";

  RowCheck(int length, int vocabularySize, int endOfText) {
    this.length = length;
    this.vocabularySize = vocabularySize;
    this.endOfText = endOfText;
  }

  /** What is wrong with the row; "" if nothing. */
  String check(int[] ids, int[] bounds, String[] documents) {
    padding = 0;
    begun = 0;
    String wrong = shape(ids, bounds, documents);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    int last = documents.length - 1;
    boolean padded = documents[last].isEmpty();
    String before = unfinished;
    padding = padded ? length - bounds[last] : 0;
    begun = documents.length - (padded ? 1 : 0) - (before.isEmpty() ? 0 : 1);
    unfinished = ids[length - 1] == endOfText ? "" : documents[last];
    if (!before.isEmpty() && !documents[0].equals(before)) {
      return "begins with document \"" + documents[0] + "\" within \"" + before + "\"";
    }
    for (int span = 0; span <= last; span++) {
      wrong = span(ids, bounds[span], bounds[span + 1], documents[span].isEmpty());
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  private String shape(int[] ids, int[] bounds, String[] documents) {
    if (ids.length != length) {
      return "has " + ids.length + " tokens, not " + length;
    }
    if (bounds.length < 2 || bounds[0] != 0 || bounds[bounds.length - 1] != length) {
      return "cu_seqlens must begin with 0 and end with " + length;
    }
    if (documents.length != bounds.length - 1) {
      return documents.length + " doc_ids for " + (bounds.length - 1) + " spans";
    }
    for (int i = 1; i < bounds.length; i++) {
      if (bounds[i] <= bounds[i - 1]) {
        return "cu_seqlens do not ascend at " + i;
      }
      if (documents[i - 1].isEmpty() && i < bounds.length - 1) {
        return "padding is not the last span";
      }
    }
    return "";
  }

  private String span(int[] ids, int start, int end, boolean padding) {
    for (int i = start; i < end; i++) {
      int id = ids[i];
      if (id < 0 || id >= vocabularySize) {
        return "id " + id + " is not in a vocabulary of " + vocabularySize;
      }
      boolean ends = id == endOfText;
      if (padding && !ends) {
        return "padding has another id at " + i;
      }
      if (!padding && ends && i < end - 1) {
        return "the end of text is within a document at " + i;
      }
      if (!ends && i == end - 1 && end < length) {
        return "a document ends without the end of text at " + i;
      }
    }
    return "";
  }

  /** Padding tokens of the row just checked. */
  int padding() {
    return padding;
  }

  /**
   * How many documents begin in the row just checked: its spans, but for one that goes on from the
   * row before.
   */
  int begun() {
    return begun;
  }

  /** The document that the last row ends within; "" if there is none, as at a shard's end. */
  String unfinished() {
    return unfinished;
  }
}
