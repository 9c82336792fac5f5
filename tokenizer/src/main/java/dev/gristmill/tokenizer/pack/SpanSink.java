// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.pack;

/** Is told where the tokens of each document went: the trace from a row back to its sources. */
@FunctionalInterface
public interface SpanSink {
  /**
   * Tokens {@code [documentOffset, documentOffset + end - start)} of document {@code docId} are
   * tokens {@code [start, end)} of row {@code row}. Spans come in order of row and start, those of
   * a row before the row itself; padding gives none.
   *
   * @param docId the id given to {@link Packer#startDocument}
   * @param row the row's index, from 0
   * @param start the first token in the row
   * @param end the token after the last in the row; {@code end > start}
   * @param documentOffset the span's first token, counted from the document's first
   */
  void span(String docId, long row, int start, int end, long documentOffset);
}
