// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

/** Checks packed rows one by one, in order. */
final class RowCheck {

  private final int length;
  private final int vocabularySize;
  private int padding;
  private String last = "";

  RowCheck(int length, int vocabularySize) {
    this.length = length;
    this.vocabularySize = vocabularySize;
  }

  /** What is wrong with the row; "" if nothing. */
  String check(int[] ids, int[] bounds, String[] documents) {
    padding = 0;
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
    for (int id : ids) {
      if (id < 0 || id >= vocabularySize) {
        return "id " + id + " is not in a vocabulary of " + vocabularySize;
      }
    }
    if (documents[documents.length - 1].isEmpty()) {
      padding = length - bounds[bounds.length - 2];
    }
    return "";
  }

  /** Padding tokens of the row just checked. */
  int padding() {
    return padding;
  }

  /** How many documents begin in the row: spans whose id is not the one before. */
  int newDocuments(String[] documents) {
    int begun = 0;
    for (String document : documents) {
      if (!document.isEmpty() && !document.equals(last)) {
        begun++;
        last = document;
      }
    }
    return begun;
  }
}
