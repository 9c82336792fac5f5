// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.pack;

import dev.gristmill.tokenizer.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Concatenates documents and cuts them into rows of exactly {@code length} tokens. A document that
 * crosses the end of a row goes on in the next as a new span of the same id. Nothing is dropped,
 * and only the last row is padded.
 *
 * <p>Source: concatenate-and-chunk as in Brown et al. 2020, Language Models are Few-Shot Learners,
 * section 2.3; masking between the documents of a row as in Llama 3 (arXiv:2407.21783, section
 * 3.2), for which {@link PackedRow} carries the spans. Adds no tokens: a caller that wants
 * end-of-text between documents appends it.
 *
 * <p>Use: {@code startDocument append* endDocument}, repeated, then {@code finish} once. A document
 * may be appended in parts. Any other order throws {@link IllegalStateException}.
 *
 * <p>Cost: one copy of each token; holds one row. Not thread-safe.
 */
public final class Packer {
  private final int length;
  private final int paddingId;
  private final Consumer<PackedRow> sink;
  private final SpanSink spans;

  private int[] row;
  private int filled;
  private long rows;
  private final IntList starts = new IntList();
  private final List<String> docIds = new ArrayList<>();

  /** The open document, or null between documents. */
  private String document;

  /** Tokens of the open document so far, and how many of them lie before its span in this row. */
  private long appended;

  private long spanOffset;

  private int spanStart;
  private boolean finished;

  /** A packer without a trace; as the other constructor. */
  public Packer(int length, int paddingId, Consumer<PackedRow> sink) {
    this(length, paddingId, sink, (docId, row, start, end, documentOffset) -> {});
  }

  /**
   * A packer that hands full rows to {@code sink} and reports spans to {@code spans}.
   *
   * @param length tokens in a row, at least 1
   * @param paddingId what fills the rest of the last row; any id
   * @throws IllegalArgumentException if length is less than 1
   */
  public Packer(int length, int paddingId, Consumer<PackedRow> sink, SpanSink spans) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be in [1, 2^31), was " + length);
    }
    this.length = length;
    this.paddingId = paddingId;
    this.sink = Objects.requireNonNull(sink, "sink");
    this.spans = Objects.requireNonNull(spans, "spans");
    this.row = new int[length];
  }

  /**
   * Opens a document.
   *
   * @throws IllegalArgumentException if id is empty: that is what marks padding
   */
  public void startDocument(String id) {
    require(!finished, "startDocument after finish");
    require(document == null, "startDocument before the endDocument of the one before");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a document's id must not be empty");
    }
    document = id;
    appended = 0;
    spanStart = filled;
    spanOffset = 0;
  }

  /**
   * Appends {@code ids[from..to)} to the open document; the array is not kept.
   *
   * @throws IndexOutOfBoundsException if the range is not within ids
   */
  public void append(int[] ids, int from, int to) {
    require(document != null, "append outside a document");
    Objects.checkFromToIndex(from, to, ids.length);
    for (int at = from; at < to; ) {
      int count = Math.min(to - at, length - filled);
      System.arraycopy(ids, at, row, filled, count);
      filled += count;
      appended += count;
      at += count;
      if (filled == length) {
        closeSpan();
        emit();
      }
    }
  }

  /** Closes the open document. One without tokens leaves no span. */
  public void endDocument() {
    require(document != null, "endDocument without startDocument");
    closeSpan();
    document = null;
  }

  /** Pads and hands over the last row, if there is one that is not full. */
  public void finish() {
    require(!finished, "finish after finish");
    require(document == null, "finish before endDocument");
    finished = true;
    if (filled > 0) {
      Arrays.fill(row, filled, length, paddingId);
      starts.add(filled);
      docIds.add("");
      emit();
    }
  }

  private void closeSpan() {
    if (filled > spanStart) {
      starts.add(spanStart);
      docIds.add(document);
      spans.span(document, rows, spanStart, filled, spanOffset);
    }
    spanStart = filled;
    spanOffset = appended;
  }

  private void emit() {
    starts.add(length);
    PackedRow packed = new PackedRow(row, starts.toArray(), docIds.toArray(String[]::new));
    row = new int[finished ? 0 : length];
    filled = 0;
    spanStart = 0;
    rows++;
    starts.clear();
    docIds.clear();
    sink.accept(packed);
  }

  private static void require(boolean legal, String what) {
    if (!legal) {
      throw new IllegalStateException(what);
    }
  }
}
